import Foundation
import JSONText

/// Why an answer is another one than the one that was recorded.
enum WireMockDeparture: CaseIterable {
  /// An error in a template is told in another way than by a page with Java's stack trace.
  case errorPage
  /// The same container fails on a body of type `multipart` that names no boundary.
  case missingBoundary
  /// The day of the recording is another one.
  case day
  /// A matcher is a program for the Java virtual machine.
  case customMatcher
  /// The servlet container that WireMock runs in answers requests for `/` itself.
  case servletRoot
  /// The same container refuses a path with a malformed percent-escape.
  case malformedEscape
  /// The same container does not tell `APPLICATION/JSON` from `application/json`.
  case cachedHeader
  /// WireMock writes the JSON number `2.0` as `2`; here a number keeps its digits.
  case numberText
  /// What stands for a malformed chunk is an answer's own body, not WireMock's garbage.
  case faultBytes
  /// The file in the data is not the one that was there when the answer was recorded.
  case changedFile

  /// Whether a difference is of this kind.
  func explains(file: URL, probe: JSONValue, _ difference: String) -> Bool {
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    let url = probe["probe"]?["url"]?.string ?? ""
    return switch self {
    case .errorPage:
      probe["wiremock_2_35_1"]?["status"]?.integer == 500 && !difference.hasPrefix("status")
    case .missingBoundary:
      difference.hasSuffix("instead of 500") && text.contains("multipart/form-data")
    case .day: difference.hasPrefix("body") && text.contains("{{now")
    case .customMatcher:
      difference.hasPrefix("refused") && difference.contains("'customMatcher'")
    case .servletRoot: difference == "status 404 instead of 403"
    case .malformedEscape: difference == "status 404 instead of 400" && url.contains("%")
    case .cachedHeader:
      probe["probe"]?["label"]?.string == "header-case-changed:Content-Type"
        && (difference.hasPrefix("status 404 instead of 20")
          || difference == "header Content-Type: text/plain instead of application/json")
    case .numberText: difference.hasPrefix("body") && text.contains("integer_as_float")
    case .faultBytes: difference.hasPrefix("body") && text.contains("MALFORMED_RESPONSE_CHUNK")
    case .changedFile: difference.hasPrefix("body") && text.contains("\"hello.json\"")
    }
  }
}
