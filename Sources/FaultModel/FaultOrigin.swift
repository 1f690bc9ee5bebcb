/// What decided on a fault: enough to make it happen again.
package struct FaultOrigin: Sendable, Hashable {
  /// The name of the script; `nil` when the request itself asked for the fault.
  package var script: String?
  /// The number of the step in the script, from 1.
  package var step: Int?
  /// The number of the request among those that the script applies to, or that asked for a fault,
  /// from 1.
  package var request: Int
  /// The seed that decided what is left to chance.
  package var seed: UInt64

  /// Creates an origin.
  package init(script: String? = nil, step: Int? = nil, request: Int, seed: UInt64) {
    self.script = script
    self.step = step
    self.request = request
    self.seed = seed
  }
}
