import Foundation
import JSONText

/// What a broker knows.
struct BrokerState {
  /// A version of a pacticipant.
  struct Version {
    let number: String
    var branches: Set<String> = []
    var tags: Set<String> = []
    /// Where it is, by the name of the environment.
    var deployed: Set<String> = []
    var released: Set<String> = []
  }

  /// A consumer or a provider, or both.
  struct Pacticipant {
    var mainBranch: String?
    /// In the order in which they appeared.
    var versions: [Version] = []
  }

  /// A pact of one version of a consumer; equal contents have the same hash.
  struct Publication {
    let consumer: String
    let version: String
    let provider: String
    let hash: String
    let content: JSONValue
    let date: Date
  }

  /// A result that a provider has published.
  struct Result {
    let hash: String
    let provider: String
    let version: String
    let isSuccess: Bool
    let body: JSONValue
    let date: Date
    /// Where it is.
    let path: String
  }

  var pacticipants: [String: Pacticipant] = [:]
  var publications: [Publication] = []
  var results: [Result] = []
  /// The names of the environments by their identifiers.
  var environments: [String: String] = [:]

  /// Changes a version, which is created when there is none.
  mutating func change(
    _ name: String, _ number: String, _ change: (inout Version) -> Void = { _ in }
  ) {
    var pacticipant = pacticipants[name] ?? Pacticipant()
    if !pacticipant.versions.contains(where: { $0.number == number }) {
      pacticipant.versions.append(Version(number: number))
    }
    for index in pacticipant.versions.indices where pacticipant.versions[index].number == number {
      change(&pacticipant.versions[index])
    }
    pacticipants[name] = pacticipant
  }

  func version(_ name: String, _ number: String) -> Version? {
    pacticipants[name]?.versions.first { $0.number == number }
  }

  /// Publishes a pact; another content of the same version replaces the first.
  mutating func publish(
    _ content: JSONValue, of consumer: String, _ version: String, to provider: String, _ date: Date
  ) {
    let texts = (content["interactions"] ?? content["messages"] ?? .null).elements.map(\.text)
    let hash = Self.hash(of: texts.sorted().joined(separator: "\n"))
    let publication = Publication(
      consumer: consumer, version: version, provider: provider, hash: hash, content: content,
      date: date)
    publications.removeAll {
      ($0.consumer, $0.provider, $0.version)
        == (publication.consumer, publication.provider, publication.version)
    }
    publications.append(publication)
    if pacticipants[publication.provider] == nil {
      pacticipants[publication.provider] = Pacticipant()
    }
  }

  /// Whether a provider's branch, or one of its tags, never honoured a pact.
  func isPending(_ hash: String, _ provider: String, branch: String?, tags: [String]) -> Bool {
    let honouring = results.filter { $0.hash == hash && $0.provider == provider && $0.isSuccess }
      .compactMap { version(provider, $0.version) }
    if let branch { return !honouring.contains { $0.branches.contains(branch) } }
    return tags.contains { tag in !honouring.contains { $0.tags.contains(tag) } }
  }

  /// A hash of a text that is the same on each run (FNV-1a).
  static func hash(of text: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
