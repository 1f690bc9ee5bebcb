/// A document that others are compared with, however they are laid out.
///
/// Comments and white space around texts do not count, nor does the order of children with different
/// names; children of one name are compared one after the other.
package struct XMLEquality: Sendable {
  /// What is compared.
  package struct Options: Sendable {
    /// Whether namespaces count.
    package var comparesNamespaces = false
    /// Whether the names of elements count.
    package var comparesElementNames = true
    /// Whether texts count.
    package var comparesText = true
    /// Whether attributes count.
    package var comparesAttributes = true
    /// Whether the values of attributes count.
    package var comparesAttributeValues = true
    /// Whether there has to be a child for each child.
    package var comparesChildren = true
    /// Whether children of one name may come in any order.
    package var ignoresOrderOfSameName = false
    /// The regular expressions around placeholders such as `xmlunit.ignore`; `nil` for none.
    package var placeholders: (opening: String, closing: String)?

    /// Creates options that compare everything but namespaces.
    package init() {}
  }

  private let expected: XMLTree
  private let options: Options
  /// What stands in for texts, by the text.
  private let placeholders: [String: XMLPlaceholder]

  /// Reads the expected document.
  ///
  /// - Throws: ``RuleError`` when it is no XML, or a placeholder is not known.
  package init(_ text: String, _ options: Options) throws(RuleError) {
    do throws(XMLError) {
      expected = try XMLTree(parsing: text)
    } catch {
      throw RuleError("not XML, at \(error)")
    }
    self.options = options
    var placeholders: [String: XMLPlaceholder] = [:]
    if let delimiters = options.placeholders {
      let slices = expected.elements.map(\.text) + expected.attributes.map(\.value)
      for slice in slices {
        let text = expected.string(slice)
        if let placeholder = try XMLPlaceholder(text, delimiters) {
          placeholders[text] = placeholder
        }
      }
    }
    self.placeholders = placeholders
  }

  /// Whether a document is equal; what is no XML is not.
  package func matches(_ bytes: [UInt8]) -> Bool {
    guard let actual = try? XMLTree(parsing: bytes) else { return false }
    return isEqual(0, 0, actual)
  }

  private func isEqual(_ left: Int, _ right: Int, _ actual: XMLTree) -> Bool {
    let (mine, theirs) = (expected.elements[left], actual.elements[right])
    if options.comparesElementNames {
      guard name(mine.name, expected) == name(theirs.name, actual) else { return false }
    }
    let text = expected.string(mine.text)
    if case .ignore? = placeholders[text] { return true }
    if options.comparesText, !isEqual(text, actual.string(theirs.text)) { return false }
    return hasEqualAttributes(left, right, actual) && hasEqualChildren(left, right, actual)
  }

  private func isEqual(_ expected: String, _ actual: String) -> Bool {
    placeholders[expected]?.accepts(actual) ?? (expected == actual)
  }

  private func name(_ number: Int32, _ tree: XMLTree) -> String {
    options.comparesNamespaces ? tree.names.expanded(number) : tree.names.local(number)
  }

  private func hasEqualAttributes(_ left: Int, _ right: Int, _ actual: XMLTree) -> Bool {
    guard options.comparesAttributes else { return true }
    let (mine, theirs) = (expected.attributes(of: left), actual.attributes(of: right))
    // Where the schema lies is a hint to readers and nothing that is said.
    let wanted = mine.filter { !isHint(expected.attributes[$0].name, expected) }
    var rest: [String: String] = [:]
    for place in theirs where !isHint(actual.attributes[place].name, actual) {
      let attribute = actual.attributes[place]
      rest[name(attribute.name, actual)] = actual.string(attribute.value)
    }
    guard wanted.count == rest.count else { return false }
    return wanted.allSatisfy { place in
      let attribute = expected.attributes[place]
      guard let value = rest[name(attribute.name, expected)] else { return false }
      return !options.comparesAttributeValues || isEqual(expected.string(attribute.value), value)
    }
  }

  private func isHint(_ name: Int32, _ tree: XMLTree) -> Bool {
    tree.names.uri(name) == "http://www.w3.org/2001/XMLSchema-instance"
      && ["schemaLocation", "noNamespaceSchemaLocation"].contains(tree.names.local(name))
  }

  private func hasEqualChildren(_ left: Int, _ right: Int, _ actual: XMLTree) -> Bool {
    guard options.comparesChildren else { return true }
    let mine = groups(left, expected)
    let theirs = groups(right, actual)
    guard mine.count == theirs.count else { return false }
    return mine.allSatisfy { name, places in
      guard let others = theirs[name], others.count == places.count else { return false }
      if options.ignoresOrderOfSameName {
        return Pairing.isPossible(expected: places.count, actual: others.count) {
          isEqual(places[$0], others[$1], actual)
        }
      }
      return zip(places, others).allSatisfy { isEqual($0, $1, actual) }
    }
  }

  /// The children of an element by their names.
  private func groups(_ element: Int, _ tree: XMLTree) -> [String: [Int]] {
    var groups: [String: [Int]] = [:]
    for child in tree.children(of: element) {
      let name = options.comparesElementNames ? name(tree.elements[child].name, tree) : ""
      groups[name, default: []].append(child)
    }
    return groups
  }
}
