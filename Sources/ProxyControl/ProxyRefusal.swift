import FaultModel
import FaultProxy
import JSONText

/// Why a call cannot be answered as it wishes, in Toxiproxy's words.
struct ProxyRefusal: Error {
  let status: Int
  let title: String

  init(status: Int, title: String) {
    self.status = status
    self.title = title
  }

  /// The refusal that an error means.
  init(_ error: any Error) {
    switch error {
    case let error as ProxyRefusal: self = error
    case let error as ProxyError: self.init(status: Self.status(error), title: error.description)
    case let error as ToxicError: self.init(status: 400, title: Self.title(error))
    case let error as ProxyOptionsError where error.kind == .missing:
      self.init(status: 400, title: error.description)
    case let error as ProxyOptionsError:
      self.init(status: 400, title: error.toxic.map(Self.title) ?? Self.body(error.description))
    case let error as JSONSyntaxError: self.init(status: 400, title: Self.body("\(error)"))
    default: self.init(status: 500, title: "\(error)")
    }
  }

  private static func status(_ error: ProxyError) -> Int {
    switch error.kind {
    case .noProxy, .noToxic: 404
    case .proxyExists, .toxicExists: 409
    case .listening: 500
    }
  }

  private static func title(_ error: ToxicError) -> String {
    switch error.kind {
    case .type: "invalid toxic type"
    case .stream: "stream was invalid, can be either upstream or downstream"
    case .value: body(error.description)
    }
  }

  private static func body(_ reason: String) -> String { "bad request body: \(reason)" }
}
