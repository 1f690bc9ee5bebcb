import JSONText

/// What a rule says of the content of an array or object.
package enum RuleStructure: Sendable {
  /// Keys are not compared; each value is like the one of its key in the example, else like the first.
  case values
  /// Keys are compared by rules; the keys of the example need not be there, and values are not compared
  /// but by rules of their own.
  case eachKey(RuleSet)
  /// Keys are not compared; each value or element holds to rules.
  case eachValue(RuleSet)
  /// Each variant is found among the elements.
  case contains([ArrayVariant])
  /// Elements are compared in any order.
  case anyOrder(ElementCount)
}

/// One of the elements that an `arrayContains` rule looks for.
package struct ArrayVariant: Sendable {
  /// The place of the variant's example in the contract's array.
  let index: Int
  /// The rules for the variant, from its root.
  let rules: RuleTree
}
