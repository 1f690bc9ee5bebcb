/// A tree of secrets whose nodes also know where to go on when the next byte does not fit.
struct SecretAutomaton: Sendable {
  /// The children of the root by their byte; 0, the root, where there is none.
  private var first = [Int32](repeating: 0, count: 256)
  /// The children of the other nodes, by parent and byte.
  private var children: [UInt64: Int32] = [:]
  private var parents: [Int32] = [0]
  private var bytes: [UInt8] = [0]
  private var depths: [Int32] = [0]
  /// The node of the longest other beginning of a secret that the text ends with.
  private var fallbacks: [Int32] = [0]
  /// The length of the longest secret that the text ends with, or 0.
  private var lengths: [Int32] = [0]

  /// Whether there is no secret.
  var isEmpty: Bool { parents.count == 1 }

  /// Adds a secret; ``complete()`` has to follow.
  mutating func insert(_ secret: String) {
    var node = 0
    for byte in secret.utf8 { node = child(of: node, byte) ?? addChild(of: node, byte) }
    lengths[node] = depths[node]
  }

  /// Makes the automaton ready, from the root down.
  mutating func complete() {
    for node in parents.indices.sorted(by: { depths[$0] < depths[$1] }) where depths[node] > 1 {
      let fallback = state(after: Int(fallbacks[Int(parents[node])]), bytes[node])
      fallbacks[node] = Int32(fallback)
      if lengths[node] == 0 { lengths[node] = lengths[fallback] }
    }
  }

  /// Where a byte leads from a state; 0 is the beginning.
  func state(after state: Int, _ byte: UInt8) -> Int {
    var state = state
    while state != 0 {
      if let child = children[Self.key(state, byte)] { return Int(child) }
      state = Int(fallbacks[state])
    }
    return Int(first[Int(byte)])
  }

  /// The length of the longest secret that ends here, or 0.
  func longestSecret(at state: Int) -> Int { Int(lengths[state]) }

  /// How many bytes of a secret the text ends with.
  func depth(of state: Int) -> Int { Int(depths[state]) }

  private func child(of node: Int, _ byte: UInt8) -> Int? {
    let child = node == 0 ? first[Int(byte)] : children[Self.key(node, byte), default: 0]
    return child == 0 ? nil : Int(child)
  }

  private mutating func addChild(of node: Int, _ byte: UInt8) -> Int {
    let child = parents.count
    parents.append(Int32(node))
    bytes.append(byte)
    depths.append(depths[node] + 1)
    fallbacks.append(0)
    lengths.append(0)
    if node == 0 {
      first[Int(byte)] = Int32(child)
    } else {
      children[Self.key(node, byte)] = Int32(child)
    }
    return child
  }

  private static func key(_ node: Int, _ byte: UInt8) -> UInt64 { UInt64(node) << 8 | UInt64(byte) }
}
