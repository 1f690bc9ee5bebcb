import ArgumentParser
import ContractModel
import ContractStore
import JSONText

/// What a bare file holds.
enum BarePart: String, ExpressibleByArgument, CaseIterable {
  case request, response, message
}

/// A file with a bare request, response or message, as `match` and `generate` read them.
enum BareFile {
  /// Reads a file.
  ///
  /// - Throws: an exit code, after telling why.
  static func read(_ path: String) throws -> JSONValue {
    do {
      let bytes = try FileSystem.read(path)
      return try JSONDocument(parsing: bytes).root
    } catch let error as StoreError {
      Terminal.log("error: \(error)")
      throw error.kind == .missing ? ExitCode.missingFile : ExitCode.inputOutput
    } catch let error as JSONSyntaxError {
      let diagnostic = Diagnostic(
        .error, "not JSON: \(error.message)", file: path, position: error.position)
      Terminal.log(diagnostic.description)
      throw ExitCode.badContract
    }
  }

  /// The version that `--spec` names.
  static func version(_ spec: String) throws -> SpecificationVersion {
    guard let version = SpecificationVersion(spelled: spec) else {
      throw ValidationError("--spec '\(spec)': expected 1, 1.1, 2, 3 or 4")
    }
    return version
  }
}
