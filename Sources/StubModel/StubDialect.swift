/// How strictly stub mappings are read.
package enum StubDialect: Sendable, Hashable {
  /// What WireMock silently ignores or gets wrong is refused.
  case strict
  /// As WireMock reads them.
  case compatible
}
