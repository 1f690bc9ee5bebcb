extension ScalarSet {
  private static let digits = "0123456789"
  private static let lower = "abcdefghijklmnopqrstuvwxyz"
  private static let upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
  private static let space = " \t\n\u{0B}\u{0C}\r"
  private static let word = lower + upper + digits + "_"
  private static let symbols = "$+<=>^`|~"
  private static let punctuation = ##"!"#%&'()*,-./:;?@[\]_{}"##

  /// The set that an escape such as `\d` stands for.
  static func shorthand(_ letter: Unicode.Scalar) -> ScalarSet? {
    switch letter {
    case "d": ScalarSet(digits)
    case "D": ScalarSet(digits).inverted
    case "w": ScalarSet(word)
    case "W": ScalarSet(word).inverted
    case "s": ScalarSet(space)
    case "S": ScalarSet(space).inverted
    case "h": ScalarSet(" \t")
    case "H": ScalarSet(" \t").inverted
    case "v": ScalarSet("\n\u{0B}\u{0C}\r")
    case "V": ScalarSet("\n\u{0B}\u{0C}\r").inverted
    default: nil
    }
  }

  /// The set that a name such as `[:alpha:]` stands for.
  static func posix(_ name: String) -> ScalarSet? {
    switch name {
    case "alpha": ScalarSet(lower + upper)
    case "lower": ScalarSet(lower)
    case "upper": ScalarSet(upper)
    case "alnum": ScalarSet(lower + upper + digits)
    case "digit": ScalarSet(digits)
    case "xdigit": ScalarSet(digits + "abcdefABCDEF")
    case "word": ScalarSet(word)
    case "space": ScalarSet(space)
    case "blank": ScalarSet(" \t")
    case "punct": ScalarSet(punctuation + symbols)
    case "graph": ScalarSet(lower + upper + digits + punctuation + symbols)
    case "print": ScalarSet(lower + upper + digits + punctuation + symbols + " ")
    case "cntrl": controls
    case "ascii": range(0x00, 0x7F)
    default: nil
    }
  }

  /// The characters that stand for a Unicode property, as few as it takes; most are of ASCII.
  static func property(_ name: String) -> ScalarSet? {
    let key = name.lowercased().filter { $0 != " " && $0 != "_" && $0 != "-" }
    if let characters = general[key] { return ScalarSet(characters) }
    switch key {
    case "any": return any
    case "c", "cc": return controls
    case "ascii": return range(0x00, 0x7F)
    case "han": return range(0x4E00, 0x4E3F)
    case "greek": return range(0x3B1, 0x3C9)
    case "cyrillic": return range(0x430, 0x44F)
    case "hebrew": return range(0x5D0, 0x5EA)
    case "arabic": return range(0x628, 0x63A)
    case "hiragana": return range(0x3042, 0x3062)
    case "katakana": return range(0x30A2, 0x30C2)
    case "hangul": return range(0xAC00, 0xAC3F)
    default: return nil
    }
  }

  private static let general: [String: String] = [
    "l": lower + upper, "l&": lower + upper, "lc": lower + upper, "latin": lower + upper,
    "alphabetic": lower + upper, "alpha": lower + upper, "ll": lower, "lowercase": lower,
    "lower": lower, "lu": upper, "uppercase": upper, "upper": upper, "lt": "ǅ", "lm": "ʰ",
    "lo": "ªº", "n": digits, "nd": digits, "nl": "ⅠⅡⅢ", "no": "²³¹", "p": punctuation,
    "pc": "_", "pd": "-", "ps": "([{", "pe": ")]}", "pi": "«", "pf": "»",
    "po": ##"!"#%&'*,./:;?@\"##, "s": symbols, "sm": "+<=>|~", "sc": "$", "sk": "^`", "so": "©®",
    "m": "\u{301}", "mn": "\u{301}", "z": " ", "zs": " ", "xan": lower + upper + digits,
    "xwd": word, "xsp": space, "xps": space,
    "whitespace": space, "space": space,
  ]

  private static let controls: ScalarSet = {
    var set = range(0x00, 0x1F)
    set.formUnion(range(0x7F, 0x7F))
    return set
  }()

  private static func range(_ lower: UInt32, _ upper: UInt32) -> ScalarSet {
    var set = ScalarSet()
    if let lower = Unicode.Scalar(lower), let upper = Unicode.Scalar(upper) {
      set.insert(lower, through: upper)
    }
    return set
  }
}
