import ArgumentParser

/// How much the journal keeps: a size as ``SizeOption`` reads it, or 0 for nothing.
struct JournalOption: ExpressibleByArgument {
  let bytes: Int

  init(bytes: Int) { self.bytes = bytes }

  init?(argument: String) {
    if argument == "0" {
      bytes = 0
    } else if let size = SizeOption(argument: argument) {
      bytes = size.bytes
    } else {
      return nil
    }
  }

  var defaultValueDescription: String { SizeOption(bytes: bytes).defaultValueDescription }
}
