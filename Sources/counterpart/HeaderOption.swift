import ArgumentParser
import ContractModel

/// A header field: `Name=value` or `Name: value`.
struct HeaderOption: ExpressibleByArgument {
  let name: String
  let value: String

  init?(argument: String) {
    guard let separator = argument.firstIndex(where: { $0 == "=" || $0 == ":" }) else { return nil }
    var value = argument[argument.index(after: separator)...]
    if argument[separator] == ":" { value = value.drop { $0 == " " } }
    name = String(argument[..<separator])
    self.value = String(value)
    guard HTTPText.isName(name), HTTPText.isValue(self.value) else { return nil }
  }
}
