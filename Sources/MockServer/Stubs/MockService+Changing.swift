import ContractFiles
import ContractStore
import JSONText
import Logging
import MockEngine
import StubModel

/// What the admin API does with stubs.
extension MockService {
  /// The stub of an identifier.
  func stub(_ id: String) throws(AdminRefusal) -> CompiledStub {
    guard let stub = engine.stubs[id.lowercased()] else {
      throw AdminRefusal(404, "there is no stub '\(id)'")
    }
    return stub
  }

  /// The stubs that have not answered yet.
  var unplayedStubs: [CompiledStub] { engine.stubs.all.filter { engine.stubs.plays($0.id) == 0 } }

  /// Adds a stub; a persistent one is written to a file as well.
  ///
  /// - Parameter old: the stub whose place and identifier it takes.
  @discardableResult
  func addStub(
    _ cursor: StubCursor, replacing old: CompiledStub? = nil
  ) throws(AdminRefusal) -> CompiledStub {
    var mapping = try read(cursor)
    if let old { mapping.id = old.id }
    let replaced = mapping.id.flatMap { engine.stubs[$0] }
    let stub: CompiledStub
    do throws(StubProblem) {
      stub = try engine.stubs.add(mapping, keepsPlace: old != nil)
    } catch {
      throw AdminRefusal(error)
    }
    if let replaced { stubResponses[replaced.number] = nil }
    if mapping.isPersistent { try save(stub) }
    log(replaced == nil && old == nil ? "stub added" : "stub changed", stub)
    return stub
  }

  private func read(_ cursor: StubCursor) throws(AdminRefusal) -> StubMapping {
    do throws(StubProblem) {
      let mapping = try StubMappingReader(engine.stubs.dialect).read(cursor)
      if case .file = mapping.response.body, program.stubFolder == nil {
        throw mapping.response.cursor.problem(
          "there is no folder of files: name one as a PATH of the mock", key: "bodyFileName")
      }
      return mapping
    } catch {
      throw AdminRefusal(error)
    }
  }

  /// Adds stubs, all or none.
  func importStubs(
    _ cursors: [StubCursor], keepsOld: Bool, removesOthers: Bool
  ) throws(AdminRefusal) {
    var stubs = engine.stubs
    var kept: Set<String> = []
    for cursor in cursors {
      let mapping = try read(cursor)
      if let id = mapping.id, keepsOld, stubs[id] != nil {
        kept.insert(id)
        continue
      }
      do throws(StubProblem) {
        kept.insert(try stubs.add(mapping).id)
      } catch {
        throw AdminRefusal(error)
      }
    }
    if removesOthers {
      for stub in stubs.all where !kept.contains(stub.id) { stubs.remove(stub.id) }
    }
    engine.stubs = stubs
    stubResponses = [:]
    logger.info("stubs imported", metadata: ["count": "\(cursors.count)"])
  }

  /// Removes a stub; a file that it came from or was written to stays.
  func removeStub(_ stub: CompiledStub) {
    engine.stubs.remove(stub.id)
    stubResponses[stub.number] = nil
    log("stub removed", stub)
  }

  private func log(_ event: Logger.Message, _ stub: CompiledStub) {
    logger.info(event, metadata: ["id": "\(stub.id)", "stub": "\(stub.mapping.title)"])
  }

  /// Removes all stubs.
  func removeStubs() {
    engine.stubs.removeAll()
    stubResponses = [:]
    logger.info("all stubs removed")
  }

  /// Leads back to the stubs and settings that the mock began with.
  func resetStubs() {
    removeStubs()
    engine.stubs.settings = StubSettings()
    // They were compiled when the mock began, so that none can be refused now.
    for mapping in program.mappings { _ = try? engine.stubs.add(mapping) }
    logger.info("stubs reset", metadata: ["count": "\(engine.stubs.count)"])
  }

  /// Writes every stub to a file of its own; without a folder stubs stay in memory.
  func saveStubs() throws(AdminRefusal) {
    for stub in engine.stubs.all where stub.mapping.location == nil { try save(stub) }
  }

  private func save(_ stub: CompiledStub) throws(AdminRefusal) {
    guard let stubFolder = program.stubFolder else { return }
    var writer = JSONWriter(style: .pretty)
    StubJSON.write(stub, to: &writer)
    do throws(StoreError) {
      try FileSystem.createFolder("\(stubFolder)/mappings")
      try FileSystem.write(
        writer.bytes + Array("\n".utf8), to: "\(stubFolder)/mappings/\(stub.id).json")
    } catch {
      throw AdminRefusal(error)
    }
  }
}
