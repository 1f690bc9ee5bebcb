/// One context: what `this` is, and what a block says about it.
struct TemplateFrame {
  /// What `this` stands for; `nil` for the root.
  var this: TemplateValue?
  /// `@index`, `@key` and the like.
  var data: [String: TemplateValue] = [:]
  /// The names behind `as`.
  var names: [String: TemplateValue] = [:]
}
