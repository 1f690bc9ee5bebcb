/// The part of a stub in a scenario, which is a state machine with a name.
package struct StubScenario: Sendable, Hashable {
  /// The state that every scenario starts in.
  package static let started = "Started"

  /// The scenario's name.
  package var name: String
  /// The state in which the stub answers, or `nil` for any.
  package var required: String?
  /// The state that the stub leads to, or `nil` when it stays.
  package var next: String?

  /// Creates a part.
  package init(name: String, required: String?, next: String?) {
    self.name = name
    self.required = required
    self.next = next
  }
}
