import Foundation

/// Decodes `application/x-www-form-urlencoded`, the form of queries and of simple web forms.
enum FormDecoder {
  /// The fields by name; of several with one name the last counts.
  static func decode(_ text: String) -> [String: String] {
    var fields: [String: String] = [:]
    for field in text.split(separator: "&") {
      let pair = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      fields[unescape(pair[0])] = pair.count > 1 ? unescape(pair[1]) : ""
    }
    return fields
  }

  private static func unescape(_ text: Substring) -> String {
    let spaced = text.replacingOccurrences(of: "+", with: " ")
    return spaced.removingPercentEncoding ?? spaced
  }
}
