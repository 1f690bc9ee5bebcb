import ContractFiles
import ContractMatching
import ContractModel
import Foundation
import JSONText
import TestSupport
import Testing

/// The official cases of the Pact specification.
@Suite struct SpecificationCaseTests {
  /// How a case ended.
  enum Outcome: Equatable {
    case agrees
    case disagrees([String])
    /// Its media type or rule is not known; the reason says so.
    case unknown(String)
  }

  @Test(.enabled(if: Conformance.isAvailable), arguments: SpecificationVersion.allCases)
  func `agrees with the specification`(version: SpecificationVersion) throws {
    let folder = "pact-specification/version-\(version.rawValue)/testcases"
    var unknown: [String] = []
    let files = Conformance.files(in: folder)
    #expect(files.count >= 76)
    for file in files {
      let path = file.path.components(separatedBy: "/testcases/").last ?? ""
      switch try outcome(of: file, kind: path, version) {
      case .agrees: break
      case .unknown(let reason):
        unknown.append(path)
        #expect(reason.contains("cannot be compared"), "\(path): \(reason)")
      case .disagrees(let messages):
        Issue.record("version \(version.rawValue) \(path): \(messages)")
      }
    }
    #expect(unknown == [])
  }

  private func outcome(
    of file: URL, kind: String, _ version: SpecificationVersion
  ) throws -> Outcome {
    let root = try JSONDocument(parsing: try Conformance.bytes(file)).root
    let expected = try #require(root["expected"])
    let actual = try #require(root["actual"])
    let wanted = try #require(root["match"]).boolean == true
    do {
      let mismatches = try mismatches(kind, expected, actual, version)
      return mismatches.isEmpty == wanted ? .agrees : .disagrees(mismatches.map(\.message))
    } catch let error as RuleError {
      return .unknown(error.message)
    }
  }

  private func mismatches(
    _ kind: String, _ expected: JSONValue, _ actual: JSONValue, _ version: SpecificationVersion
  ) throws -> [Mismatch] {
    let file = "case.json"
    let places = PlaceFinder()
    if kind.hasPrefix("request") {
      let matcher = try RequestMatcher(
        try BareExchange.request(expected, version, file: file), specification: version,
        places: places)
      let request = try BareExchange.request(actual, version, file: file)
      return matcher.mismatches(ActualRequest(request))
    }
    if kind.hasPrefix("response") {
      let matcher = try ResponseMatcher(
        try BareExchange.response(expected, version, file: file), places: places)
      return matcher.mismatches(
        ActualResponse(try BareExchange.response(actual, version, file: file)))
    }
    let matcher = try MessageMatcher(
      try BareExchange.message(expected, version, file: file), places: places)
    return matcher.mismatches(
      ActualMessage(try BareExchange.message(actual, version, file: file)))
  }
}
