package import ContractMatching
import ContractModel
package import FaultModel
package import StubMatching
package import StubModel

/// The stubs of a mock, their scenarios, and how often each answered.
///
/// It is asked and changed on one event loop only: a request and the change of a scenario's state that
/// it brings are one step.
package struct StubTable: Sendable {
  /// How strictly mappings are read.
  package let dialect: StubDialect
  /// Tells the time of a request.
  package var clock: @Sendable () -> Moment = { Moment(secondsSinceEpoch: 0) }
  private let seed: UInt64
  private let allowed: [AllowedTarget]
  private var slots: [CompiledStub?] = []
  private var free: [Int] = []
  private var places: [String: Int] = [:]
  private var index = StubIndex()
  private var added = 0
  private var identifiers: UInt64 = 0
  private var delays: UInt64 = 0
  /// How often each stub answered, by its slot.
  private var playCounts: [Int] = []
  /// The states of the scenarios that were left, by name.
  package private(set) var states: [String: String] = [:]
  /// What holds for all stubs.
  package var settings = StubSettings() {
    didSet { hasPlainSettings = settings.delay.isEmpty }
  }
  /// Whether the settings change no answer.
  package private(set) var hasPlainSettings = true

  /// Creates a table without stubs.
  ///
  /// - Parameters:
  ///   - dialect: how strictly mappings are read.
  ///   - seed: decides the identifiers of stubs that have none.
  ///   - allowed: where stubs may send requests.
  package init(_ dialect: StubDialect, seed: UInt64, allowed: [AllowedTarget] = []) {
    self.dialect = dialect
    self.seed = seed
    self.allowed = allowed
  }

  /// Whether there is no stub.
  package var isEmpty: Bool { places.isEmpty }
  /// How many stubs there are.
  package var count: Int { places.count }

  /// The stubs in the order in which they are asked.
  package var all: [CompiledStub] {
    slots.compactMap { $0 }.sorted { $0.rank < $1.rank }
  }

  /// The stub of an identifier.
  package subscript(id: String) -> CompiledStub? { places[id].flatMap { slots[$0] } }

  /// The stub in a slot.
  package func stub(at slot: Int) -> CompiledStub? { slots[slot] }

  /// The stub that the journal knows by a number, unless it was removed.
  package func stub(number: Int) -> CompiledStub? {
    slots.lazy.compactMap { $0 }.first { $0.number == number }
  }

  /// How often the stub of an identifier answered.
  package func plays(_ id: String) -> Int { places[id].map { playCounts[$0] } ?? 0 }

  /// Adds a stub, or replaces the one with its identifier.
  ///
  /// - Parameter keepsPlace: whether it counts as old as the stub that it replaces.
  /// - Throws: ``StubProblem`` when its request or response cannot be used; nothing is changed then.
  @discardableResult
  package mutating func add(
    _ mapping: StubMapping, keepsPlace: Bool = false
  ) throws(StubProblem) -> CompiledStub {
    let matcher = try StubMatcher(mapping.request, dialect)
    let id = mapping.id ?? makeID()
    let answer = try StubAnswer(
      mapping.response, id: id, name: mapping.name, dialect, allowed: allowed)
    var webhooks: [StubWebhookPlan] = []
    for webhook in mapping.webhooks {
      webhooks.append(try StubWebhookPlan(webhook, dialect, allowed))
    }
    let replaced = keepsPlace ? self[id]?.rank.number : nil
    let rank = StubRank(priority: mapping.priority, number: replaced ?? added)
    let stub = CompiledStub(
      mapping, id: id, number: added, rank: rank, matcher, answer, webhooks)
    remove(id)
    insert(stub, plays: 0)
    return stub
  }

  private mutating func insert(_ stub: CompiledStub, plays: Int) {
    added += 1
    let slot = free.popLast() ?? slots.count
    if slot == slots.count {
      slots.append(stub)
      playCounts.append(plays)
    } else {
      slots[slot] = stub
      playCounts[slot] = plays
    }
    places[stub.id] = slot
    index.add(stub, slot: slot)
  }

  /// Replaces the stubs that came from files by those of another table; the others stay, and come
  /// first as before.
  ///
  /// A stub that is still the same keeps its identifier, its number and its count, and a scenario its
  /// state.
  package mutating func replaceFiles(with other: StubTable) {
    let old = slots.indices.compactMap { slot in
      slots[slot].map { (stub: $0, plays: playCounts[slot]) }
    }
    .sorted { $0.stub.rank.number < $1.stub.rank.number }
    var kept: [FileLocation: (stub: CompiledStub, plays: Int)] = [:]
    for entry in old {
      if let location = entry.stub.mapping.location { kept[location] = entry }
    }
    let states = states
    removeAll()
    self.states = states
    let new = other.slots.compactMap { $0 }.sorted { $0.rank.number < $1.rank.number }
    for stub in new {
      let same = stub.mapping.location.flatMap { kept[$0] }
      if let same, same.stub.mapping.source == stub.mapping.source {
        take(same.stub, number: same.stub.number, plays: same.plays)
      } else {
        take(stub, number: added, plays: 0)
      }
    }
    for entry in old where entry.stub.mapping.location == nil {
      take(entry.stub, number: entry.stub.number, plays: entry.plays)
    }
  }

  private mutating func take(_ stub: CompiledStub, number: Int, plays: Int) {
    remove(stub.id)
    let rank = StubRank(priority: stub.mapping.priority, number: added)
    insert(CompiledStub(stub, number: number, rank: rank), plays: plays)
  }

  /// Forgets every request: no stub has answered, and every scenario starts anew.
  mutating func forgetRequests() {
    playCounts = Array(repeating: 0, count: playCounts.count)
    states = [:]
  }

  /// Removes a stub.
  ///
  /// - Returns: whether there was one.
  @discardableResult
  package mutating func remove(_ id: String) -> Bool {
    guard let slot = places.removeValue(forKey: id), let stub = slots[slot] else { return false }
    index.remove(stub)
    slots[slot] = nil
    free.append(slot)
    return true
  }

  /// Removes all stubs and forgets all states.
  package mutating func removeAll() {
    slots = []
    free = []
    places = [:]
    playCounts = []
    index = StubIndex()
    states = [:]
  }

  /// Puts scenarios into states; those that are not named are in the first one.
  mutating func setStates(_ states: [String: String]) { self.states = states }

  /// The stubs that may accept what another accepts, ordered by rank where they share its URL.
  func siblings(of stub: CompiledStub) -> [StubIndex.Entry] { index.siblings(stub) }

  /// Random numbers for the delay of one answer.
  package mutating func random() -> SeededGenerator {
    delays += 1
    return SeededGenerator(seed: seed, stream: "stub delay", position: delays)
  }

  /// An identifier that looks like a random UUID.
  private mutating func makeID() -> String {
    var random = SeededGenerator(seed: seed, stream: "stub", position: identifiers)
    identifiers += 1
    var bytes = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    var text: [UInt8] = []
    text.reserveCapacity(36)
    for (place, byte) in bytes.enumerated() {
      if place == 4 || place == 6 || place == 8 || place == 10 { text.append(UInt8(ascii: "-")) }
      for digit in [byte >> 4, byte & 0xF] {
        text.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

// MARK: - Requests

extension StubTable {
  /// Finds the stub that answers a request, counts it, and changes its scenario's state.
  ///
  /// - Parameters:
  ///   - arrival: the request.
  ///   - priorities: the priorities that are looked at.
  /// - Returns: the slot of the stub, or `nil`.
  mutating func play(
    _ arrival: inout StubArrival, _ bytes: Span<UInt8>, _ priorities: ClosedRange<Int>
  ) -> Int? {
    guard let slot = find(&arrival, bytes, priorities) else { return nil }
    playCounts[slot] += 1
    if let scenario = slots[slot]?.mapping.scenario, let next = scenario.next {
      states[scenario.name] = next
    }
    return slot
  }

  private func find(
    _ arrival: inout StubArrival, _ bytes: Span<UInt8>, _ priorities: ClosedRange<Int>
  ) -> Int? {
    let path = bytes.extracting(arrival.head.path.start..<arrival.head.path.end)
    let target = bytes.extracting(arrival.head.path.start..<arrival.targetEnd)
    if let only = index.single(path: path, target: target) {
      let slot = Int(only.slot)
      return priorities.contains(only.rank.priority) && accepts(slot, &arrival, bytes, path, target)
        ? slot : nil
    }
    var candidates = StubCandidates(
      index.lists(path: path, target: target), priorities: priorities)
    while let slot = candidates.next() {
      if accepts(slot, &arrival, bytes, path, target) { return slot }
    }
    return nil
  }

  private func accepts(
    _ slot: Int, _ arrival: inout StubArrival, _ bytes: Span<UInt8>, _ path: Span<UInt8>,
    _ target: Span<UInt8>
  ) -> Bool {
    guard let stub = slots[slot], isReady(stub), arrival.hasMethod(of: stub, bytes),
      mayFit(stub, path, target)
    else { return false }
    return stub.isDecidedByBytes || stub.matcher.accepts(arrival.request(bytes), at: clock())
  }

  /// Whether the scenario of a stub is in the state that it waits for.
  private func isReady(_ stub: CompiledStub) -> Bool {
    guard let scenario = stub.mapping.scenario, let required = scenario.required else {
      return true
    }
    return states[scenario.name, default: StubScenario.started] == required
  }

  /// Whether path or target are those of a literal URL, or start as they have to.
  private func mayFit(_ stub: CompiledStub, _ path: Span<UInt8>, _ target: Span<UInt8>) -> Bool {
    let prefix = stub.prefix
    switch stub.matcher.url {
    case .exact: return prefix.count == target.count && Self.starts(target, prefix)
    case .path: return prefix.count == path.count && Self.starts(path, prefix)
    default: return prefix.count <= path.count && Self.starts(path, prefix)
    }
  }

  private static func starts(_ bytes: Span<UInt8>, _ prefix: [UInt8]) -> Bool {
    for at in 0..<prefix.count where bytes[at] != prefix[at] { return false }
    return true
  }

  /// The stubs that a request was probably meant for, nearest first.
  package func nearMisses(_ request: StubRequest) -> [StubNearMiss] {
    StubNearMiss.find(request, slots.compactMap { $0 }, at: clock())
  }

  /// The time of a request that is compared now.
  package var now: Moment { clock() }
}
