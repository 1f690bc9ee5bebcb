import ArgumentParser
import ContractStore

/// The first line of a file, which whoever calls an API has to know.
enum TokenFile {
  /// Reads the token.
  ///
  /// - Throws: the exit code, after saying what is wrong with the file.
  static func read(_ path: String) throws -> String {
    let bytes: [UInt8]
    do throws(StoreError) {
      bytes = try FileSystem.read(path)
    } catch {
      Terminal.log("error: \(error)")
      throw error.kind == .missing ? ExitCode.missingFile : ExitCode.inputOutput
    }
    let line =
      String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).first
      .map(String.init) ?? ""
    guard !line.isEmpty, line.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      Terminal.log("error: \(path): expected a token of visible ASCII in the first line")
      throw ExitCode(78)
    }
    return line
  }
}
