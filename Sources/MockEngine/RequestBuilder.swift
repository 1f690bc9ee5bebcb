import ContractMatching
import ContractModel

/// Makes the values that are compared out of a head's bytes.
package enum RequestBuilder {
  /// - Parameter headers: the names, in lower case, of the fields that matter.
  static func request(
    _ head: RequestHead, _ bytes: Span<UInt8>, body: [UInt8]?, headers names: Set<String>
  ) -> ActualRequest {
    var fields: [Field] = []
    for line in head.lines {
      let name = text(bytes, line.name)
      let lowercased = name.lowercased()
      guard names.contains(lowercased) else { continue }
      let value = text(bytes, line.value)
      if let place = fields.firstIndex(where: { $0.name.lowercased() == lowercased }) {
        fields[place].values.append(value)
      } else {
        fields.append(Field(name, [value]))
      }
    }
    return ActualRequest(
      method: text(bytes, head.method), path: text(bytes, head.path),
      query: head.query.count == 0 ? [] : pairs(text(bytes, head.query)),
      headers: fields, body: body)
  }

  /// The parameters one by one, in their order, which version 1 of the specification compares.
  private static func pairs(_ query: String) -> [Field] {
    PercentCoding.pairs(query).map { Field($0.name, [$0.value]) }
  }

  /// The text of a run of bytes.
  package static func text(_ bytes: Span<UInt8>, _ slice: RequestHead.Slice) -> String {
    var copy: [UInt8] = []
    copy.reserveCapacity(slice.count)
    for at in slice.start..<slice.end { copy.append(bytes[at]) }
    return String(decoding: copy, as: UTF8.self)
  }
}
