package import JSONText

/// The JSON form of mismatches, the same wherever they are told.
package enum MismatchJSON {
  /// Writes a mismatch as an object.
  package static func write(_ mismatch: Mismatch, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("type", mismatch.kind.rawValue)
      writer.member("path", mismatch.path)
      writer.member("expected", mismatch.expected)
      writer.member("actual", mismatch.actual)
      writer.member("message", mismatch.message)
      writer.key("rule")
      if let rule = mismatch.rule { writer.string(rule) } else { writer.null() }
      writer.key("location")
      if let location = mismatch.location { write(location, to: &writer) } else { writer.null() }
    }
  }

  /// Writes a location as an object.
  package static func write(_ location: FileLocation, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("file", location.file)
      writer.member("line", location.line)
    }
  }
}
