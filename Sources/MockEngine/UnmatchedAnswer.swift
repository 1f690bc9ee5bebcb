import ContractMatching
import ContractModel
import JSONText
import StubModel

/// The body of the answer to a request that no interaction accepts.
package enum UnmatchedAnswer {
  /// The nearest interactions with everything that differs, as JSON.
  package static func json(
    _ request: UnmatchedRequest, _ interactions: [MockInteraction]
  ) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("error", "no interaction matched \(request.summary)")
      writer.key("nearest")
      writer.array { writer in
        for near in request.nearest { write(near, interactions[near.interaction], to: &writer) }
        for near in request.nearestStubs { write(near, to: &writer) }
      }
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  /// The same in lines, for people.
  package static func text(
    _ request: UnmatchedRequest, _ interactions: [MockInteraction]
  ) -> [UInt8] {
    var lines = ["Request was not matched", "", request.summary]
    for near in request.nearestStubs {
      lines +=
        ["", "Closest stub: \(near.stub.mapping.title)"] + near.mismatches.map { "  " + $0.message }
    }
    for near in request.nearest {
      lines += ["", "Closest interaction: \(interactions[near.interaction].description)"]
      lines += near.mismatches.map { "  " + $0.message }
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private static func write(_ near: StubNearMiss, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("stub", near.stub.mapping.title)
      writer.member("id", near.stub.id)
      if let location = near.stub.mapping.location {
        writer.key("location")
        MismatchJSON.write(location, to: &writer)
      }
      writer.key("mismatches")
      writer.array { writer in
        for mismatch in near.mismatches { MismatchJSON.write(mismatch, to: &writer) }
      }
    }
  }

  private static func write(
    _ near: NearMiss, _ interaction: MockInteraction, to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.member("interaction", interaction.description)
      writer.key("contract")
      writer.object { writer in
        writer.member("consumer", interaction.consumer)
        writer.member("provider", interaction.provider)
      }
      if let location = interaction.location {
        writer.key("location")
        MismatchJSON.write(location, to: &writer)
      }
      writer.key("mismatches")
      writer.array { writer in
        for mismatch in near.mismatches { MismatchJSON.write(mismatch, to: &writer) }
      }
    }
  }
}
