import ContractModel
import JSONText

/// The JSON of the control API, in the words of Pact's mock server.
enum ControlJSON {
  /// Writes what a mock is.
  static func write(_ mock: PlayedMock, _ verdict: MockVerdict, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", mock.id)
      writer.member("port", mock.server.port)
      writer.member("provider", mock.contracts.map(\.provider).first ?? "")
      writer.member("scheme", mock.server.scheme)
      writer.member("address", "\(mock.server.host):\(mock.server.port)")
      writer.member("status", verdict.isFulfilled ? "ok" : "error")
      writer.key("metrics")
      writer.object { writer in
        writer.member("requests", verdict.played + verdict.unexpected.count)
      }
    }
  }

  /// Writes what differs between the requests and the contracts.
  static func write(_ verdict: MockVerdict, to writer: inout JSONWriter) {
    writer.array { writer in
      for request in verdict.unexpected { write(request, to: &writer) }
      for missing in verdict.missing {
        writer.object { writer in
          writer.member("type", "missing-request")
          writer.member("method", missing.method)
          writer.member("path", missing.path)
          writer.member("interaction", missing.description)
        }
      }
    }
  }

  private static func write(_ request: MockVerdict.Unexpected, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("type", request.nearest == nil ? "request-not-found" : "request-mismatch")
      writer.member("method", request.method)
      writer.member("path", request.path)
      guard let nearest = request.nearest else { return }
      writer.member("interaction", nearest)
      writer.key("mismatches")
      writer.array { writer in
        for mismatch in request.mismatches { write(mismatch, to: &writer) }
      }
    }
  }

  private static func write(_ mismatch: Mismatch, to writer: inout JSONWriter) {
    let (type, place) =
      switch mismatch.kind {
      case .method: ("MethodMismatch", nil as String?)
      case .path: ("PathMismatch", nil)
      case .query: ("QueryMismatch", "parameter")
      case .header: ("HeaderMismatch", "key")
      case .body: ("BodyMismatch", "path")
      case .bodyContentType: ("BodyTypeMismatch", nil)
      case .status: ("StatusMismatch", nil)
      case .metadata: ("MetadataMismatch", "key")
      case .latency: ("LatencyMismatch", "key")
      }
    writer.object { writer in
      writer.member("type", type)
      if let place { writer.member(place, mismatch.path) }
      writer.member("expected", mismatch.expected)
      writer.member("actual", mismatch.actual)
      writer.member("mismatch", mismatch.message)
    }
  }
}
