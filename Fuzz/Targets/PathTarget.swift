import ContractModel

/// Whatever is read as a path expression is written as one that leads to the same places.
enum PathTarget {
  static func run(_ input: [UInt8]) -> String? {
    let text = String(decoding: input, as: UTF8.self)
    guard let path = try? PathExpression(parsing: text) else { return nil }
    guard let again = try? PathExpression(parsing: path.description) else {
      return "'\(path.description)' cannot be read again"
    }
    return again == path ? nil : "'\(text)' became '\(path.description)'"
  }
}
