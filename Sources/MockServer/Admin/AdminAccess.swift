/// Who may use the admin API of a mock.
///
/// Without a token only this machine may: the mock has to listen on the loopback address, and a
/// request has to name it by a local name, so that no page in a browser reaches it by a name of its
/// own. With a token whoever carries it may.
public struct AdminAccess: Sendable, Hashable {
  /// What requests have to carry as `Authorization: Bearer …`; `nil` for nothing.
  public var token: String?
  /// The names by which the mock may be reached besides those of this machine.
  public var hosts: [String]

  /// Creates a way of access.
  public init(token: String? = nil, hosts: [String] = []) {
    self.token = token
    self.hosts = hosts
  }

  /// Why a request is refused, or `nil`.
  ///
  /// - Parameter isLocal: whether the mock listens on the loopback address.
  func refusal(of call: AdminCall, isLocal: Bool) -> AdminRefusal? {
    if let refusal = crossOrigin(call) { return refusal }
    if let token {
      let given = call.header("authorization") ?? ""
      return Self.equal(Array(given.utf8), Array("Bearer \(token)".utf8))
        ? nil : AdminRefusal(401, "the admin API needs 'Authorization: Bearer' and the token")
    }
    guard isLocal else {
      return AdminRefusal(
        403,
        "the admin API is closed, since the mock listens beyond this machine; give it a token with"
          + " --admin-token-file")
    }
    guard let host = call.header("host") else { return nil }
    let name = Self.name(of: host)
    if Self.isLocal(name) || hosts.contains(where: { $0.lowercased() == name }) { return nil }
    return AdminRefusal(
      403,
      "the admin API answers for local names only, not for '\(name)'; allow it with --admin-host")
  }

  /// Pages of other origins change nothing; a page of the mock's own may.
  private func crossOrigin(_ call: AdminCall) -> AdminRefusal? {
    guard call.method != "GET", call.method != "HEAD" else { return nil }
    if let site = call.header("sec-fetch-site"), site != "same-origin", site != "none" {
      return AdminRefusal(403, "the admin API takes no changes from pages of other origins")
    }
    guard let origin = call.header("origin") else { return nil }
    let host = call.header("host") ?? ""
    return ["http://\(host)", "https://\(host)"].contains(origin.lowercased()) && !host.isEmpty
      ? nil
      : AdminRefusal(403, "the admin API takes no changes from pages of other origins: '\(origin)'")
  }

  /// The host without its port, in lower case.
  private static func name(of host: String) -> String {
    let host = host.lowercased()
    if host.hasPrefix("[") { return String(host.prefix { $0 != "]" }) + "]" }
    return String(host.prefix { $0 != ":" })
  }

  static func isLocal(_ name: String) -> Bool {
    if name == "localhost" || name.hasSuffix(".localhost") || name == "[::1]" || name == "::1" {
      return true
    }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }

  /// Compares every byte, so that the time tells nothing of where they differ.
  private static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(0) { $0 | $1.0 ^ $1.1 } == 0
  }
}
