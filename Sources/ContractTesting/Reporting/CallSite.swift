import Testing
import XCTest

/// The line of a test at which a failure is shown.
struct CallSite: Sendable {
  let fileID: StaticString
  let filePath: StaticString
  let line: UInt
  let column: UInt

  /// The name of the module, e.g. `WebShopTests`.
  var module: String { String(fileID.description.prefix { $0 != "/" }) }

  /// The name of the file without what follows the first dot.
  var fileName: String {
    let last = fileID.description.split(separator: "/").last ?? ""
    return String(last.prefix { $0 != "." })
  }

  var location: Testing.SourceLocation {
    Testing.SourceLocation(
      fileID: fileID.description, filePath: filePath.description, line: Int(line),
      column: Int(column))
  }
}
