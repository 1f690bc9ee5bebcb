/// The elements that are open at a place in a text.
struct XMLPath {
  private var names: [String] = []
  private var counts: [String: Int] = [:]

  /// How many elements are open.
  var depth: Int { names.count }

  /// Notes a start tag.
  mutating func enter(_ name: String) {
    names.append(name)
    counts[name, default: 0] += 1
  }

  /// Notes an end tag: it closes the last element of its name and, as in HTML, all in that.
  mutating func leave(_ name: String) {
    // Without this look, each stray end tag would cost a walk over the path.
    guard counts[name, default: 0] > 0 else { return }
    while let last = names.popLast() {
      counts[last, default: 0] -= 1
      if last == name { return }
    }
  }
}
