import JSONText

/// A value of a mismatch that is JSON, whole or cut.
enum JSONPart {
  /// A whole JSON text.
  case value(JSONValue)
  /// The start of a JSON text.
  case start(Layout, isContainer: Bool)

  /// Reads a value; gives `nil` when it is not JSON.
  init?(_ text: CutText) {
    let bytes = Array(text.text.utf8)
    if !text.isCut {
      guard let document = try? JSONDocument(parsing: bytes) else { return nil }
      self = .value(document.root)
      return
    }
    let isContainer = Self.startsContainer(bytes)
    guard isContainer || bytes.first == UInt8(ascii: "\""),
      let layout = JSONTokenLayout.layout(of: text),
      isContainer || layout.isOneString
    else { return nil }
    self = .start(layout.layout, isContainer: isContainer)
  }

  /// Whether it is an object or array with something in it.
  var hasContent: Bool {
    switch self {
    case .value(let value): !value.isEmpty
    case .start(_, let isContainer): isContainer
    }
  }

  /// The part in lines.
  ///
  /// - Parameter model: the part whose order of members is taken over, if both are whole.
  func layout(like model: JSONPart? = nil) -> Layout {
    switch self {
    case .start(let layout, _): return layout
    case .value(let value):
      guard case .value(let model)? = model else {
        return Layout(lines: JSONLayout.lines(of: value))
      }
      return Layout(lines: JSONLayout.lines(of: value, like: model))
    }
  }

  /// Lays out a text that came instead of JSON: by its tokens if it tries to be JSON.
  static func layout(of text: CutText) -> Layout {
    guard startsContainer(Array(text.text.utf8.prefix(64))),
      let layout = JSONTokenLayout.layout(of: text)
    else { return Layout(plain: text) }
    return layout.layout
  }

  private static func startsContainer(_ bytes: [UInt8]) -> Bool {
    let first = bytes.first { $0 > 0x20 }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }
}
