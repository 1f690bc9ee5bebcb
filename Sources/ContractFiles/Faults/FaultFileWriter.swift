package import FaultModel
package import JSONText

/// Writes fault scripts as ``ContractFile`` reads them.
package enum FaultFileWriter {
  /// Writes scripts, each with its own seed.
  package static func write(_ scripts: [FaultScript], to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("faults")
      writer.array { writer in for script in scripts { write(script, to: &writer) } }
    }
  }

  private static func write(_ script: FaultScript, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("name", script.name)
      switch script.target {
      case .interaction(let description): writer.member("interaction", description)
      case .request(let method, let path):
        if let method { writer.member("method", method) }
        writer.member("path", path)
      case .connections: writer.member("connections", "tls")
      }
      writer.key("steps")
      writer.array { writer in for step in script.steps { write(step, to: &writer) } }
      if let rounds = script.rounds {
        if rounds != 1 { writer.member("repeat", rounds) }
      } else {
        writer.member("repeat", "forever")
      }
      if let seed = script.seed {
        writer.key("seed")
        writer.number("\(seed)")
      }
      guard let window = script.window else { return }
      writer.key("window")
      writer.object { writer in
        writer.member("from", milliseconds(window.from))
        if let to = window.to { writer.member("to", milliseconds(to)) }
      }
    }
  }

  private static func write(_ step: FaultStep, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("type", step.tls?.type ?? step.effect.type)
      for (name, value) in step.effect.members.values.sorted(by: { $0.key < $1.key }) {
        writer.key(name)
        write(value, to: &writer)
      }
      if let moment = step.moment { writer.member("effect", moment.rawValue) }
      if step.repeat != 1 { writer.member("repeat", step.repeat) }
      if step.probability != 1 {
        writer.key("probability")
        write(.number(step.probability), to: &writer)
      }
      if let exactly = step.exactly { writer.member("exactly", exactly) }
    }
  }

  private static func write(_ value: FaultValue, to writer: inout JSONWriter) {
    switch value {
    case .number(let ramp) where ramp.from == ramp.to: writer.number(text(ramp.from))
    case .number(let ramp):
      writer.object { writer in
        writer.key("from")
        writer.number(text(ramp.from))
        writer.key("to")
        writer.number(text(ramp.to))
      }
    case .text(let text): writer.string(text)
    case .fields(let fields):
      writer.object { writer in for field in fields { writer.member(field.name, field.value) } }
    case .body(let bytes, contentType: "application/json"):
      writer.value((try? JSONDocument(parsing: bytes).root) ?? .null)
    case .body(let bytes, _): writer.string(String(decoding: bytes, as: UTF8.self))
    }
  }

  private static func text(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? "\(number)"
  }

  private static func milliseconds(_ time: Duration) -> Int { Int(time / .milliseconds(1)) }
}
