package import FaultModel
package import JSONText

/// A fault that befell a request, and how to make it happen again.
package struct FiredFault: Sendable, Hashable {
  /// Something that the fault was told.
  package struct Member: Sendable, Hashable {
    /// Its name.
    package var name: String
    /// Its value as text.
    package var value: String
  }

  /// The type of the fault, e.g. `cut_body`.
  package var type: String
  /// What it was told, by name; of a ramp the number that it had reached.
  package var members: [Member]
  /// The name of the script; `nil` when the request itself asked for the fault.
  package var script: String?
  /// The number of the step in the script, from 1.
  package var step: Int?
  /// The number of the request among those that the script applies to, or that asked for a fault,
  /// from 1.
  package var request: Int
  /// The seed that decided.
  package var seed: UInt64

  /// Creates what is told of a decision.
  package init(_ decision: FaultDecision) {
    type = decision.effect.type
    members = decision.members.values.sorted { $0.key < $1.key }.map { member in
      Member(name: member.key, value: member.value.description)
    }
    script = decision.origin.script
    step = decision.origin.step
    request = decision.origin.request
    seed = decision.origin.seed
  }

  /// Creates what is told of a decision on a connection.
  package init(_ decision: TLSFaultDecision) {
    type = decision.effect.type
    members = []
    script = decision.origin.script
    step = decision.origin.step
    request = decision.origin.request
    seed = decision.origin.seed
  }

  /// The fault as `TYPE[,KEY=VALUE]…`.
  package var text: String {
    ([type] + members.map { "\($0.name)=\($0.value)" }).joined(separator: ",")
  }

  /// Writes the fault as an object.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("type", type)
      if !members.isEmpty {
        writer.key("members")
        writer.object { writer in
          for member in members { writer.member(member.name, member.value) }
        }
      }
      if let script { writer.member("script", script) }
      if let step { writer.member("step", step) }
      writer.member("request", request)
      writer.key("seed")
      writer.number("\(seed)")
    }
  }
}

extension FiredFault {
  /// The fault as it is kept in the journal.
  var json: [UInt8] {
    var writer = JSONWriter(style: .compact)
    write(to: &writer)
    return writer.bytes
  }

  /// Reads what ``json`` wrote; `nil` when there is nothing.
  init?(json: ArraySlice<UInt8>) {
    guard !json.isEmpty, let root = try? JSONDocument(parsing: Array(json)).root else { return nil }
    type = root["type"]?.string ?? ""
    members = (root["members"] ?? .null).members.map {
      Member(name: $0.name, value: $0.value.string ?? "")
    }
    script = root["script"]?.string
    step = root["step"].flatMap { Int($0.text) }
    request = root["request"].flatMap { Int($0.text) } ?? 0
    seed = root["seed"].flatMap { UInt64($0.text) } ?? 0
  }
}
