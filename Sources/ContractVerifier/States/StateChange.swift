import ContractModel
import JSONText

/// What a provider is told so that it gets into a state, or out of it.
struct StateChange {
  /// The direction of a change.
  enum Action: String {
    case setUp = "setup"
    case tearDown = "teardown"
  }

  let consumer: String
  /// The state; its name is empty for an interaction without one.
  let state: ProviderState
  let action: Action

  /// `{"consumer", "state", "params", "action"}`.
  var json: [UInt8] {
    var writer = JSONWriter(style: .compact)
    writer.object { writer in
      writer.member("consumer", consumer)
      writer.member("state", state.name)
      writer.key("params")
      write(to: &writer)
      writer.member("action", action.rawValue)
    }
    return writer.bytes
  }

  /// A URL with the change in its query.
  ///
  /// The parameters of the state stand beside `state` and `action`, sorted by name, as the field's
  /// providers expect it: strings as they are, anything else as JSON.
  func url(extending url: String) -> String {
    var fields = ["state": state.name, "action": action.rawValue]
    for member in state.parameters.map({ Array($0.members) }) ?? []
    where fields[member.name] == nil {
      fields[member.name] = member.value.string ?? Self.text(of: member.value)
    }
    let query = PercentCoding.query(
      fields.sorted { $0.key < $1.key }.map { Field($0.key, [$0.value]) })
    let base = String(url.prefix { $0 != "#" })
    let separator = !base.contains("?") ? "?" : base.hasSuffix("?") ? "" : "&"
    return base + separator + query
  }

  /// The change as environment variables of a command.
  var variables: [(name: String, value: String)] {
    var writer = JSONWriter(style: .compact)
    write(to: &writer)
    return [
      ("COUNTERPART_STATE_CHANGE", String(decoding: json, as: UTF8.self)),
      ("COUNTERPART_CONSUMER", consumer), ("COUNTERPART_STATE", state.name),
      ("COUNTERPART_PARAMS", writer.text), ("COUNTERPART_ACTION", action.rawValue),
    ]
  }

  /// The change in words, for messages.
  var description: String {
    (action == .setUp ? "state change" : "tear-down of state") + " \"\(state.name)\""
  }

  private func write(to writer: inout JSONWriter) {
    if let parameters = state.parameters {
      writer.value(parameters)
    } else {
      writer.object { _ in }
    }
  }

  private static func text(of value: JSONValue) -> String {
    var writer = JSONWriter(style: .compact)
    writer.value(value)
    return writer.text
  }
}
