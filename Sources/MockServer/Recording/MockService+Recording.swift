import ContractFiles
import ContractStore
import JSONText
import MockEngine
import StubModel

/// What the admin API does with recordings.
extension MockService {
  /// Begins to record: every request that no stub of a better priority answers goes to the service.
  func startRecording(_ json: JSONValue) throws(AdminRefusal) {
    let specification = try readSpecification(json)
    guard let target = specification.targetBaseURL else {
      throw AdminRefusal(422, "expected 'targetBaseUrl'", pointer: "/targetBaseUrl")
    }
    if let recording, recording.isOn {
      throw AdminRefusal(409, "a recording is going on already: stop it first")
    }
    let filter = try filter(specification)
    let mapping = JSONValue.make { writer in
      writer.object { writer in
        writer.key("request")
        writer.object { $0.member("method", "ANY") }
        writer.key("response")
        writer.object { $0.member("proxyBaseUrl", target.value) }
      }
    }
    let stub: CompiledStub
    do throws(AdminRefusal) {
      stub = try addStub(StubCursor(mapping))
    } catch {
      var error = error
      error.pointer = target.pointer
      throw error
    }
    recording = MockRecording(
      specification: specification, filter: filter, start: journal.lastNumber, proxy: stub.id)
  }

  /// Ends the recording and adds the stubs that it made.
  func stopRecording() throws(AdminRefusal) -> (stubs: [CompiledStub], tellsIDs: Bool) {
    guard let recording, recording.isOn else {
      throw AdminRefusal(400, "nothing is being recorded")
    }
    self.recording?.isOn = false
    engine.stubs.remove(recording.proxy)
    return (
      try record(recording.specification, recording.filter, after: recording.start),
      recording.specification.tellsIDs
    )
  }

  /// Makes stubs out of everything that was proxied.
  func snapshot(_ json: JSONValue) throws(AdminRefusal) -> (stubs: [CompiledStub], tellsIDs: Bool) {
    let specification = try readSpecification(json)
    return (
      try record(specification, try filter(specification), after: journal.clearedThrough),
      specification.tellsIDs
    )
  }

  private func readSpecification(_ json: JSONValue) throws(AdminRefusal) -> RecordSpecification {
    do throws(StubProblem) {
      return try RecordSpecificationReader.read(StubCursor(json))
    } catch {
      throw AdminRefusal(error)
    }
  }

  private func filter(_ specification: RecordSpecification) throws(AdminRefusal) -> RequestPattern?
  {
    guard let filters = specification.filters else { return nil }
    let pattern = JSONValue.make { writer in
      writer.object { writer in
        for member in filters.value.members
        where member.name != "ids" && member.name != "allowNonProxied" {
          writer.member(member.name, member.value)
        }
      }
    }
    do throws(AdminRefusal) {
      return try RequestPattern(
        json: pattern, engine.stubs.dialect, scheme: engine.options.scheme)
    } catch {
      var error = error
      error.pointer = "/filters" + (error.pointer ?? "")
      error.position = nil
      throw error
    }
  }

  private func record(
    _ specification: RecordSpecification, _ filter: RequestPattern?, after number: Int
  ) throws(AdminRefusal) -> [CompiledStub] {
    guard exchanges.limit > 0, exchanges.forgottenThrough <= number else {
      throw AdminRefusal(
        500,
        "some of what was proxied is forgotten, so the recording would not be whole: allow more"
          + " with --journal")
    }
    let wanted = exchanges.exchanges(after: number).filter { exchange in
      if let ids = specification.ids, !ids.contains(RequestID.text(exchange.number)) {
        return false
      }
      return filter.map { $0.fits(exchange) } ?? true
    }
    var specification = specification
    if program.stubFolder == nil {
      // Without a folder for files, bodies stay in the stubs.
      specification.textLimit = nil
      specification.binaryLimit = nil
    }
    let recorder = StubRecorder(specification, redaction)
    var made: [CompiledStub] = []
    for stub in recorder.stubs(wanted, id: { _, _ in Self.randomID() }) {
      made.append(try addStub(StubCursor(stub.mapping), writing: stub, specification.persists))
    }
    return made
  }

  private var redaction: TrafficRedaction {
    TrafficRedaction(keepsAll: engine.options.isWireMockCompatible)
  }

  /// Adds a stub that was recorded, and writes it and its body where the mock has a folder.
  private func addStub(
    _ cursor: StubCursor, writing stub: StubRecorder.Stub, _ persists: Bool
  ) throws(AdminRefusal) -> CompiledStub {
    if let file = stub.file, let folder = program.stubFolder {
      do throws(StoreError) {
        try StubFiles(besides: folder).write(file.content, to: file.name)
      } catch {
        throw AdminRefusal(error)
      }
    }
    guard !persists else { return try addStub(cursor) }
    let mapping = JSONValue.make { writer in
      writer.object { writer in
        for member in cursor.value.members where member.name != "persistent" {
          writer.member(member.name, member.value)
        }
      }
    }
    return try addStub(StubCursor(mapping))
  }

  /// An identifier that nobody can guess.
  private static func randomID() -> String {
    var bytes = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    return bytes.enumerated().map { place, byte in
      ([4, 6, 8, 10].contains(place) ? "-" : "") + (byte < 16 ? "0" : "")
        + String(byte, radix: 16)
    }.joined()
  }
}
