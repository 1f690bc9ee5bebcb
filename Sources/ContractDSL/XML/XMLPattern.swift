/// An element of XML: its attributes, and a text or elements within it.
///
/// ```swift
/// .xml(
///   .element(
///     "order", attributes: ["id": .integer(42)],
///     .element("status", .oneOf("pending", "paid")),
///     .each(.element("item", attributes: ["sku": .string("A-1")]))))
/// ```
///
/// Namespaces are declared by attributes, e.g. `["xmlns:o": "http://example.org/orders"]`.
public struct XMLPattern: Sendable, Hashable {
  /// What an element holds.
  enum Content: Sendable, Hashable {
    case text(TextPattern)
    case children([XMLPattern])
  }

  let name: String
  let attributes: TextPatterns
  let content: Content
  /// How many such elements there may be, or `nil` for one.
  var bounds: Bounds?

  /// An element with a text.
  ///
  /// - Parameters:
  ///   - name: the name, with its prefix.
  ///   - attributes: the attributes, declarations of namespaces among them.
  ///   - text: the text.
  public static func element(
    _ name: String, attributes: TextPatterns = [:], _ text: TextPattern
  ) -> XMLPattern {
    XMLPattern(name: name, attributes: attributes, content: .text(text))
  }

  /// An element with elements in it, or with nothing.
  ///
  /// - Parameters:
  ///   - name: the name, with its prefix.
  ///   - attributes: the attributes, declarations of namespaces among them.
  ///   - children: the elements within it.
  public static func element(
    _ name: String, attributes: TextPatterns = [:], _ children: XMLPattern...
  ) -> XMLPattern {
    XMLPattern(name: name, attributes: attributes, content: .children(children))
  }

  /// Several elements of one kind, one after the other.
  ///
  /// - Parameters:
  ///   - element: what each of them is like.
  ///   - min: the least number of them.
  ///   - max: the greatest number of them.
  public static func each(_ element: XMLPattern, min: Int = 1, max: Int? = nil) -> XMLPattern {
    var elements = element
    elements.bounds = Bounds(min, max)
    return elements
  }
}
