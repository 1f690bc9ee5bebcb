import JSONText
import MockEngine
import StubModel

/// The JSON of stub mappings.
enum StubJSON {
  /// Writes a stub as it was given, with its identifier.
  static func write(_ stub: CompiledStub, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", stub.id)
      for member in stub.mapping.source.members where member.name != "id" && member.name != "uuid" {
        writer.member(member.name, member.value)
      }
      writer.member("uuid", stub.id)
    }
  }

  /// Answers with a list of stubs.
  ///
  /// - Parameter total: how many there are, of which these are some.
  static func list(_ stubs: some Collection<CompiledStub>, total: Int) -> Reply {
    .send(
      JSONReply.json(200) { writer in
        writer.object { writer in
          writer.key("mappings")
          writer.array { writer in for stub in stubs { write(stub, to: &writer) } }
          writer.key("meta")
          writer.object { $0.member("total", total) }
        }
      })
  }

  /// Answers with one stub.
  static func reply(_ stub: CompiledStub, status: Int = 200) -> Reply {
    .send(JSONReply.json(status) { write(stub, to: &$0) })
  }
}
