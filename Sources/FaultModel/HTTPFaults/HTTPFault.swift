/// Something that goes wrong with the answer to one request.
public struct HTTPFault: Sendable, Hashable {
  /// The name of its kind.
  public let type: String
  /// What it was told.
  package let members: FaultMembers
  private let kind: Kind

  /// The kind, which is equal when the type is.
  private struct Kind: Sendable, Hashable {
    let type: any HTTPFaultKind.Type
    static func == (left: Kind, right: Kind) -> Bool { left.type.type == right.type.type }
    func hash(into hasher: inout Hasher) { hasher.combine(type.type) }
  }

  /// Creates a fault.
  ///
  /// - Throws: ``FaultError`` for an unknown type or member, and for a value out of its limits.
  package init(type: String, members: FaultMembers = [:]) throws(FaultError) {
    let kind = try HTTPFaultTable.kind(type)
    for name in members.values.keys.sorted() {
      guard let member = kind.members.first(where: { $0.name == name }) else {
        throw FaultError("'\(type)' has no '\(name)'" + Self.list(kind.members.map(\.name)))
      }
      if let value = members.values[name], let problem = member.problem(value) {
        throw FaultError("\(problem) for '\(name)'")
      }
    }
    if let missing = kind.members.first(where: { $0.isRequired && !members.has($0.name) }) {
      throw FaultError("'\(type)' needs '\(missing.name)'")
    }
    if let problem = kind.problem(members) ?? kind.problem(members.last) {
      throw FaultError(problem)
    }
    self.init(kind, members)
  }

  init(_ kind: any HTTPFaultKind.Type, _ members: FaultMembers) {
    self.kind = Kind(type: kind)
    type = kind.type
    self.members = members
  }

  /// Whether nothing goes wrong.
  package var isAsContracted: Bool { type == AsContractedFault.type }
  /// Whether there has to be an answer that it befalls.
  package var needsAnswer: Bool { kind.type.needsAnswer }
  /// Whether the body of a request that waits for `100 Continue` is not asked for.
  package var withholdsContinue: Bool { kind.type.withholdsContinue }
  /// Whether the body of a request is not taken.
  package var stallsBody: Bool { kind.type.stallsBody }

  /// The fault as it is after a part of the requests that its step stands for, from 0 to 1.
  package func begin(at progress: Double) -> any HTTPFaultKind {
    kind.type.init(members.at(progress))
  }

  private static func list(_ names: [String]) -> String {
    names.isEmpty ? "" : ", it has \(names.joined(separator: ", "))"
  }
}
