/// Where the walk stands in one pair of elements.
///
/// The walk keeps a list of these instead of recursing: how deep it goes is for the documents to say.
struct XMLFrame {
  /// The expected element.
  let expected: Int
  /// The actual element.
  let actual: Int
  /// The plan of the expected element.
  let node: Int
  /// The groups of the expected children.
  let groups: Range<Int>
  /// Where the ends of the groups' actual children start on the walk's stack.
  let base: Int
  /// How many actual children belong to no group.
  var others = 0
  /// Whether there are attributes that are refused.
  var hasUnexpectedAttributes = false
  /// Whether a group has more children than are expected.
  var hasSurplus = false
  /// The next expected child, and which one it is.
  var child: Int
  /// Which child that is, from 0.
  var place = 0
  /// The group whose actual children beyond the example come next, or -1.
  var repeated = -1
  /// Which of those children comes next.
  var repetition = 0

  /// Where the actual children start on the walk's stack.
  var list: Int { base + groups.count }
}
