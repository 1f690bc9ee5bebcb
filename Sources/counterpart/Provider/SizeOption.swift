import ArgumentParser

/// A number of bytes: `500kB`, `64MB`, `1GB`, or just the number.
struct SizeOption: ExpressibleByArgument {
  let bytes: Int

  init(bytes: Int) { self.bytes = bytes }

  init?(argument: String) {
    let text = argument.lowercased()
    for (unit, factor) in [("kb", 1_000), ("mb", 1_000_000), ("gb", 1_000_000_000), ("", 1)]
    where text.hasSuffix(unit) {
      guard let number = Int(text.dropLast(unit.count)), (1...1_000_000_000).contains(number)
      else { return nil }
      bytes = number * factor
      return
    }
    return nil
  }

  var defaultValueDescription: String {
    bytes.isMultiple(of: 1_000_000) ? "\(bytes / 1_000_000)MB" : "\(bytes)"
  }
}
