public import ContractDSL

/// Puts a provider into a state before an interaction, and out of it afterwards.
///
/// ```swift
/// states: [
///   "order 42 exists": .setUp { _ in try await store.insert(.sample) },
///   "order exists": .returning { _ in ["orderID": .integer(try await store.insertNew())] },
/// ]
/// ```
public struct StateHandler: Sendable {
  let setUp: @Sendable (ProviderState) async throws -> JSONValue?
  let tearDown: (@Sendable (ProviderState) async throws -> Void)?

  /// Sets the state up.
  ///
  /// - Parameters:
  ///   - setUp: gets the state with its parameters, e.g. `state["id"]?.integer`.
  ///   - tearDown: takes the provider out of the state, whatever the verification gave.
  public static func setUp(
    _ setUp: @escaping @Sendable (ProviderState) async throws -> Void,
    tearDown: (@Sendable (ProviderState) async throws -> Void)? = nil
  ) -> StateHandler {
    StateHandler(
      setUp: { state in
        try await setUp(state)
        return nil
      }, tearDown: tearDown)
  }

  /// Sets the state up, and tells values that requests are made with.
  ///
  /// - Parameters:
  ///   - setUp: gives a JSON object: the values by the names that the contract has for them.
  ///   - tearDown: takes the provider out of the state, whatever the verification gave.
  public static func returning(
    _ setUp: @escaping @Sendable (ProviderState) async throws -> JSONValue,
    tearDown: (@Sendable (ProviderState) async throws -> Void)? = nil
  ) -> StateHandler {
    StateHandler(setUp: { try await setUp($0) }, tearDown: tearDown)
  }

  /// Needs nothing to be done: the provider is always in the state.
  public static let nothing: StateHandler = StateHandler(setUp: { _ in nil }, tearDown: nil)
}
