#if HTTP2
  import MockEngine
  import NIOCore
  import NIOHTTP2

  /// Frames of a head that is larger than one frame, which the library does not send.
  ///
  /// The head has neither Huffman's code nor indices, so that the tables of both sides stay as they are.
  struct HTTP2RawFrames {
    let stream: UInt32

    private static let frameSize = 16_384

    /// Whether a head needs several frames.
    static func areNeeded(for fields: [AnswerReader.HeaderLine]) -> Bool {
      fields.reduce(64) { $0 + $1.name.utf8.count + $1.value.utf8.count + 16 } > frameSize
    }

    /// HEADERS, and CONTINUATION as often as is needed.
    func head(status: Int, _ fields: [AnswerReader.HeaderLine]) -> ByteBuffer {
      var block = Self.field(":status", String(status))
      for field in fields { block += Self.field(field.name, field.value) }
      var frames = ByteBuffer()
      var rest = block[...]
      var isFirst = true
      repeat {
        let part = rest.prefix(Self.frameSize)
        rest = rest.dropFirst(part.count)
        append(to: &frames, type: isFirst ? 1 : 9, flags: rest.isEmpty ? 4 : 0, part)
        isFirst = false
      } while !rest.isEmpty
      return frames
    }

    /// DATA, the last one with the end of the stream when it ends.
    func body(_ bytes: ByteBuffer, ends: Bool) -> ByteBuffer {
      var frames = ByteBuffer()
      var rest = bytes.readableBytesView[...]
      repeat {
        let part = rest.prefix(Self.frameSize)
        rest = rest.dropFirst(part.count)
        append(to: &frames, type: 0, flags: ends && rest.isEmpty ? 1 : 0, part)
      } while !rest.isEmpty
      return frames
    }

    private func append(
      to buffer: inout ByteBuffer, type: UInt8, flags: UInt8, _ payload: some Collection<UInt8>
    ) {
      let length = UInt32(payload.count)
      buffer.writeInteger(UInt8(length >> 16))
      buffer.writeInteger(UInt16(truncatingIfNeeded: length))
      buffer.writeInteger(type)
      buffer.writeInteger(flags)
      buffer.writeInteger(stream)
      buffer.writeBytes(payload)
    }

    /// A literal that is not indexed (RFC 7541, section 6.2.2).
    private static func field(_ name: String, _ value: String) -> [UInt8] {
      [0] + text(name) + text(value)
    }

    private static func text(_ text: String) -> [UInt8] {
      var length = text.utf8.count
      guard length >= 127 else { return [UInt8(length)] + text.utf8 }
      var bytes: [UInt8] = [127]
      length -= 127
      while length >= 128 {
        bytes.append(UInt8(length % 128 + 128))
        length /= 128
      }
      return bytes + [UInt8(length)] + text.utf8
    }
  }
#endif
