package import StubModel

/// What holds for the answers of all stubs.
package struct StubSettings: Sendable, Hashable {
  /// The delay of answers whose stub names none.
  package var delay: StubDelay

  /// Creates settings.
  package init(delay: StubDelay = StubDelay()) { self.delay = delay }
}
