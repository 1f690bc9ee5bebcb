/// How a state change is put into a request to the state URL.
public enum StateStyle: String, Sendable, Hashable, CaseIterable {
  /// As a JSON object in the body.
  case body
  /// As parameters in the query, without a body.
  case query
}
