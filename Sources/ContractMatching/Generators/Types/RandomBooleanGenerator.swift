/// `RandomBoolean`: `true` or `false`, also where the example has a string.
struct RandomBooleanGenerator: Generator {
  let name = "RandomBoolean"

  func value(_ context: inout GenerationContext) -> GeneratedValue {
    .boolean(context.number(in: 0...1) == 1)
  }
}
