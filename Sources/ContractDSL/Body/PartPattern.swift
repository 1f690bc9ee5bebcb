/// A part of a multipart form.
public struct PartPattern: Sendable, Hashable {
  let name: String
  let fileName: String?
  let body: BodyPattern

  /// A field with a text.
  public static func field(_ name: String, _ text: TextPattern) -> PartPattern {
    PartPattern(name: name, fileName: nil, body: .text(text))
  }

  /// A field with any body, e.g. JSON.
  public static func part(_ name: String, _ body: BodyPattern) -> PartPattern {
    PartPattern(name: name, fileName: nil, body: body)
  }

  /// A file.
  ///
  /// - Parameters:
  ///   - name: the name of the field.
  ///   - fileName: the name of the file, which is not compared.
  ///   - body: e.g. `.binary(like: bytes, "image/png")`.
  public static func file(
    _ name: String, named fileName: String, _ body: BodyPattern
  ) -> PartPattern {
    PartPattern(name: name, fileName: fileName, body: body)
  }
}
