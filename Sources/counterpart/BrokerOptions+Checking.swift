import ArgumentParser
import PactBroker

extension BrokerOptions {
  func validate() throws {
    _ = try query(for: "")
    if let buildURL { _ = try BrokerAccessOptions.address(buildURL, "--build-url") }
    if let includeWipSince, !Self.isDay(includeWipSince) {
      throw ValidationError("--include-wip-since \(includeWipSince): expected a day as 2026-01-31")
    }
    for (option, name) in [("--provider-branch", providerBranch)]
      + providerTags.map({ ("--provider-tag", $0) })
    where name?.allSatisfy(\.isWhitespace) == true {
      throw ValidationError("\(option): expected a name, found nothing")
    }
  }

  /// Checks what depends on other options: an option must not be given in vain.
  func check(paths: [String], providerVersion: String?) throws {
    let pacts = try Self.addresses(in: paths)
    let needs: [(option: String, isGiven: Bool)] = [
      ("--consumer-version-selector", !selectors.isEmpty), ("--enable-pending", enablePending),
      ("--include-wip-since", includeWipSince != nil), ("--ignore-no-pacts", ignoreNoPacts),
    ]
    if access.url == nil, let need = needs.first(where: \.isGiven) {
      throw ValidationError("\(need.option) needs --broker-url")
    }
    let others =
      [("--publish", publish), ("--provider-tag", !providerTags.isEmpty)] + access.needs
    if access.url == nil, pacts.isEmpty, let need = others.first(where: \.1) {
      throw ValidationError("\(need.0): needs --broker-url, or a PATH that is a URL")
    }
    if providerBranch == nil, providerTags.isEmpty, enablePending || includeWipSince != nil {
      let option = enablePending ? "--enable-pending" : "--include-wip-since"
      throw ValidationError(
        "\(option) needs --provider-branch or --provider-tag, for which the broker knows what was"
          + " honoured before")
    }
    if publish, providerVersion?.contains(where: { !$0.isWhitespace }) != true {
      throw ValidationError("--publish needs --provider-version, which the results are of")
    }
    if !publish, buildURL != nil { throw ValidationError("--build-url needs --publish") }
  }

  /// The addresses among the paths.
  static func addresses(in paths: [String]) throws -> [BrokerAddress] {
    try paths.filter(isAddress).map { try BrokerAccessOptions.address($0, "PATH") }
  }

  /// Whether a path is an address.
  static func isAddress(_ path: String) -> Bool {
    let path = path.lowercased()
    return path.hasPrefix("http://") || path.hasPrefix("https://")
  }

  /// Whether a text is a day of the calendar, perhaps with a time after it.
  private static func isDay(_ text: String) -> Bool {
    let parts = text.prefix { $0 != "T" }.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil
    }
    guard numbers.count == 3, parts.map(\.count) == [4, 2, 2] else { return false }
    return (1...12).contains(numbers[1]) && (1...31).contains(numbers[2])
  }
}
