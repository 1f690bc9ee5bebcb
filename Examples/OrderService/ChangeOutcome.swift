/// What became of the wish to change an order.
enum ChangeOutcome: Sendable {
  case changed(Order)
  case missing
  case cancelled
  /// Someone else has changed the order, which now looks like this.
  case stale(Order)
}
