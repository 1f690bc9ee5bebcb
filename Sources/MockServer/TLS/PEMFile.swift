#if TLS
  import ContractStore
  import NIOSSL

  /// A file of certificates or keys in PEM form.
  struct PEMFile {
    /// One of them.
    private struct Block {
      let label: String
      /// Where it begins, from 1.
      let line: Int
      var text: String
    }

    private let path: String
    private let blocks: [Block]

    /// Reads a file.
    init(_ path: String) throws(MockServerError) {
      self.path = path
      let bytes: [UInt8]
      do throws(StoreError) {
        bytes = try FileSystem.read(path)
      } catch {
        throw MockServerError(
          error.kind == .missing ? .missingFile : .unreadableFile, error.description)
      }
      blocks = try Self.blocks(of: String(decoding: bytes, as: UTF8.self), path)
    }

    /// The certificates, of which there is at least one.
    func certificates() throws(MockServerError) -> [NIOSSLCertificate] {
      let blocks = blocks.filter { $0.label == "CERTIFICATE" }
      guard !blocks.isEmpty else { throw missing("a certificate", "-----BEGIN CERTIFICATE-----") }
      var certificates: [NIOSSLCertificate] = []
      for block in blocks {
        do {
          certificates.append(try NIOSSLCertificate(bytes: Array(block.text.utf8), format: .pem))
        } catch {
          throw wrong(block.line, "the certificate cannot be read; it may be cut or mistyped")
        }
      }
      return certificates
    }

    /// The private key.
    func privateKey() throws(MockServerError) -> NIOSSLPrivateKey {
      guard let block = blocks.first(where: { $0.label.hasSuffix("PRIVATE KEY") }) else {
        throw missing("a private key", "-----BEGIN PRIVATE KEY-----")
      }
      if block.label.hasPrefix("ENCRYPTED") || block.text.contains("4,ENCRYPTED") {
        throw wrong(
          block.line,
          "the key is encrypted, and there is nobody to ask for its password; decrypt it"
            + " with 'openssl pkey -in \(path) -out FILE'")
      }
      do {
        return try NIOSSLPrivateKey(bytes: Array(block.text.utf8), format: .pem)
      } catch {
        throw wrong(block.line, "the private key cannot be read; it may be cut or mistyped")
      }
    }

    private func missing(_ what: String, _ start: String) -> MockServerError {
      let found =
        blocks.first.map { "found '\($0.label)' at line \($0.line)" }
        ?? "found nothing of that form"
      return wrong(1, "expected \(what) in PEM form (\(start)), \(found)")
    }

    private func wrong(_ line: Int, _ message: String) -> MockServerError {
      MockServerError(.badFile, "\(path):\(line): \(message)")
    }

    private static func blocks(
      of text: String, _ path: String
    ) throws(MockServerError) -> [Block] {
      var blocks: [Block] = []
      var open: Block?
      let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      for (number, line) in lines.enumerated() {
        if let label = Self.label(line, "BEGIN") {
          open = Block(label: label, line: number + 1, text: "")
        }
        open?.text += line + "\n"
        if let block = open, Self.label(line, "END") == block.label {
          blocks.append(block)
          open = nil
        }
      }
      if let open {
        throw MockServerError(
          .badFile, "\(path):\(open.line): '\(open.label)' has no end; the file may be cut")
      }
      return blocks
    }

    private static func label(_ line: Substring, _ word: String) -> String? {
      guard line.hasPrefix("-----\(word) "), line.hasSuffix("-----") else { return nil }
      return String(line.dropFirst(word.count + 6).dropLast(5))
    }
  }
#endif
