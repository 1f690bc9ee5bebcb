import ContractModel

/// The hint on a web page that came where data was expected.
enum WebPageHint {
  /// The hint, when the body is HTML and something else was expected.
  static func hint(on mismatches: [Mismatch]) -> String? {
    let isPage = mismatches.contains { mismatch in
      mismatch.kind == .bodyContentType && mismatch.actual.hasPrefix("text/html")
    }
    guard isPage else { return nil }
    return "the answer is a web page, perhaps one for signing in or for errors: is --provider-url"
      + " the address of the API, and does it want credentials (--header 'Authorization=…')?"
  }
}
