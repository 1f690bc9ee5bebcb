import ContractFiles
import ContractModel
import Foundation
import TestSupport
import Testing

/// The examples of pact-schemas: files that its schemas take, and files that they refuse.
@Suite(.enabled(if: Conformance.isAvailable)) struct SchemaExampleTests {
  /// Files that the schemas refuse and Counterpart reads.
  struct Group: Sendable {
    /// Why a user wants them to be read.
    var reason: String
    var count: Int
    /// The names of the files without version and ending.
    var names: Set<String>

    init(_ reason: String, _ count: Int, _ names: Set<String>) {
      self.reason = reason
      self.count = count
      self.names = names
    }
  }

  static let tolerated = [
    Group(
      "The specification asks readers to ignore attributes that they do not know.", 23,
      [
        "additional-interaction-request", "additional-interaction-response",
        "additional-interaction", "additional-metadata-pact-specification-legacy-b",
        "additional-metadata-pact-specification",
        "additional-interaction-request-matching-rules-regex",
        "additional-interaction-request-matching-rules-type",
        "additional-interaction-response-matching-rules-regex",
        "additional-interaction-response-matching-rules-type",
      ]),
    Group(
      "Method, path and status may be left out: GET, / and 200 stand for them in every library.",
      12,
      [
        "missing-interaction-request-method", "missing-interaction-request-path",
        "missing-interaction-response-status",
      ]),
    Group(
      "A query string is free text in a URL: values hold '=', parameters stand without a value.",
      10,
      [
        "invalid-interaction-request-query-1-double-ampersand",
        "invalid-interaction-request-query-1-double-equals",
        "invalid-interaction-request-query-2-double-ampersand",
        "invalid-interaction-request-query-2-missing-ampersand",
        "invalid-interaction-request-query-not-formated",
      ]),
    Group(
      "A number as a header's value can only mean its text, and writers in Ruby write it.", 8,
      ["invalid-interaction-request-headers", "invalid-interaction-response-headers"]),
    Group(
      "A version that is given as a number can only mean that version.", 6,
      [
        "invalid-metadata-pact-specification-version-legacy-a",
        "invalid-metadata-pact-specification-version-legacy-b",
      ]),
    Group(
      "Any token is an HTTP method; the schema lacks PATCH as well.", 4,
      ["invalid-interaction-request-method"]),
    Group(
      "Writers of later versions still name provider states as the earlier ones did.", 4,
      ["invalid-interaction-provider-state-legacy", "invalid-interaction-provider-state"]),
    Group(
      "Rules as version 2 writes them mean the same in a file of a later version.", 4,
      [
        "invalid-interaction-request-matching-rules-1-legacy",
        "invalid-interaction-response-matching-rules-1-legacy",
      ]),
    Group(
      "Without metadata it is the file that version 3 allows; it loads with a warning.", 3,
      ["missing-interactions"]),
    Group(
      "A query string as version 2 writes it means the same in a file of a later version.", 2,
      ["invalid-interaction-request-query-1-legacy"]),
    Group(
      "Libraries write rule names that the schema lacks; compiling refuses those not known.", 2,
      [
        "invalid-interaction-request-matching-rules-unknown-matcher",
        "invalid-interaction-response-matching-rules-unknown-matcher",
      ]),
    Group(
      "An interaction without a type is what its members make of it.", 1,
      ["missing-interaction-type"]),
  ]

  /// What came of a file.
  static func read(_ file: URL) throws -> (name: String, errors: [Diagnostic]) {
    let name = file.path.components(separatedBy: "/examples/").last ?? ""
    let read = ContractFile(reading: try Conformance.bytes(file), file: name)
    var errors = read.diagnostics.filter { $0.severity == .error }
    if case .contract(let contract)? = read.content {
      for case .unusable(let diagnostic) in contract.interactions.map(\.content) {
        errors.append(diagnostic)
      }
    } else if errors.isEmpty {
      Issue.record("\(name): neither a contract nor an error")
    }
    return (name, errors)
  }

  static func files(_ verdict: String) -> [URL] {
    Conformance.files(in: "pact-schemas/examples").filter { $0.path.contains("/\(verdict)/") }
  }

  @Test func `reads every file that the schemas take`() throws {
    let files = Self.files("pass")
    #expect(files.count == 205)
    for file in files {
      let (name, errors) = try Self.read(file)
      if name == "v4/pass/valid-interaction-plugin-configuration.json" {
        // The file is read; its one interaction needs a plugin, and none can be run.
        #expect(errors.map(\.message).allSatisfy { $0.contains("needs the Pact plugin 'foo'") })
      } else {
        #expect(errors.isEmpty, "\(name): \(errors.map(\.description))")
      }
    }
  }

  @Test func `refuses every other file with a place, or reads it for a reason`() throws {
    let files = Self.files("fail")
    #expect(files.count == 140)
    var counts: [String: Int] = [:]
    for file in files {
      let (name, errors) = try Self.read(file)
      let stem = file.deletingPathExtension().lastPathComponent
      let group = Self.tolerated.first { $0.names.contains(stem) }
      #expect(errors.isEmpty == (group != nil), "\(name): \(errors.map(\.description))")
      for error in errors {
        #expect(error.position != nil && error.file == name, "\(name): \(error)")
      }
      counts[group?.reason ?? "refused", default: 0] += 1
    }
    for group in Self.tolerated { #expect(counts[group.reason] == group.count, "\(group.reason)") }
    #expect(counts["refused"] == 61)
  }
}
