import JSONText
package import StubModel

/// Reads a record specification as WireMock's clients send it.
package enum RecordSpecificationReader {
  private static let members: Set<String> = [
    "targetBaseUrl", "filters", "captureHeaders", "requestBodyPattern", "extractBodyCriteria",
    "requestBodyPatternFactory", "outputFormat", "persist", "repeatsAsScenarios", "transformers",
    "transformerParameters",
  ]

  /// Reads a specification.
  ///
  /// - Throws: ``StubProblem`` with the place of what is unknown or cannot be done.
  package static func read(_ cursor: StubCursor) throws(StubProblem) -> RecordSpecification {
    try cursor.known(members)
    var specification = RecordSpecification()
    specification.targetBaseURL = cursor["targetBaseUrl"]
    if let transformer = try cursor["transformers"]?.array().first {
      throw transformer.problem(
        "transformers are programs of WireMock's and cannot be run here: remove them")
    }
    try readFilters(cursor["filters"], &specification)
    for (name, capture) in cursor["captureHeaders"]?.members ?? [] {
      try capture.known(["caseInsensitive"])
      specification.captureHeaders.append(
        (name, try capture["caseInsensitive"]?.boolean() ?? false))
    }
    // The Java client writes it by another name than the documentation.
    if let pattern = cursor["requestBodyPattern"] ?? cursor["requestBodyPatternFactory"] {
      specification.bodyPattern = try bodyPattern(pattern)
    }
    if let criteria = cursor["extractBodyCriteria"] {
      try criteria.known(["textSizeThreshold", "binarySizeThreshold"])
      specification.textLimit = try criteria["textSizeThreshold"].map(size)
      specification.binaryLimit = try criteria["binarySizeThreshold"].map(size)
    }
    specification.persists = try cursor["persist"]?.boolean() ?? true
    specification.repeatsAsScenarios = try cursor["repeatsAsScenarios"]?.boolean() ?? true
    specification.tellsIDs = try tellsIDs(cursor["outputFormat"])
    return specification
  }

  private static func readFilters(
    _ cursor: StubCursor?, _ specification: inout RecordSpecification
  ) throws(StubProblem) {
    guard let cursor else { return }
    try cursor.object()
    specification.filters = cursor
    if let ids = cursor["ids"] {
      specification.ids = Set(try ids.strings().map { $0.lowercased() })
    }
    if try cursor["allowNonProxied"]?.boolean() == true {
      throw cursor.problem(
        "the answers of stubs are stubs already: only what was proxied is recorded",
        key: "allowNonProxied")
    }
  }

  private static func bodyPattern(
    _ cursor: StubCursor
  ) throws(StubProblem) -> RecordSpecification.BodyPattern {
    try cursor.known(["matcher", "ignoreArrayOrder", "ignoreExtraElements", "caseInsensitive"])
    switch try cursor["matcher"]?.string() ?? "auto" {
    case "auto": return .automatic
    case "equalTo": return .text(ignoresCase: try cursor["caseInsensitive"]?.boolean() ?? false)
    case "equalToJson":
      return .json(
        ignoresArrayOrder: try cursor["ignoreArrayOrder"]?.boolean() ?? true,
        ignoresExtraElements: try cursor["ignoreExtraElements"]?.boolean() ?? true)
    case "equalToXml": return .xml
    case let other:
      throw (cursor["matcher"] ?? cursor).problem(
        "'\(other)' is not known; known are auto, equalTo, equalToJson and equalToXml")
    }
  }

  private static func tellsIDs(_ cursor: StubCursor?) throws(StubProblem) -> Bool {
    switch try cursor?.string().uppercased() {
    case nil, "FULL": return false
    case "IDS": return true
    case let other?:
      throw (cursor ?? StubCursor(.make { $0.null() })).problem(
        "'\(other)' is not known; known are FULL and IDS")
    }
  }

  /// A size such as `2 kb`, `1 Mb` or `300`.
  private static func size(_ cursor: StubCursor) throws(StubProblem) -> Int {
    let text = cursor.value.string ?? cursor.value.text
    let digits = text.prefix { $0.isNumber }
    let unit = text.dropFirst(digits.count).filter { $0 != " " }.lowercased()
    let factors = ["": 1, "b": 1, "kb": 1_024, "mb": 1_048_576, "gb": 1_073_741_824]
    guard let number = Int(digits), let factor = factors[unit],
      !number.multipliedReportingOverflow(by: factor).overflow
    else { throw cursor.problem("'\(text)' is no size; expected one such as '2 kb'") }
    return number * factor
  }
}
