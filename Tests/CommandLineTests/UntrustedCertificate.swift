import Foundation

/// What a server of TLS 1.2 says first, with a certificate that it has signed itself.
///
/// A client looks at the certificate before anything is encrypted, so that no key is needed to be
/// refused. The certificate is for 127.0.0.1 and ends in 2126.
enum UntrustedCertificate {
  private static let certificate: [UInt8] = Array(
    Data(
      base64Encoded: """
        MIIBjzCCATagAwIBAgIUfcAMWztJx9V/htjB6PVn3tpxDKkwCgYIKoZIzj0EAwIwFDESMBAGA1UEAwwJbG9jYWxo\
        b3N0MCAXDTI2MTEyMzA0MDQxMVoYDzIxMjYxMDMwMDQwNDExWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcq\
        hkjOPQIBBggqhkjOPQMBBwNCAASoxabPWnWRKk+QXhDVx77WffCzCoPLBno6ikIkY8DQkW/uc+Rb8+Vy5PnfK5AJ\
        U6megl8oaehQa9cRUBPwNtkJo2QwYjAdBgNVHQ4EFgQUDyAtgNj90pc2tOrjw8gxyZDGN5wwHwYDVR0jBBgwFoAU\
        DyAtgNj90pc2tOrjw8gxyZDGN5wwDwYDVR0TAQH/BAUwAwEB/zAPBgNVHREECDAGhwR/AAABMAoGCCqGSM49BAMC\
        A0cAMEQCIEPW9P3lR3j2gm3Csuit0fICkRsZr/jC3r9vRwtdUUVVAiBID/mNNw+t5l66SupC0jS1nBuXMKVBgWCM\
        WyW43BKQSA==
        """) ?? Data())

  /// The handshake up to the certificate, each message in a record of its own.
  static var firstFlight: [UInt8] {
    // Version, random, no session, ECDHE-ECDSA-AES128-GCM-SHA256, no compression, and the extension
    // without which clients fear an attack (renegotiation_info).
    let hello: [UInt8] =
      [3, 3] + [UInt8](repeating: 7, count: 32) + [0, 0xC0, 0x2B, 0, 0, 5, 0xFF, 1, 0, 1, 0]
    let list = length(certificate.count) + certificate
    return record(2, hello) + record(11, length(list.count) + list)
  }

  private static func record(_ type: UInt8, _ message: [UInt8]) -> [UInt8] {
    let bytes = [type] + length(message.count) + message
    return [0x16, 3, 3] + length(bytes.count).dropFirst() + bytes
  }

  /// A length in three bytes.
  private static func length(_ count: Int) -> [UInt8] {
    [UInt8(count >> 16 & 0xFF), UInt8(count >> 8 & 0xFF), UInt8(count & 0xFF)]
  }
}
