/// What parts of two multipart bodies are paired by: the name, and which part of that name it is.
struct PartKey: Hashable {
  let name: String?
  let occurrence: Int

  /// The name in quotes, with a number where parts of one name are told apart.
  var shown: String {
    guard let name else { return "number \(occurrence + 1)" }
    return occurrence == 0 ? "'\(name)'" : "'\(name)' (number \(occurrence + 1))"
  }

  /// The parts of a body with their keys, in order.
  static func number(
    _ parts: [MultipartBody.Part]
  ) -> [(key: PartKey, part: MultipartBody.Part)] {
    var counts: [String?: Int] = [:]
    return parts.map { part in
      let occurrence = counts[part.name, default: 0]
      counts[part.name] = occurrence + 1
      return (PartKey(name: part.name, occurrence: occurrence), part)
    }
  }
}
