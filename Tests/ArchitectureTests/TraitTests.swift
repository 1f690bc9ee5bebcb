import Foundation
import JSONText
import Testing

/// What a package that switches the traits off does not have to fetch.
@Suite struct TraitTests {
  static let heavy: Set<String> = [
    "swift-nio-ssl", "swift-nio-http2", "swift-certificates", "swift-crypto", "swift-asn1",
  ]

  @Test(.timeLimit(.minutes(10)))
  func `a package without the traits fetches neither TLS nor HTTP 2`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("counterpart-traits-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let sources = folder.appendingPathComponent("Sources/App")
    try FileManager.default.createDirectory(at: sources, withIntermediateDirectories: true)
    try Data("import MockServer\n".utf8).write(to: sources.appendingPathComponent("main.swift"))
    try Data(Self.manifest.utf8).write(to: folder.appendingPathComponent("Package.swift"))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["swift", "package", "--package-path", folder.path, "resolve"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(text)")

    let resolved = try Self.identities(folder.appendingPathComponent("Package.resolved"))
    #expect(resolved.contains("swift-nio"))
    #expect(resolved.isDisjoint(with: Self.heavy), "\(resolved.intersection(Self.heavy))")
    let checkouts = try FileManager.default.contentsOfDirectory(
      atPath: folder.appendingPathComponent(".build/checkouts").path)
    #expect(Set(checkouts).isDisjoint(with: Self.heavy))
  }

  @Test func `they are what the traits bring along`() throws {
    let manifest = try String(
      contentsOf: LayerTests.root.appendingPathComponent("Package.swift"), encoding: .utf8)
    for name in Self.heavy { #expect(manifest.contains("/\(name)\","), "\(name)") }
  }

  private static func identities(_ file: URL) throws -> Set<String> {
    let pins = try JSONDocument(parsing: Array(try Data(contentsOf: file))).root["pins"]
    return Set(try #require(pins).elements.compactMap { $0["identity"]?.string })
  }

  /// A package that depends on this one.
  private static var manifest: String {
    let root = LayerTests.root
    return """
      // swift-tools-version: 6.2
      import PackageDescription

      let package = Package(
        name: "app", platforms: [.macOS(.v15)],
        dependencies: [.package(path: "\(root.path)", traits: [])],
        targets: [
          .executableTarget(
            name: "App",
            dependencies: [
              .product(name: "MockServer", package: "\(root.lastPathComponent.lowercased())")
            ])
        ])
      """
  }
}
