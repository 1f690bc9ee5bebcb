import ContractModel
import JSONText

extension IntegrationMatchingReader {
  /// The generator of a name, with the members of the object that it takes.
  func generator(_ type: JSONValue) throws(Diagnostic) -> JSONValue {
    guard let text = type.string, let name = GeneratorName(rawValue: text) else {
      throw context.error(
        "the generator '\(type.string ?? type.text)' is not known, expected one of"
          + " \(GeneratorName.list)", at: type)
    }
    if let required = name.required, try context.string(required, of: object) == nil {
      throw context.error("the generator '\(text)' needs a string '\(required)'", at: object)
    }
    return context.make(at: object) { writer in
      writer.object { writer in
        writer.member("type", name.rawValue)
        for parameter in name.parameters {
          if let value = object[parameter], !value.isNull { writer.member(parameter, value) }
        }
      }
    }
  }
}
