/// The invoice, which is the same for every order: only its being binary matters here.
enum Invoice {
  /// A document as small as PDF allows; its second line holds bytes that are no UTF-8.
  static let pdf: [UInt8] =
    Array("%PDF-1.4\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x00, 0xFF]
    + Array(
      """

      1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
      2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
      3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >> endobj
      trailer << /Root 1 0 R >>
      %%EOF

      """.utf8)
}
