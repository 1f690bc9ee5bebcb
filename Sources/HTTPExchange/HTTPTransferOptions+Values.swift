extension HTTPTransferOptions {
  /// The header lines in libcurl's notation.
  ///
  /// `Name;` sends an empty field. `Name:` keeps libcurl from sending its own, which it would do
  /// for every name listed here (never for `User-Agent`).
  static func headerLines(of request: HTTPExchangeRequest) -> [String] {
    let given = request.headers.map { line in
      line.value.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 }
        ? "\(line.name);" : "\(line.name): \(line.value)"
    }
    let unwanted = ["Accept", "Accept-Encoding", "Expect", "Content-Type"].filter {
      !request.hasHeader($0)
    }
    return given + unwanted.map { "\($0):" }
  }

  /// A time limit in whole milliseconds within libcurl's range, where zero would mean none.
  static func milliseconds(_ duration: Duration) -> Int {
    let longest = Int(Int32.max)
    guard duration < .milliseconds(longest) else { return longest }
    let (seconds, attoseconds) = max(duration, .zero).components
    return max(1, Int(seconds) * 1_000 + Int(attoseconds / 1_000_000_000_000_000))
  }
}
