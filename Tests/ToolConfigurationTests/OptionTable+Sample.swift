import ContractModel
import JSONText
import ToolConfiguration

extension OptionTable {
  /// Two commands with an option of each kind.
  static func sample() throws -> OptionTable {
    func argument(_ kind: String, _ name: String, _ more: String = "") -> String {
      let names = kind == "positional" ? "" : #""names": [{"kind": "long", "name": "\#(name)"}], "#
      return """
        {"kind": "\(kind)", \(names)"valueName": "\(name)", "isRepeating": false,
        "preferredName": {"kind": "long", "name": "\(name)"}\(more)}
        """
    }
    let verify = [
      #"{"kind": "positional", "valueName": "paths", "isRepeating": true}"#,
      argument("option", "provider-url"), argument("flag", "insecure"),
      argument("option", "parallel", #", "defaultValue": "1""#),
      argument("option", "format", #", "allValues": ["text", "json"], "defaultValue": "text""#),
      argument("option", "broker-token"), argument("flag", "help"), argument("flag", "version"),
      #"{"kind": "option", "valueName": "h", "isRepeating": true, "names": [{"kind": "short", "name": "H"}, {"kind": "long", "name": "header"}]}"#,
    ]
    let proxy = [argument("option", "config")]
    let tool = """
      {"command": {"subcommands": [{"commandName": "verify", "arguments": [\(verify.joined(separator: ","))]},
      {"commandName": "proxy", "arguments": [\(proxy.joined(separator: ","))]}, {"commandName": "lint"}]}}
      """
    return OptionTable(tool: try JSONValue(parsing: tool), commands: ["verify", "proxy"])
  }

  /// What a file says is wrong with it, a line each.
  func problems(_ text: String, file: String = "c.json") -> [String] {
    do {
      _ = try ConfigurationFile(Array(text.utf8), file: file, table: self)
      return []
    } catch {
      return error.diagnostics.map(\.description)
    }
  }

  /// What is in force for `verify`, as `name=values (origin)`.
  func inForce(
    _ arguments: [String] = [], variables: [String: String] = [:], file: String = "{}",
    name: String = "c.json", environment: String? = nil
  ) throws -> [String] {
    try configuration(arguments, variables, file, name, environment).values.map {
      "\($0.option.name)=\($0.shown) (\($0.origin))"
    }
  }

  /// The arguments that `verify` gets.
  func completed(
    _ arguments: [String], variables: [String: String] = [:], file: String = "{}"
  ) throws -> [String] {
    try configuration(arguments, variables, file, "c.json", nil).arguments
  }

  private func configuration(
    _ arguments: [String], _ variables: [String: String], _ file: String, _ name: String,
    _ environment: String?
  ) throws -> Configuration {
    let values = try ConfigurationFile(Array(file.utf8), file: name, table: self)
      .values(of: "verify", in: environment)
    return try Configuration(
      of: "verify", given: GivenArguments(arguments, options: options(of: "verify")),
      variables: variables, file: values, table: self)
  }
}
