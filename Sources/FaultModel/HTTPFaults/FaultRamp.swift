/// A number that may change step by step from one request to the next.
public struct FaultRamp: Sendable, Hashable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral
{
  /// The number at the first request.
  public var from: Double
  /// The number at the last request.
  public var to: Double

  /// Creates a number that grows, or shrinks, evenly.
  public init(from: Double, to: Double) {
    self.from = from
    self.to = to
  }

  /// Creates a number that stays as it is.
  public init(_ value: Double) { self.init(from: value, to: value) }

  /// Creates a number that stays as it is.
  public init(floatLiteral value: Double) { self.init(value) }

  /// Creates a number that stays as it is.
  public init(integerLiteral value: Int) { self.init(Double(value)) }

  /// The number after a part of the way, from 0 to 1.
  func at(_ progress: Double) -> Double { from + (to - from) * progress }
}
