import ContractModel
import JSONText

/// Rules that speak of the content of arrays and objects.
extension JSONPlanBuilder {
  mutating func content(
    of value: JSONValue, _ entry: Int
  ) throws(RuleError) -> (JSONPlan.Structure?, [Extra]) {
    var structure = JSONPlan.Structure()
    var extras: [Extra] = []
    let set = tree.entries[entry].set
    let isObject = value.kind == .object
    for rule in set.rules {
      switch rule.structure {
      case .values:
        structure.isOpen = true
        structure.comparesValues = true
      case .eachKey(let keys) where isObject:
        structure.isOpen = true
        structure.keys.append(keys)
      case .eachValue(let values):
        structure.isOpen = true
        structure.comparesValues = true
        structure.values.append(values)
        let path = PathExpression(tree.entries[entry].path.tokens + [.anyMember])
        extras.append(Extra(set: values, path: path))
      case .contains(let variants) where !isObject:
        structure.variants += try plan(variants, of: value, source: set.source)
      case .anyOrder(let count) where !isObject: structure.anyOrder = count
      case .eachKey:
        throw RuleError("the matching rule 'eachKey' is for objects", rule: set.source)
      case .contains, .anyOrder:
        throw RuleError("the matching rule '\(rule.name)' is for arrays", rule: set.source)
      case nil: break
      }
    }
    if structure.anyOrder != nil, !structure.variants.isEmpty || structure.isOpen {
      throw RuleError(
        "the matching rule 'ignore-order' does not go together with the others here",
        rule: set.source)
    }
    return (structure, extras)
  }

  mutating func plan(
    _ variants: [ArrayVariant], of array: JSONValue, source: JSONValue?
  ) throws(RuleError) -> [JSONPlan.Variant] {
    let examples = Array(array.elements)
    var plans: [JSONPlan.Variant] = []
    for variant in variants {
      guard examples.indices.contains(variant.index) else {
        throw RuleError(
          "the variant at index \(variant.index) is not in the example, which has"
            + " \(examples.count) elements", rule: source)
      }
      let example = examples[variant.index]
      // The variant's paths start at the element: it is planned by a tree of its own.
      let outer = (tree, use, derived)
      (tree, use, derived) = (variant.rules, RuleUse(), [:])
      let root = try plan(example, variant.rules.root)
      let missed = use.unused(in: variant.rules)
      (tree, use, derived) = outer
      use.unusedInVariants += missed
      plans.append(JSONPlan.Variant(index: variant.index, example: example.node, plan: root))
    }
    return plans
  }
}
