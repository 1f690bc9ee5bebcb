public import ContractDSL
public import Testing

/// What a test expects to be requested; ``MockServiceTrait`` does the work.
public struct ExpectingTrait: TestTrait, SuiteTrait {
  let interactions: [Interaction]

  /// What a suite expects, each of its tests expects.
  public var isRecursive: Bool { true }
}

extension Trait where Self == ExpectingTrait {
  /// The test expects these interactions, in any order, and no other requests.
  ///
  /// ```swift
  /// @Test(.expecting(.order42))
  /// func `shows the status of an order`() async throws {
  ///   let order = try await OrderClient(url: try MockService.current.url).order(42)
  ///   #expect(order.status == .pending)
  /// }
  /// ```
  ///
  /// - Parameter interactions: each has to be requested at least once.
  public static func expecting(_ interactions: Interaction...) -> Self {
    Self(interactions: interactions)
  }
}
