/// A part of a regular expression, as far as it says which texts match.
indirect enum RegexNode: Sendable {
  /// No text: an anchor, or an empty branch.
  case nothing
  /// One of these characters.
  case one(of: [Unicode.Scalar])
  /// One part after the other.
  case sequence([RegexNode])
  /// One of several parts.
  case choice([RegexNode])
  /// A part several times; without `most` any number of times.
  case repetition(RegexNode, least: Int, most: Int?)
  /// A part whose text is kept for references to it.
  case group(Int, RegexNode)
  /// The text of one of these groups, the first that has one.
  case reference([Int])
  /// The text of a group with that name.
  case namedReference(String)
}
