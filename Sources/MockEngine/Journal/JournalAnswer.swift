/// What answered a request; a fault may have befallen the answer besides.
package enum JournalAnswer: Sendable, Hashable {
  /// The interaction at this place among those that are played.
  case interaction(Int)
  /// The stub with this number.
  case stub(Int)
  /// Nothing: no interaction accepts the request.
  case unmatched
  /// The mock itself, a preflight request.
  case preflight
  /// The mock itself: the fault that the request asks for cannot be.
  case refusedFault
  /// The provider that the request was forwarded to.
  case forwarded

  /// Whether something was there to answer the request.
  package var wasMatched: Bool {
    switch self {
    case .interaction, .stub, .preflight: true
    case .unmatched, .refusedFault, .forwarded: false
    }
  }

  /// The interaction's place.
  package var interaction: Int? {
    if case .interaction(let place) = self { place } else { nil }
  }

  /// The stub's number.
  package var stub: Int? {
    if case .stub(let number) = self { number } else { nil }
  }

  /// The answer as one number.
  var code: Int32 {
    switch self {
    case .interaction(let place): Int32(clamping: place)
    case .stub(let number): Int32(clamping: Int(Self.firstStub) - number)
    case .unmatched: -1
    case .preflight: -2
    case .refusedFault: -3
    case .forwarded: -4
    }
  }

  /// The code of the first stub; those of later ones are below it.
  private static var firstStub: Int32 { -1_000 }

  init(code: Int32) {
    self =
      switch code {
      case 0...: .interaction(Int(code))
      case ...Self.firstStub: .stub(Int(Self.firstStub - code))
      case -2: .preflight
      case -3: .refusedFault
      case -4: .forwarded
      default: .unmatched
      }
  }
}
