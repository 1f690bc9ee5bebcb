import ContractModel
import ContractReports
import ContractStore

/// Prints the result of a verification and writes its reports.
///
/// A report that cannot be written does not keep the others from being written.
struct ReportWriting {
  /// Which reports are wished.
  let options: ReportOptions
  /// The result.
  let result: VerificationResult

  /// Prints and writes everything, and logs what cannot be written.
  ///
  /// - Returns: whether everything was written.
  func writeAll() -> Bool {
    print()
    var isWritten = true
    if let path = options.json { isWritten = write(to: path, JSONReport(result).write) }
    if let path = options.junit { isWritten = writeJUnit(to: path) && isWritten }
    if let path = options.html {
      isWritten = write(to: path, HTMLReport(result).write) && isWritten
    }
    if let path = options.markdown {
      isWritten = write(MarkdownReport(result).bytes(), to: path) && isWritten
    }
    if options.format == .github { isWritten = writeJobSummary() && isWritten }
    return isWritten
  }

  private func print() {
    let isColored = options.color.isOn
    switch options.format {
    case .text:
      print(TextReport(result, color: isColored, width: Terminal.outputWidth).text())
    case .json: JSONReport(result).write { Terminal.print(bytes: $0) }
    case .github:
      let token = String(UInt64.random(in: .min ... .max), radix: 36)
      print(GitHubReport(result, token: "counterpart\(token)", color: isColored).text())
    }
  }

  private func print(_ text: String) { Terminal.print(bytes: Array(text.utf8)) }

  private func writeJUnit(to path: String) -> Bool {
    do throws(ReportError) {
      switch (options.junitProfile ?? .strict) {
      case .strict: return write(try document(.strict), to: path)
      case .rich: return write(try document(.rich), to: path)
      case .surefire: return write(try SurefireReport(result).files(), to: path)
      }
    } catch {
      Terminal.log("error: \(error)")
      return false
    }
  }

  private func document(_ profile: JUnitReport.Profile) throws(ReportError) -> [UInt8] {
    try JUnitReport(result, hostname: Terminal.hostname, profile: profile).bytes()
  }

  /// Writes files into a folder, which is made where there is none.
  private func write(_ files: [ReportFile], to folder: String) -> Bool {
    attempt { () throws(StoreError) in
      try FileSystem.createFolder(folder)
      for file in files { try FileSystem.write(file.bytes, to: "\(folder)/\(file.name)") }
    }
  }

  /// Appends the Markdown to the file that a GitHub workflow shows as the summary of its job.
  private func writeJobSummary() -> Bool {
    guard let path = Terminal.environment("GITHUB_STEP_SUMMARY"), !path.isEmpty else { return true }
    return attempt { () throws(StoreError) in
      try FileSystem.append(MarkdownReport(result).bytes(), to: path)
    }
  }

  private func write(_ bytes: [UInt8], to path: String) -> Bool {
    attempt { () throws(StoreError) in try FileSystem.write(bytes, to: path) }
  }

  private func write(to path: String, _ report: (([UInt8]) -> Void) -> Void) -> Bool {
    attempt { () throws(StoreError) in try FileSystem.write(to: path, report) }
  }

  private func attempt(_ action: () throws(StoreError) -> Void) -> Bool {
    do throws(StoreError) {
      try action()
      return true
    } catch {
      Terminal.log("error: \(error)")
      return false
    }
  }
}
