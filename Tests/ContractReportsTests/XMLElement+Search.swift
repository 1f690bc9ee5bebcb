extension XMLElement {
  /// All elements below this one.
  func descendants() -> [XMLElement] { children.flatMap { [$0] + $0.descendants() } }

  /// All elements of that name below this one.
  func descendants(_ name: String) -> [XMLElement] { descendants().filter { $0.name == name } }
}
