import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// An answer that the shop cannot use.
enum ClientError: Error {
  case status(Int, request: String, body: String)
  case body(request: String, reason: String)
  case header(String, request: String)

  var message: String {
    switch self {
    case .status(let status, let request, let body):
      "\(request) was answered with \(status)\(body.isEmpty ? "" : ": \(body)")"
    case .body(let request, let reason): "the answer to \(request) cannot be read: \(reason)"
    case .header(let name, let request): "the answer to \(request) has no \(name)"
    }
  }

  /// A sentence for people about any error of this program.
  static func describe(_ error: any Error) -> String {
    switch error {
    case let error as ClientError: error.message
    case let error as URLError where error.code == .timedOut: "no answer in time"
    case let error as URLError: "the connection failed (\(error.localizedDescription))"
    default: "\(error)"
    }
  }
}
