import ContractModel
import JSONText

/// The matching rules that stubs become.
enum Rule {
  static let type = make("type")
  static let number = make("number")
  static let boolean = make("boolean")
  static let equality = make("equality")
  static let notEmpty = make("notEmpty")
  static let anyOrder = make("ignore-order")
  /// Any text, also an empty one.
  static let anything = regex("[\\s\\S]*")

  /// Any keys, of which none has to be there.
  static let anyKey = JSONValue.make { writer in
    writer.object { writer in
      writer.member("match", "eachKey")
      writer.key("rules")
      writer.array { $0.value(anything) }
    }
  }

  static func regex(_ expression: String) -> JSONValue { make("regex", "regex", expression) }
  static func include(_ text: String) -> JSONValue { make("include", "value", text) }

  /// A list with an element that holds to rules for places in it, among any others.
  static func containing(_ rules: [MatchingRuleSet]) -> JSONValue {
    JSONValue.make { writer in
      writer.object { writer in
        writer.member("match", "arrayContains")
        writer.key("variants")
        writer.array { writer in
          writer.object { writer in
            writer.member("index", 0)
            writer.key("rules")
            writer.object { writer in
              for set in rules {
                writer.key(set.selector)
                writer.object { writer in
                  writer.member("combine", set.combination.rawValue)
                  writer.key("matchers")
                  writer.array { writer in for rule in set.rules { writer.value(rule) } }
                }
              }
            }
          }
        }
      }
    }
  }

  private static func make(_ name: String, _ key: String? = nil, _ value: String = "") -> JSONValue
  {
    JSONValue.make { writer in
      writer.object { writer in
        writer.member("match", name)
        if let key { writer.member(key, value) }
      }
    }
  }
}
