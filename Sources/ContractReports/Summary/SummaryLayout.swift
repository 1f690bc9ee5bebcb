/// Where services stand in the picture: in columns, so that data flows from left to right.
struct SummaryLayout {
  /// The column and the row of each service, counted from 0.
  private(set) var places: [String: (column: Int, row: Int)] = [:]
  /// How many columns there are.
  private(set) var columns = 0
  /// How many rows the longest column has.
  private(set) var rows = 0
  private var ways: [[String]: [String]] = [:]

  /// Lays services out: each stands right of all that flows to it, circles aside.
  init(_ flows: [SummaryFlow]) {
    let services = SummaryFlow.services(flows)
    var targets: [String: [String]] = [:]
    for flow in flows where flow.source != flow.target && !flow.isMessages {
      targets[flow.source, default: []].append(flow.target)
    }
    for flow in flows where flow.source != flow.target && flow.isMessages {
      let isKnown = targets[flow.target]?.contains(flow.source) == true
      // Requests decide the side; messages only where there are no requests between the two.
      if !isKnown { targets[flow.source, default: []].append(flow.target) }
    }
    var column = Self.columns(services, targets)
    columns = (column.values.max() ?? -1) + 1
    var sources: [String: [String]] = [:]
    var names = services
    for pair in Self.pairs(flows) {
      let (left, right) = (column[pair[0]] ?? 0, column[pair[1]] ?? 0)
      let (first, last) = left < right ? (pair[0], pair[1]) : (pair[1], pair[0])
      var previous = first
      var way: [String] = []
      for number in (min(left, right) + 1)..<max(left, right, min(left, right) + 1) {
        // No service can have such a name: a contract's text has no NUL in it as it is shown.
        let name = "\u{0}\(first)\u{0}\(last)\u{0}\(number)"
        column[name] = number
        names.append(name)
        way.append(name)
        sources[name, default: []].append(previous)
        previous = name
      }
      if left != right { sources[last, default: []].append(previous) }
      ways[[first, last]] = way
    }
    var filled = Array(repeating: 0, count: columns)
    for service in Self.sorted(names, column, sources) {
      let number = column[service] ?? 0
      places[service] = (number, filled[number])
      filled[number] += 1
    }
    rows = filled.max() ?? 0
  }

  /// The places between two services that do not stand side by side, from the one to the other; they
  /// are kept free for the line.
  func way(from source: String, to target: String) -> [(column: Int, row: Int)] {
    if let way = ways[[source, target]] { return way.compactMap { places[$0] } }
    return (ways[[target, source]] ?? []).reversed().compactMap { places[$0] }
  }

  /// The services that data flows between, each pair once.
  private static func pairs(_ flows: [SummaryFlow]) -> [[String]] {
    Set(flows.filter { $0.source != $0.target }.map { [$0.source, $0.target].sorted() })
      .sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The longest way to each service; a flow that leads back into a circle is not followed.
  private static func columns(_ services: [String], _ targets: [String: [String]]) -> [String: Int]
  {
    var order: [String] = []
    var state: [String: Bool] = [:]  // false while its targets are walked, true afterwards
    var back: Set<[String]> = []
    for root in services where state[root] == nil {
      var stack = [(name: root, next: 0)]
      state[root] = false
      while let (name, next) = stack.last {
        let followers = targets[name] ?? []
        guard next < followers.count else {
          state[name] = true
          order.append(name)
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        let follower = followers[next]
        switch state[follower] {
        case nil:
          state[follower] = false
          stack.append((follower, 0))
        case false?: back.insert([name, follower])
        case true?: break
        }
      }
    }
    var column: [String: Int] = [:]
    for name in order.reversed() {
      for follower in targets[name] ?? [] where !back.contains([name, follower]) {
        column[follower] = max(column[follower] ?? 0, (column[name] ?? 0) + 1)
      }
    }
    return column
  }

  /// The names column by column, each near the middle of those on its left, then by name.
  private static func sorted(
    _ names: [String], _ column: [String: Int], _ sources: [String: [String]]
  ) -> [String] {
    var rows: [String: Int] = [:]
    var result: [String] = []
    for number in 0...(column.values.max() ?? 0) {
      let here = names.filter { (column[$0] ?? 0) == number }
      let middles = here.map { name -> Double in
        let known = (sources[name] ?? []).compactMap { rows[$0] }
        return known.isEmpty ? 0 : Double(known.reduce(0, +)) / Double(known.count)
      }
      let sorted = zip(here, middles).sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
      for (row, name) in sorted.enumerated() { rows[name] = row }
      result += sorted
    }
    return result
  }
}
