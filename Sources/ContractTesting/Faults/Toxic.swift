import FaultModel

/// A disturbance of the connections through a proxy, named as Toxiproxy names it.
///
/// It is on what the server sends, unless ``upstream`` says otherwise, and befalls every connection, unless
/// ``withToxicity(_:)`` does.
public struct Toxic: Sendable, Hashable {
  private let type: String
  private let attributes: [String: Double]
  private var stream = ToxicStream.downstream
  private var toxicity = 1.0

  private init(_ type: String, _ attributes: [String: Double] = [:]) {
    self.type = type
    self.attributes = attributes
  }

  /// Everything comes late: by `latency` ± `jitter`.
  public static func latency(_ latency: Duration, jitter: Duration = .zero) -> Toxic {
    Toxic("latency", ["latency": latency.inMilliseconds, "jitter": jitter.inMilliseconds])
  }

  /// At most so many kilobytes (of 1,000 bytes) come in a second.
  public static func bandwidth(kilobytesPerSecond rate: Int) -> Toxic {
    Toxic("bandwidth", ["rate": Double(rate)])
  }

  /// The end of the stream comes late.
  public static func slowClose(after delay: Duration) -> Toxic {
    Toxic("slow_close", ["delay": delay.inMilliseconds])
  }

  /// Nothing comes, and the connection is closed after a while; `nil` never closes it.
  public static func timeout(after timeout: Duration?) -> Toxic {
    Toxic("timeout", ["timeout": timeout?.inMilliseconds ?? 0])
  }

  /// The connection is reset so long after the first data.
  public static func resetPeer(after timeout: Duration = .zero) -> Toxic {
    Toxic("reset_peer", ["timeout": timeout.inMilliseconds])
  }

  /// Data comes in pieces of about `averageSize` bytes, with `delay` after each.
  public static func slicer(
    averageSize: Int, sizeVariation: Int = 0, delay: Duration = .zero
  ) -> Toxic {
    Toxic(
      "slicer",
      [
        "average_size": Double(averageSize), "size_variation": Double(sizeVariation),
        "delay": delay / .microseconds(1),
      ])
  }

  /// The connection is closed when so many bytes have come.
  public static func limitData(bytes: Int) -> Toxic {
    Toxic("limit_data", ["bytes": Double(bytes)])
  }

  /// Packets are lost and come later, as TCP does it.
  ///
  /// - Parameters:
  ///   - rate: the part of the packets that is lost, 0 to 1.
  ///   - delay: after how long one is sent again.
  public static func packetLoss(rate: Double, delay: Duration = .milliseconds(200)) -> Toxic {
    Toxic("packet_loss", ["loss_rate": rate, "delay": delay.inMilliseconds])
  }

  /// Connections are refused, open ones reset.
  public static let down: Toxic = Toxic("down")

  /// The same on what the client sends.
  public var upstream: Toxic {
    var toxic = self
    toxic.stream = .upstream
    return toxic
  }

  /// The same, but only for a part of the connections, which the seed of the proxy chooses.
  ///
  /// - Parameter toxicity: 0 to 1.
  public func withToxicity(_ toxicity: Double) -> Toxic {
    var toxic = self
    toxic.toxicity = toxicity
    return toxic
  }

  /// The toxic of the model; several of a kind have names of their own.
  func made(_ index: Int) throws(ContractTestingError) -> FaultModel.Toxic {
    do throws(ToxicError) {
      return try FaultModel.Toxic(
        type: type, name: "\(type)_\(stream.rawValue)_\(index)", stream: stream,
        toxicity: toxicity, attributes: attributes)
    } catch {
      throw ContractTestingError("the toxic \(type): \(error)")
    }
  }
}

extension Duration {
  fileprivate var inMilliseconds: Double { self / .milliseconds(1) }
}
