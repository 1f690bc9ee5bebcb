public import ContractDSL
import MockEngine
import MockServer

extension MockService {
  /// All requests that the mock got, oldest first.
  ///
  /// - Returns: those that are still in the journal, which keeps 16 MB.
  public func requests() async -> [ReceivedRequest] {
    looked(await server.requests().entries)
  }

  /// The requests that fit a pattern, oldest first.
  ///
  /// ```swift
  /// #expect(await mock.requests(to: .get("/health")).count == 2)
  /// ```
  ///
  /// - Parameters:
  ///   - pattern: what the requests look like, as in a contract; of what it does not speak,
  ///     anything will do.
  ///   - fileID: the module and the file that a failure is told of.
  ///   - filePath: the path of that file.
  ///   - line: the line that a failure is told of.
  ///   - column: its column.
  public func requests(
    to pattern: RequestPattern, fileID: StaticString = #fileID,
    filePath: StaticString = #filePath, line: UInt = #line, column: UInt = #column
  ) async -> [ReceivedRequest] {
    let site = CallSite(fileID: fileID, filePath: filePath, line: line, column: column)
    guard let filter = filter(pattern, site) else { return [] }
    let excerpt = await server.requests { filter.fits($0) }
    if !excerpt.isComplete { noteForgetting(site) }
    return looked(excerpt.entries)
  }

  /// Waits until the mock got so many requests that fit a pattern.
  ///
  /// The test fails when they do not come in time.
  ///
  /// - Parameters:
  ///   - count: how many are waited for; more may come.
  ///   - pattern: what the requests look like.
  ///   - limit: how long is waited for them.
  ///   - fileID: the module and the file that a failure is told of.
  ///   - filePath: the path of that file.
  ///   - line: the line that a failure is told of.
  ///   - column: its column.
  /// - Returns: the requests that came, oldest first.
  @discardableResult
  public func received(
    _ count: Int = 1, of pattern: RequestPattern, within limit: Duration = .seconds(5),
    fileID: StaticString = #fileID, filePath: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column
  ) async -> [ReceivedRequest] {
    let site = CallSite(fileID: fileID, filePath: filePath, line: line, column: column)
    guard let filter = filter(pattern, site) else { return [] }
    let excerpt = await server.requests(atLeast: count, within: limit) { filter.fits($0) }
    if excerpt.entries.count < count {
      let all = await server.requests().entries.map { ReceivedRequest($0) }
      note(
        MockProblem(
          text: "expected \(Self.count(count, of: filter)) within \(limit), got"
            + " \(excerpt.entries.count)" + Self.list(all), site: site))
    }
    return looked(excerpt.entries)
  }

  /// Checks that requests came in an order; others may have come between them.
  ///
  /// - Parameters:
  ///   - patterns: what the requests look like, in the order in which they have to have come.
  ///   - fileID: the module and the file that a failure is told of.
  ///   - filePath: the path of that file.
  ///   - line: the line that a failure is told of.
  ///   - column: its column.
  public func received(
    inOrder patterns: RequestPattern..., fileID: StaticString = #fileID,
    filePath: StaticString = #filePath, line: UInt = #line, column: UInt = #column
  ) async {
    let site = CallSite(fileID: fileID, filePath: filePath, line: line, column: column)
    let entries = await server.requests().entries
    var rest = entries[...]
    var before = ""
    for pattern in patterns {
      guard let filter = filter(pattern, site) else { return }
      guard let place = rest.firstIndex(where: filter.fits) else {
        return note(
          MockProblem(
            text: "expected \(filter.text)\(before), which did not come"
              + Self.list(entries.map { ReceivedRequest($0) }), site: site))
      }
      noteLook(at: [rest[place].number])
      rest = rest[(place + 1)...]
      before = " after \(filter.text)"
    }
  }

  /// Checks that no request came but those that the test has looked at, by `requests(to:)`,
  /// `received(_:of:within:)`, `received(inOrder:)` or `attempts(of:)`.
  ///
  /// - Parameters:
  ///   - fileID: the module and the file that a failure is told of.
  ///   - filePath: the path of that file.
  ///   - line: the line that a failure is told of.
  ///   - column: its column.
  public func receivedNothingElse(
    fileID: StaticString = #fileID, filePath: StaticString = #filePath, line: UInt = #line,
    column: UInt = #column
  ) async {
    let site = CallSite(fileID: fileID, filePath: filePath, line: line, column: column)
    let known = lookedAt
    let others = await server.requests { !known.contains($0.number) }.entries
    guard !others.isEmpty else { return }
    note(
      MockProblem(
        text: "expected no other requests" + Self.list(others.map { ReceivedRequest($0) }),
        site: site))
  }

  // MARK: -

  func looked(_ entries: [JournalEntry]) -> [ReceivedRequest] {
    noteLook(at: entries.map(\.number))
    return entries.map { ReceivedRequest($0) }
  }

  private func filter(_ pattern: RequestPattern, _ site: CallSite) -> RequestFilter? {
    do throws(ContractTestingError) {
      return try RequestFilter(pattern)
    } catch {
      note(MockProblem(text: error.description, site: site))
      return nil
    }
  }

  private func noteForgetting(_ site: CallSite) {
    note(
      MockProblem(
        text: "the journal of the mock forgot requests: a count of them would be wrong", site: site)
    )
  }

  private static func count(_ count: Int, of filter: RequestFilter) -> String {
    count == 1 ? "a request \(filter.text)" : "\(count) requests \(filter.text)"
  }

  private static let listed = 20

  /// What came, a line each.
  private static func list(_ requests: [ReceivedRequest]) -> String {
    guard !requests.isEmpty else { return "; no request came at all" }
    let lines = requests.suffix(listed).map { "  \($0.number). \($0)" }
    let older = requests.count - lines.count
    return "; these came:\n" + (older > 0 ? "  (\(older) before)\n" : "")
      + lines.joined(separator: "\n")
  }
}
