import JSONText

extension JSONPattern {
  /// The pattern with parts of it replaced.
  ///
  /// ```swift
  /// .shape(of: Order.sample).overlaid(with: [
  ///   "status": .oneOf(Order.Status.self),
  ///   "items": .each(["sku": .matching(#"[A-Z]-\d+"#, example: "A-1")]),
  /// ])
  /// ```
  ///
  /// - Parameter overlay: objects in it are laid over objects member by member, `.each` over `.each` by
  ///   its element, `.like` over its content; anything else takes the place of what was there. Members
  ///   that were not there are added.
  /// - Returns: the pattern with the overlay.
  public func overlaid(with overlay: JSONPattern) -> JSONPattern {
    switch (node, overlay.node) {
    case (.object(let members), .object(let others)):
      JSONPattern(.object(Self.merged(members, others)))
    case (.each(let element, _), .each(let other, let bounds)):
      JSONPattern(.each(element.overlaid(with: other), bounds))
    case (.like(let content), .like(let other)):
      JSONPattern(.like(content.overlaid(with: other)))
    case (.like(let content), .object): JSONPattern(.like(content.overlaid(with: overlay)))
    case (.combined(let first, let second, let isOr), .object):
      JSONPattern(.combined(first.overlaid(with: overlay), second, isOr: isOr))
    default: overlay
    }
  }

  private static func merged(_ members: [Member], _ others: [Member]) -> [Member] {
    var merged = members
    var places: [ExactText: Int] = [:]
    for (place, member) in members.enumerated() { places[ExactText(member.name)] = place }
    // A key that stands twice in the overlay stays, so that it is told of.
    var seen: Set<ExactText> = []
    for other in others {
      let isFirst = seen.insert(ExactText(other.name)).inserted
      if isFirst, let place = places[ExactText(other.name)] {
        merged[place].value = merged[place].value.overlaid(with: other.value)
      } else {
        merged.append(other)
      }
    }
    return merged
  }
}
