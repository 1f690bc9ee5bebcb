import Foundation
import JSONText

extension BrokerRoutes {
  // MARK: publishing

  /// Publishes pacts, as `pact broker publish` does.
  mutating func publish(_ body: JSONValue) -> BrokerReply {
    guard let consumer = body["pacticipantName"]?.string,
      let version = body["pacticipantVersionNumber"]?.string
    else { return .errors("pacticipantName", "is missing") }
    state.change(consumer, version) { known in
      if let branch = body["branch"]?.string { known.branches.insert(branch) }
      known.tags.formUnion((body["tags"] ?? .null).elements.compactMap(\.string))
    }
    for contract in (body["contracts"] ?? .null).elements {
      guard let provider = contract["providerName"]?.string,
        let data = contract["content"]?.string.flatMap({ Data(base64Encoded: $0) }),
        let content = try? JSONDocument(parsing: Array(data)).root
      else { return .errors("contracts", "cannot be read") }
      state.publish(content, of: consumer, version, to: provider, traits.now())
    }
    return published(consumer, version)
  }

  private func published(_ consumer: String, _ version: String) -> BrokerReply {
    let path = "/pacticipants/\(consumer)"
    return .hal { writer in
      writer.key("notices")
      writer.array { writer in
        writer.object { writer in
          writer.member("type", "success")
          writer.member("text", "Published the pacts of \(consumer) \(version)")
        }
      }
      writer.key("logs")  // the old name of the notices
      writer.array { _ in }
      writer.key("_embedded")
      writer.object { writer in
        writer.key("pacticipant")
        writer.object { writer in
          writer.member("name", consumer)
          links([("self", path)], &writer)
        }
        writer.key("version")
        writer.object { writer in
          writer.member("number", version)
          links([("self", path + "/versions/\(version)")], &writer)
        }
      }
      writer.key("_links")
      writer.object { writer in
        link("pb:pacticipant", path, &writer)
        link("pb:pacticipant-version", path + "/versions/\(version)", &writer)
        for relation in ["pb:pacticipant-version-tags", "pb:contracts"] {
          writer.key(relation)
          writer.array { _ in }
        }
      }
    }
  }

  /// Publishes the result of a verification.
  mutating func publish(
    _ body: JSONValue, of publication: BrokerState.Publication, at path: [String]
  ) -> BrokerReply {
    guard let version = body["providerApplicationVersion"]?.string, !version.isEmpty else {
      return .errors("providerApplicationVersion", "can't be blank")
    }
    guard let isSuccess = body["success"]?.boolean else {
      return .errors("success", "can't be blank")
    }
    if publication.consumer == traits.refusedConsumer { return .errors("success", "is refused") }
    state.change(publication.provider, version)
    let path = "/" + path.joined(separator: "/") + "/\(state.results.count + 1)"
    state.results.append(
      .init(
        hash: publication.hash, provider: publication.provider, version: version,
        isSuccess: isSuccess, body: body, date: traits.now(), path: path))
    return .hal(201) { writer in
      writer.member("providerApplicationVersion", version)
      writer.member("success", isSuccess)
      links([("self", path)], &writer)
    }
  }

  // MARK: pacticipants and environments

  mutating func answerPacticipants(_ call: BrokerCall) -> BrokerReply {
    let path = call.path
    guard path.count > 1 else {
      guard call.method == "POST", let name = call.body["name"]?.string else { return .notFound }
      return change(name, call.body)
    }
    let name = path[1]
    switch (call.method, path.count) {
    case ("GET", 2): return state.pacticipants[name] == nil ? .notFound : pacticipant(name)
    case ("PATCH", 2), ("PUT", 2): return change(name, call.body)
    case ("PUT", 6) where path[2] == "branches" && path[4] == "versions":
      state.change(name, path[5]) { $0.branches.insert(path[3]) }
      return version(name, path[5], 201)
    case ("PUT", 6) where path[2] == "versions" && path[4] == "tags":
      state.change(name, path[3]) { $0.tags.insert(path[5]) }
      return version(name, path[3], 201)
    case ("GET", 4) where path[2] == "versions":
      return state.version(name, path[3]) == nil ? .notFound : version(name, path[3])
    case ("POST", 7) where path[5] == "environment":
      guard let environment = state.environments[path[6]] else { return .notFound }
      state.change(name, path[3]) { version in
        if path[4] == "deployed-versions" { version.deployed.insert(environment) }
        if path[4] == "released-versions" { version.released.insert(environment) }
      }
      return .hal(201) { links([("self", "/" + path.joined(separator: "/"))], &$0) }
    default: return .notFound
    }
  }

  private mutating func change(_ name: String, _ body: JSONValue) -> BrokerReply {
    var pacticipant = state.pacticipants[name] ?? BrokerState.Pacticipant()
    if let main = body["mainBranch"]?.string { pacticipant.mainBranch = main }
    state.pacticipants[name] = pacticipant
    return self.pacticipant(name)
  }

  private func pacticipant(_ name: String) -> BrokerReply {
    let main = state.pacticipants[name]?.mainBranch
    return .hal { writer in
      writer.member("name", name)
      if let main { writer.member("mainBranch", main) }
      let path = "/pacticipants/\(name)"
      var all = [
        ("self", path), ("pb:version", path + "/versions/{version}"),
        ("pb:version-tag", path + "/versions/{version}/tags/{tag}"),
      ]
      if !traits.isOld {
        all.append(("pb:branch-version", path + "/branches/{branch}/versions/{version}"))
      }
      links(all, &writer)
    }
  }

  private func version(_ name: String, _ number: String, _ status: Int = 200) -> BrokerReply {
    let version = state.version(name, number)
    let path = "/pacticipants/\(name)/versions/\(number)"
    return .hal(status) { writer in
      writer.member("number", number)
      writer.key("branches")
      writer.array { writer in (version?.branches ?? []).sorted().forEach { writer.string($0) } }
      writer.key("tags")
      writer.array { writer in (version?.tags ?? []).sorted().forEach { writer.string($0) } }
      let places = state.environments.sorted { $0.key < $1.key }
      writer.key("_links")
      writer.object { writer in
        writer.key("self")
        writer.object { $0.member("href", base + path) }
        for (relation, kind) in [
          ("pb:record-deployment", "deployed"), ("pb:record-release", "released"),
        ] {
          writer.key(relation)
          writer.array { writer in
            for (id, place) in places {
              writer.object { writer in
                writer.member("name", place)
                writer.member("href", "\(base)\(path)/\(kind)-versions/environment/\(id)")
              }
            }
          }
        }
      }
    }
  }

  mutating func answerEnvironments(_ call: BrokerCall) -> BrokerReply {
    if call.method == "POST", let name = call.body["name"]?.string {
      let id = BrokerState.hash(of: name)
      state.environments[id] = name
      return environment(id, name, 201)
    }
    if call.path.count == 2, let name = state.environments[call.path[1]] {
      return environment(call.path[1], name)
    }
    return .hal { writer in
      writer.key("_embedded")
      writer.object { writer in
        writer.key("environments")
        writer.array { writer in
          for (id, name) in state.environments.sorted(by: { $0.key < $1.key }) {
            writer.object { writer in
              writer.member("uuid", id)
              writer.member("name", name)
              writer.member("production", false)
              links([("self", "/environments/\(id)")], &writer)
            }
          }
        }
      }
      links([("self", "/environments")], &writer)
    }
  }

  private func environment(_ id: String, _ name: String, _ status: Int = 200) -> BrokerReply {
    .hal(status) { writer in
      writer.member("uuid", id)
      writer.member("name", name)
      links([("self", "/environments/\(id)")], &writer)
    }
  }
}
