/// The responses of all interactions as they go over the wire, one behind the other.
///
/// One run of bytes instead of thousands of small ones starts quickly and stays small.
package struct ImagePool: Sendable {
  /// Where a response lies.
  package struct Place: Sendable {
    /// Where it starts.
    package var start: Int
    /// How many bytes it has.
    package var length: Int
    /// How many of them are its head, the empty line included.
    package var headLength: Int
  }

  /// All responses.
  package private(set) var bytes: [UInt8] = []

  /// Adds a response.
  mutating func add(_ image: ResponseImage) -> Place {
    let start = bytes.count
    bytes += image.bytes
    return Place(start: start, length: image.bytes.count, headLength: image.headLength)
  }
}
