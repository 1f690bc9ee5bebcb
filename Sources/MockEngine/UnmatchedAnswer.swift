import ContractMatching
import ContractModel
import JSONText

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
      }
    }
    return writer.bytes + [UInt8(ascii: "\n")]
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
