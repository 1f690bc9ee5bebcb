public import ContractModel

/// What a verification gave, and what of the contracts could not be used.
public struct VerificationOutcome: Sendable {
  /// The results, in the order of the files.
  public var result: VerificationResult
  /// How many interactions, pending ones aside, could not be compiled.
  public var uncompiled: Int
  /// Whether the verification was stopped before its end.
  public var isInterrupted: Bool
}
