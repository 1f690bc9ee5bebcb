import ContractModel
import ContractStore
import Foundation
import Testing

@Suite struct ContractFolderTests {
  /// A folder that is gone after the test.
  static func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("counterpart-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  static func contract(_ descriptions: [String], status: Int = 200) -> Contract {
    Contract(
      consumer: "web/shop", provider: "order-service",
      interactions: descriptions.map {
        Interaction(
          description: $0, content: .http(HTTPRequest(), HTTPResponse(status: status)))
      })
  }

  @Test func `writes, merges, and gives the same bytes again`() throws {
    try Self.withFolder { path in
      let folder = ContractFolder("\(path)/new/folder")
      let file = try folder.add(Self.contract(["a", "b"]), specification: .v4)
      #expect(file == "\(path)/new/folder/web_shop-order-service.json")
      let first = try FileSystem.read(file)
      try folder.add(Self.contract(["b"]), specification: .v4)
      #expect(try FileSystem.read(file) == first)
      try folder.add(Self.contract(["c"]), specification: .v4)
      let loaded = ContractLoader.load([path])
      #expect(
        loaded.contracts.map { $0.contract.interactions.map(\.description) } == [["a", "b", "c"]])
      #expect(loaded.diagnostics == [])
    }
  }

  @Test func `a conflict leaves the file as it was`() throws {
    try Self.withFolder { path in
      let folder = ContractFolder(path)
      let file = try folder.add(Self.contract(["a"]), specification: .v4)
      let before = try FileSystem.read(file)
      let error = #expect(throws: StoreError.self) {
        try folder.add(Self.contract(["a"], status: 404), specification: .v4)
      }
      #expect(error?.description.contains("'a' conflicts with 'a' at \(file):") == true)
      #expect(try FileSystem.read(file) == before)
    }
  }

  @Test func `a file that is no contract is not overwritten`() throws {
    try Self.withFolder { path in
      let folder = ContractFolder(path)
      let file = folder.file(consumer: "web/shop", provider: "order-service")
      try FileSystem.write(Array("precious".utf8), to: file)
      #expect(throws: StoreError.self) { try folder.add(Self.contract(["a"]), specification: .v4) }
      #expect(try FileSystem.read(file) == Array("precious".utf8))
    }
  }

  @Test func `many writers at once lose nothing`() async throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("counterpart-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<20 {
        group.addTask {
          try ContractFolder(path).add(Self.contract(["interaction \(number)"]), specification: .v4)
        }
      }
      try await group.waitForAll()
    }
    let loaded = ContractLoader.load([path])
    #expect(loaded.contracts.first?.contract.interactions.count == 20)
    #expect(try FileSystem.names(in: path).filter { $0.hasSuffix(".tmp") } == [])
  }

  @Test func `loads good files beside bad ones and missing paths`() throws {
    try Self.withFolder { path in
      try ContractFolder("\(path)/sub").add(Self.contract(["a"]), specification: .v4)
      try FileSystem.write(Array("{".utf8), to: "\(path)/bad.json")
      try FileSystem.write(Array("not read".utf8), to: "\(path)/notes.txt")
      let loaded = ContractLoader.load([path, "\(path)/missing"])
      #expect(loaded.contracts.count == 1)
      #expect(
        loaded.diagnostics.map(\.description) == [
          "\(path)/bad.json:1:2: error: not JSON: unexpected end of the text, expected a key in '\"'"
        ])
      #expect(
        loaded.failures == [
          StoreError(.missing, "there is no file or folder '\(path)/missing'")
        ])
    }
  }

  @Test func `an empty folder is an error`() throws {
    try Self.withFolder { path in
      let loaded = ContractLoader.load([path])
      #expect(
        loaded.diagnostics.map(\.description) == [
          "\(path): error: there is no contract in this folder: put the .json files of its"
            + " consumers there, or name another"
        ])
    }
  }

  @Test func `a file in a newer version stays in it`() throws {
    try Self.withFolder { path in
      let folder = ContractFolder(path)
      var pending = Self.contract(["a"])
      pending.interactions[0].isPending = true
      let file = try folder.add(pending, specification: .v4)
      try folder.add(Self.contract(["b"]), specification: .v3)
      let text = String(decoding: try FileSystem.read(file), as: UTF8.self)
      #expect(text.contains(#""pending": true"#))
      #expect(text.contains(#""version": "4.0""#))
    }
  }

  @Test func `what a link points to is written, with the mode that it has`() throws {
    try Self.withFolder { path in
      try FileSystem.write(Array("old".utf8), to: "\(path)/real")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o600], ofItemAtPath: "\(path)/real")
      try FileManager.default.createSymbolicLink(
        atPath: "\(path)/link", withDestinationPath: "\(path)/real")
      try FileSystem.write(Array("new".utf8), to: "\(path)/link")
      #expect(try FileSystem.read("\(path)/real") == Array("new".utf8))
      let mode = try FileManager.default.attributesOfItem(atPath: "\(path)/real")[.posixPermissions]
      #expect(mode as? Int == 0o600)
      #expect(
        try FileManager.default.destinationOfSymbolicLink(atPath: "\(path)/link").hasSuffix("real"))
    }
  }

  @Test func `what is played is read by the version of its file`() throws {
    try Self.withFolder { path in
      let text = """
        {"consumer": {"name": "a"}, "provider": {"name": "b"},
         "interactions": [{"description": "d", "request": {"query": "a=1&b=2"}, "response": {}}],
         "metadata": {"pactSpecification": {"version": "1.0.0"}}}
        """
      try FileSystem.write(Array(text.utf8), to: "\(path)/a.json")
      var versions: [SpecificationVersion] = []
      _ = ContractLoader.load(
        [path], playing: { _, contract in versions.append(contract.specification) })
      #expect(versions == [.v1])
    }
  }
}
