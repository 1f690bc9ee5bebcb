import ContractMatching
import ContractModel
import StubModel

/// `{"binaryEqualTo": "AQID"}`: base64 of the bytes.
struct BinaryEqualTo: StubOperatorKind {
  static let names = ["binaryEqualTo"]

  private let wanted: [UInt8]

  init(
    _ name: String, _ operand: StubCursor, in pattern: StubCursor, _ reader: StubOperatorReader
  ) throws(StubProblem) {
    guard let bytes = Base64.decode(try operand.string()) else {
      throw operand.problem("'binaryEqualTo' is not base64")
    }
    wanted = bytes
  }

  func matches(_ value: StubValue?, at now: Moment) -> Bool { value?.bytes == wanted }
}
