import CLibXML2
import Foundation
import TestSupport

/// A schema of JUnit XML.
enum JUnitSchema: String, CaseIterable {
  case jenkins = "jenkins-xunit-junit-10"
  case windyRoad = "windyroad-JUnit"
  case jest = "jest-junit"
  case surefire = "surefire-test-report-3.0.2"

  /// The schemas that the strict profile fits all at once.
  static let ofStrict: [JUnitSchema] = [.jenkins, .windyRoad, .jest]
  /// The schemas that the files of the surefire profile fit all at once.
  static let ofSurefire: [JUnitSchema] = [.jenkins, .jest, .surefire]

  /// What a schema finds wrong with a document.
  func violations(in bytes: [UInt8]) -> [String] {
    guard let file = Conformance.folder?.appendingPathComponent("junit-xsd/\(rawValue).xsd"),
      let parser = xmlSchemaNewParserCtxt(file.path)
    else { return ["no schema \(rawValue)"] }
    defer { xmlSchemaFreeParserCtxt(parser) }
    guard let schema = xmlSchemaParse(parser) else { return ["\(rawValue) is not a schema"] }
    defer { xmlSchemaFree(schema) }
    guard let document = XMLElement.read(bytes) else { return ["not well-formed"] }
    defer { xmlFreeDoc(document) }
    guard let validation = xmlSchemaNewValidCtxt(schema) else { return ["no validator"] }
    defer { xmlSchemaFreeValidCtxt(validation) }

    var violations: [String] = []
    let result = withUnsafeMutablePointer(to: &violations) { list in
      xmlSchemaSetValidStructuredErrors(
        validation,
        { list, error in
          guard let list, let message = error?.pointee.message else { return }
          list.assumingMemoryBound(to: [String].self).pointee.append(String(cString: message))
        }, list)
      return xmlSchemaValidateDoc(validation, document)
    }
    return result == 0 || !violations.isEmpty ? violations : ["invalid: \(result)"]
  }
}
