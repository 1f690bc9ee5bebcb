import ArgumentParser

/// Which reports of a verification are wished, and where.
struct ReportOptions: ParsableArguments {
  /// How the result is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, github
  }

  /// Which readers the JUnit XML is for.
  enum JUnitProfile: String, ExpressibleByArgument, CaseIterable {
    case strict, surefire, rich
  }

  @Option(help: "Write JUnit XML to this file.", completion: .file())
  var junit: String?

  @Option(
    help: """
      What the JUnit XML holds: strict is valid for Jenkins and Azure DevOps, rich adds file and line for \
      GitHub and GitLab, surefire writes TEST-*.xml files into a folder. (default: strict)
      """)
  var junitProfile: JUnitProfile?

  @Option(help: "Write the result as JSON to this file.", completion: .file())
  var json: String?

  @Option(help: "Write a page for browsers to this file.", completion: .file())
  var html: String?

  @Option(help: "Write Markdown for a merge request to this file.", completion: .file())
  var markdown: String?

  @Option(help: "How the result is printed; github adds annotations and the job summary.")
  var format = Format.text

  @Option(help: "When text is coloured: auto, always or never.")
  var color = ColorOption.auto

  func validate() throws {
    if junitProfile != nil, junit == nil {
      throw ValidationError("--junit-profile says what is in the file of --junit, which is missing")
    }
    var options: [String: String] = [:]
    for (option, path) in [
      ("--json", json), ("--junit", junit), ("--html", html), ("--markdown", markdown),
    ] {
      guard let path else { continue }
      if let other = options.updateValue(option, forKey: Self.plain(path)) {
        throw ValidationError("\(other) and \(option) name the same file")
      }
    }
  }

  /// A path without the parts that name no other file.
  private static func plain(_ path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}
