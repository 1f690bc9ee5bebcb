public import ContractModel
public import FaultModel
import JSONText
public import StubModel

/// A file of any known format, told apart by what is in it.
public struct ContractFile: Sendable {
  /// What a file holds.
  public enum Content: Sendable {
    /// A Pact file.
    case contract(Contract)
    /// Fault scripts.
    case faults([FaultScript])
    /// Stub mappings.
    case stubs([StubMapping])
  }

  /// What the file holds, or `nil` when it cannot be used; then there is a diagnostic that says why.
  public var content: Content?
  /// What is wrong with the file.
  public var diagnostics: [Diagnostic]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: the file's content.
  ///   - file: the file's path, for locations and diagnostics.
  public init(reading bytes: [UInt8], file: String) {
    self.init(reading: bytes, file: file, playing: nil)
  }

  /// Reads a file for playing: interactions are given one by one and are not kept, so that a large
  /// file takes little memory.
  ///
  /// - Parameters:
  ///   - play: takes each interaction with the contract it is of; it is read without the matching
  ///     rules of its response, which only a verification needs.
  ///   - dialect: how strictly stub mappings are read.
  package init(
    reading bytes: [UInt8], file: String, playing play: ((Interaction, Contract) -> Void)?,
    dialect: StubDialect = .strict
  ) {
    do {
      // File, list, interaction: what lies deeper is read one interaction at a time.
      let document = try JSONDocument(parsing: bytes, opaqueDepth: play == nil ? .max : 3)
      self = Self.read(document.root, FileContext(file: file, document: document), play, dialect)
    } catch {
      content = nil
      diagnostics = [
        Diagnostic(.error, "not JSON: \(error.message)", file: file, position: error.position)
      ]
    }
  }

  private init(_ content: Content?, _ diagnostics: [Diagnostic]) {
    self.content = content
    self.diagnostics = diagnostics
  }

  private static func read(
    _ root: JSONValue, _ context: FileContext, _ play: ((Interaction, Contract) -> Void)?,
    _ dialect: StubDialect
  ) -> ContractFile {
    var diagnostics = root.document.duplicateKeys.map {
      context.duplicateKey($0)
    }
    if let stubs = StubFileReader(context: context, dialect).read(root) {
      return ContractFile(stubs.content, diagnostics + stubs.diagnostics)
    }
    do {
      let content = try content(of: root, context, play, &diagnostics)
      return ContractFile(content, diagnostics)
    } catch {
      return ContractFile(nil, diagnostics + [error])
    }
  }

  private static func content(
    of root: JSONValue, _ context: FileContext, _ play: ((Interaction, Contract) -> Void)?,
    _ diagnostics: inout [Diagnostic]
  ) throws(Diagnostic) -> Content {
    guard root.kind == .object else {
      throw context.error("expected an object, found \(root.kind.name)", at: root)
    }
    if root["faults"] != nil {
      return .faults(try FaultFileReader(context: context).read(root.detached()))
    }
    if root["interactions"] != nil || root["messages"] != nil || root["consumer"] != nil {
      var reader = PactReader(context: context)
      let contract = try reader.read(root, playing: play)
      diagnostics += reader.diagnostics
      return .contract(contract)
    }
    throw context.error(
      "neither a Pact file ('consumer', 'provider', 'interactions') nor a fault script ('faults')"
        + " nor a WireMock stub mapping ('request' and 'response', or 'mappings')", at: root)
  }
}
