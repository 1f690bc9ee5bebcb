import ContractModel

/// Compares a multipart body part by part: parts are paired by their name, and by their order where
/// names are missing or stand more than once.
///
/// Headers of a part are compared but for `Content-Disposition`; its contents by their own media type.
/// Parts that the contract does not name are refused in requests.
struct MultipartMatcher: Sendable {
  /// An expected part.
  private struct Part: Sendable {
    let key: PartKey
    let path: String
    let isFile: Bool
    let headers: HeaderMatcher
    let content: ContentMatcher?
    let size: Int
  }

  let expected: [UInt8]
  private let parts: [Part]
  private let type: MediaType
  private let isStrict: Bool
  private let places: PlaceFinder
  /// The rules that found a part.
  private(set) var use = RuleUse()

  /// - Parameters:
  ///   - bytes: the contract's body.
  ///   - type: its media type, with the boundary.
  ///   - start: where in the rules the body stands; `.name` and `[0]` lead on into a part.
  /// - Throws: ``RuleError`` when the body is not multipart, or a rule does not fit.
  init(
    _ bytes: [UInt8], type: MediaType, rules: RuleTree, start: RuleState, isStrict: Bool,
    places: PlaceFinder
  ) throws(RuleError) {
    expected = bytes
    self.type = type
    self.isStrict = isStrict
    self.places = places
    let body: MultipartBody
    do throws(MultipartError) {
      body = try Self.parse(bytes, type)
    } catch {
      throw RuleError("the body of the contract is not multipart: \(error)")
    }
    var parts: [Part] = []
    for (index, (key, part)) in PartKey.number(body.parts).enumerated() {
      let state = rules.state(atPart: key.name, index: index, from: start)
      use.reach(state, in: rules)
      let content = try Self.content(of: part, rules, state, isStrict, places)
      if let content { use.merge(content.use) }
      let path = part.name.map { "$" + PathExpression.step($0) } ?? "$[\(index)]"
      parts.append(
        Part(
          key: key, path: path, isFile: part.fileName != nil,
          headers: HeaderMatcher(
            expected: Self.comparedHeaders(part), rules: FieldRules(), places: places),
          content: content, size: part.bytes.count))
    }
    self.parts = parts
  }

  private static func parse(
    _ bytes: [UInt8], _ type: MediaType?
  ) throws(MultipartError) -> MultipartBody {
    // The boundary is made anew for each message: what the body itself says counts, where the headers
    // of a contract name another one.
    let named = type.flatMap(MultipartBody.boundary(of:))
    let guessed = MultipartBody.boundary(guessedFrom: bytes)
    guard let named else { return try MultipartBody(parsing: bytes, boundary: guessed ?? "") }
    do throws(MultipartError) {
      return try MultipartBody(parsing: bytes, boundary: named)
    } catch {
      guard let guessed, guessed != named else { throw error }
      return try MultipartBody(parsing: bytes, boundary: guessed)
    }
  }

  private static func content(
    of part: MultipartBody.Part, _ rules: RuleTree, _ state: RuleState, _ isStrict: Bool,
    _ places: PlaceFinder
  ) throws(RuleError) -> ContentMatcher? {
    guard !part.bytes.isEmpty else { return nil }
    return try ContentMatcher(
      partContent(part), type: part.contentType.map(MediaType.init), rules: rules, start: state,
      isStrict: isStrict, places: places)
  }

  private static func partContent(_ part: MultipartBody.Part) -> Body.Content {
    guard let type = part.contentType.map(MediaType.init) else {
      // Fields of forms name no type: they are text.
      return String(validating: part.bytes, as: UTF8.self).map(Body.Content.text)
        ?? .binary(part.bytes)
    }
    return Body.Content(part.bytes, type: type)
  }

  private static func comparedHeaders(_ part: MultipartBody.Part) -> [Field] {
    part.headers.filter {
      !$0.name.equalsIgnoringCase("content-disposition")
        && !$0.name.equalsIgnoringCase("content-transfer-encoding")
        && !$0.name.equalsIgnoringCase("content-length")
    }
  }

  /// Everything that differs, in the order of the expected parts.
  func mismatches(_ actual: [UInt8], type came: MediaType?) -> [Mismatch] {
    let body: MultipartBody
    do throws(MultipartError) {
      body = try Self.parse(actual, came ?? type)
    } catch {
      return [
        mismatch("$", Excerpt.of(actual), "Expected a multipart body but it is none: \(error)")
      ]
    }
    var rest: [PartKey: MultipartBody.Part] = [:]
    var order: [PartKey] = []
    for (key, part) in PartKey.number(body.parts) {
      rest[key] = part
      order.append(key)
    }
    var mismatches: [Mismatch] = []
    for part in parts {
      if let counterpart = rest.removeValue(forKey: part.key) {
        mismatches += compare(part, counterpart)
      } else {
        mismatches.append(
          mismatch("$", "", "Expected a MIME part \(part.key.shown) but was missing"))
      }
    }
    guard isStrict else { return mismatches }
    for key in order where rest[key] != nil {
      mismatches.append(mismatch("$", key.shown, "Unexpected MIME part \(key.shown) received"))
    }
    return mismatches
  }

  private func compare(_ part: Part, _ came: MultipartBody.Part) -> [Mismatch] {
    if part.isFile != (came.fileName != nil) {
      let (wanted, kind) = part.isFile ? ("file", "field") : ("field", "file")
      return [
        mismatch("$", kind, "Expected a MIME \(wanted) \(part.key.shown) but was \(kind)")
      ]
    }
    var found = part.headers.mismatches(came.headers).map { mismatch in
      var mismatch = mismatch
      mismatch.kind = .body
      mismatch.path = part.path + "['\(mismatch.path)']"
      return mismatch
    }
    guard let content = part.content else {
      if !came.bytes.isEmpty {
        found.append(
          mismatch(
            part.path, Excerpt.of(came.bytes),
            "Expected an empty part but received \(Excerpt.of(came.bytes))"))
      }
      return found
    }
    guard !came.bytes.isEmpty || content.acceptsNoBytes else {
      return found + [
        mismatch(part.path, "", "Expected contents of \(part.size) bytes but none came")
      ]
    }
    return found
      + content.mismatches(came.bytes, type: came.contentType.map(MediaType.init)).map { mismatch in
        var mismatch = mismatch
        mismatch.path = part.path + mismatch.path.dropFirst()
        return mismatch
      }
  }

  private func mismatch(_ path: String, _ actual: String, _ message: String) -> Mismatch {
    Mismatch(
      .body, path: path, expected: path == "$" ? Excerpt.of(expected) : "", actual: actual,
      message: message, location: places.location())
  }
}
