/// Functions of the normal distribution, from numbers of the standard library alone.
enum Quantile {
  /// The standard normal distribution's value below which a part of all lies, the part being above 0
  /// and below 1 (Acklam's rational approximation, off by less than a millionth).
  static func normal(_ part: Double) -> Double {
    let tail = 0.024_25
    if part > 1 - tail { return -normal(1 - part) }
    if part < tail {
      let q = (-2 * log(part)).squareRoot()
      return polynomial(c, q) / (polynomial(d, q) * q + 1)
    }
    let q = part - 0.5
    return polynomial(a, q * q) * q / (polynomial(b, q * q) * (q * q) + 1)
  }

  /// The natural logarithm of a number above 0.
  static func log(_ value: Double) -> Double {
    // Around 1 the series of the inverse hyperbolic tangent needs few terms.
    var significand = value.significand
    var exponent = Double(value.exponent)
    if significand > 1.414_213_562_373_095 {
      significand /= 2
      exponent += 1
    }
    let z = (significand - 1) / (significand + 1)
    var term = z
    var sum = 0.0
    for n in stride(from: 1.0, through: 25, by: 2) {
      sum += term / n
      term *= z * z
    }
    return 2 * sum + exponent * ln2
  }

  /// e to the power of a number.
  static func exp(_ value: Double) -> Double {
    guard value < 700 else { return .greatestFiniteMagnitude }
    guard value > -700 else { return 0 }
    let exponent = (value / ln2).rounded()
    let rest = value - exponent * ln2
    var term = 1.0
    var sum = 1.0
    for n in 1...18 {
      term *= rest / Double(n)
      sum += term
    }
    return Double(sign: .plus, exponent: Int(exponent), significand: sum)
  }

  private static let ln2 = 0.693_147_180_559_945_3

  private static func polynomial(_ factors: [Double], _ x: Double) -> Double {
    factors.reduce(0) { $0 * x + $1 }
  }

  private static let a = [
    -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02, 1.383577518672690e+02,
    -3.066479806614716e+01, 2.506628277459239e+00,
  ]
  private static let b = [
    -5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01,
    -1.328068155288572e+01,
  ]
  private static let c = [
    -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00, -2.549732539343734e+00,
    4.374664141464968e+00, 2.938163982698783e+00,
  ]
  private static let d = [
    7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00,
  ]
}
