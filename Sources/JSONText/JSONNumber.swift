/// The decimal value of a number's text: its digits without leading and trailing zeros, and the power
/// of ten behind them.
struct JSONNumber: Equatable {
  var isNegative: Bool
  var digits: [UInt8]
  var exponent: Int

  init(_ text: ArraySlice<UInt8>) {
    var digits: [UInt8] = []
    var exponent = 0
    var fraction = false
    var rest = text
    isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest.removeFirst() }
    while let byte = rest.first {
      rest.removeFirst()
      if byte == UInt8(ascii: ".") {
        fraction = true
      } else if byte | 0x20 == UInt8(ascii: "e") {
        // An exponent that no Int holds is far beyond any other number: order among those is lost.
        let written = Int(String(decoding: rest, as: UTF8.self))
        exponent &+= written ?? (rest.first == UInt8(ascii: "-") ? Int.min / 2 : Int.max / 2)
        break
      } else {
        digits.append(byte)
        if fraction { exponent &-= 1 }
      }
    }
    while digits.last == UInt8(ascii: "0") {
      digits.removeLast()
      exponent &+= 1
    }
    self.digits = Array(digits.drop { $0 == UInt8(ascii: "0") })
    self.exponent = self.digits.isEmpty ? 0 : exponent
    if self.digits.isEmpty { isNegative = false }
  }
}
