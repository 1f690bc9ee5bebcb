import Foundation
import JSONSchema
import JSONText
import TestSupport

/// The tests of JSON-Schema-Test-Suite for one draft.
struct SchemaSuite {
  let draft: Draft
  let folder: String

  /// What came out of some files.
  struct Outcome {
    var passed = 0
    var failures: [String] = []
  }

  /// Runs the files of a folder.
  func run(optional: Bool = false) throws -> Outcome {
    let registry = try registry()
    let path = "json-schema/tests/\(folder)\(optional ? "/optional" : "")"
    var outcome = Outcome()
    for file in Conformance.files(in: path) {
      if !optional, file.path.contains("/optional/") { continue }
      let assertsFormat = file.path.contains("/optional/format/")
      for group in try JSONDocument(parsing: try Conformance.bytes(file)).root.elements {
        guard let schema = group["schema"] else { continue }
        let name = "\(file.lastPathComponent): \(group["description"]?.string ?? "")"
        let compiled = Result {
          try JSONSchema(
            schema.standingAlone, draft: schema["$schema"] == nil ? draft : nil,
            registry: registry, patterns: FoundationPatterns(), assertsFormat: assertsFormat)
        }
        for test in group["tests"]?.elements ?? JSONValue.null.elements {
          guard let data = test["data"] else { continue }
          let wanted = test["valid"]?.boolean
          let title = "\(name): \(test["description"]?.string ?? "")"
          switch compiled {
          case .success(let schema):
            let agrees = schema.validate(data).isEmpty == schema.isValid(data)
            if schema.isValid(data) == wanted, agrees {
              outcome.passed += 1
            } else {
              outcome.failures.append(title)
            }
          case .failure(let error): outcome.failures.append("\(title): \(error)")
          }
        }
      }
    }
    return outcome
  }

  private func registry() throws -> SchemaRegistry {
    var registry = SchemaRegistry()
    for file in Conformance.files(in: "json-schema/remotes") {
      guard let range = file.path.range(of: "/remotes/") else { continue }
      registry.add(
        try JSONDocument(parsing: try Conformance.bytes(file)).root,
        at: "http://localhost:1234/\(file.path[range.upperBound...])")
    }
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Metaschemas")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
      .compactMap { $0 as? URL }
    for file in files ?? [] where file.pathExtension == "json" {
      let root = try JSONDocument(parsing: try Conformance.bytes(file)).root
      registry.add(root, at: root["$id"]?.string ?? root["id"]?.string ?? "")
    }
    return registry
  }
}

extension JSONValue {
  /// The value in a document of its own.
  var standingAlone: JSONValue { (try? JSONValue(parsing: text)) ?? self }
}
