import Foundation
import JSONText
import Testing

/// The arrows of ARCHITECTURE.md, read from the manifest.
@Suite struct LayerTests {
  /// The bands from the bottom up, and what each target may depend on.
  static let arrows: [String: Set<String>] = [
    "JSONText": [],
    "ContractModel": ["JSONText"],
    "FaultModel": ["JSONText"],
    "JSONSchema": ["JSONText"],
    "StubModel": ["ContractModel", "JSONText"],
    "ContractMatching": ["ContractModel", "JSONText", "CLibXML2", "CPCRE2"],
    "ContractFiles": ["ContractModel", "FaultModel", "StubModel", "JSONText"],
    "ClientRehearsal": ["ContractModel"],
    "StubMatching": [
      "StubModel", "JSONPath", "ContractMatching", "ContractModel", "JSONSchema", "JSONText",
    ],
    "MockEngine": [
      "StubMatching", "StubModel", "ResponseTemplate", "ContractMatching", "ContractModel",
      "FaultModel", "JSONText",
    ],
    "StubConversion": [
      "MockEngine", "StubMatching", "StubModel", "ContractMatching", "ContractFiles",
      "ContractModel", "FaultModel", "JSONText",
    ],
    "ContractReports": ["ContractModel", "JSONText", "CLibXML2"],
    "MockInspector": ["ContractReports", "MockEngine", "ContractMatching", "ContractModel"],
    "JSONPath": ["ContractMatching", "JSONText"],
    "ResponseTemplate": [
      "JSONPath", "ContractMatching", "ContractModel", "FaultModel", "JSONText", "CPCRE2",
    ],
    "ContractDSL": ["ContractMatching", "ContractModel", "JSONText"],
    "ToolConfiguration": ["ContractModel", "JSONSchema", "JSONText", "CLibYAML"],
    "MetricsText": ["CoreMetrics"],
    "ContractStore": ["ContractFiles", "StubModel", "ContractModel", "FaultModel", "JSONText"],
    "MockServer": [
      "MockInspector", "MockEngine", "StubMatching", "StubModel", "ContractMatching",
      "ContractStore", "ContractReports", "ContractFiles", "ContractModel", "FaultModel",
      "JSONText",
      "MetricsText", "NIOCore",
      "NIOHTTP1", "NIOPosix", "CoreMetrics", "Logging",
      // With the traits TLS and HTTP2.
      "NIOSSL", "NIOTLS", "X509", "SwiftASN1", "Crypto", "NIOHTTP2", "NIOHPACK",
    ],
    "FaultProxy": ["FaultModel", "JSONText", "NIOCore", "NIOPosix"],
    "ProxyControl": [
      "FaultProxy", "MockServer", "MockEngine", "ContractModel", "FaultModel", "JSONText",
      "NIOCore", "NIOPosix",
    ],
    "HTTPExchange": ["ContractModel", "CCurl"],
    "ProcessControl": [],
    "PactBroker": ["HTTPExchange", "ContractFiles", "ContractModel", "JSONText"],
    "ContractVerifier": [
      "HTTPExchange", "ProcessControl", "ContractMatching", "ContractStore", "ContractFiles",
      "ContractModel", "FaultModel", "JSONText",
    ],
    "ContractTesting": [
      "ContractDSL", "MockServer", "MockEngine", "FaultProxy", "ContractVerifier",
      "HTTPExchange", "ContractReports", "ContractMatching", "ClientRehearsal", "ContractStore",
      "ContractFiles", "ContractModel", "FaultModel", "JSONText",
    ],
    "counterpart": [
      "MockServer", "MockEngine", "ProxyControl", "FaultProxy", "ContractVerifier",
      "HTTPExchange", "ProcessControl", "PactBroker", "ToolConfiguration", "ContractReports",
      "ContractMatching", "ClientRehearsal", "ContractStore", "ContractFiles", "StubConversion",
      "StubModel", "ContractModel", "FaultModel", "JSONText",
      "ArgumentParser", "UnixSignals", "Logging",
    ],
  ]

  /// Modules that only effects may import: files, sockets, threads.
  static let effects = ["NIOCore", "NIOPosix", "Glibc", "Musl", "Darwin", "CCurl", "Dispatch"]
  static let pure = [
    "JSONText", "ContractModel", "FaultModel", "JSONSchema", "StubModel", "ContractMatching",
    "ContractFiles", "StubMatching", "JSONPath", "ResponseTemplate", "MockEngine",
    "StubConversion", "MockInspector", "ClientRehearsal", "ContractReports", "ContractDSL",
    "ToolConfiguration",
  ]

  /// The file that gives a library the only thing of Foundation that it cannot do without.
  static let takesDates = ["CertificateDates.swift"]

  static var root: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  @Test func `no arrow points up`() throws {
    let manifest = try Self.manifest()
    let targets = try #require(manifest["targets"])
    var seen: Set<String> = []
    for target in targets.elements {
      let name = try #require(target["name"]?.string)
      let type = target["type"]?.string
      guard type != "test", type != "system", let allowed = Self.arrows[name] else { continue }
      seen.insert(name)
      for dependency in target["dependencies"]?.elements ?? JSONValue.null.elements {
        let reference = dependency.members.map(\.value).first
        let other = try #require(reference?.elements.first?.string)
        #expect(allowed.contains(other), "\(name) must not depend on \(other)")
      }
    }
    #expect(seen == Set(Self.arrows.keys))
  }

  @Test func `every target of Sources has its place`() throws {
    let manifest = try Self.manifest()
    let targets = try #require(manifest["targets"])
    for target in targets.elements where target["path"]?.string == nil {
      let name = try #require(target["name"]?.string)
      let isKnown =
        Self.arrows[name] != nil || ["test", "system"].contains(target["type"]?.string)
      #expect(isKnown, "\(name) is not in the table of arrows")
    }
  }

  @Test func `values and decisions do no input or output`() throws {
    for target in Self.pure {
      for file in try Self.sources(of: target) {
        let text = try String(contentsOf: file, encoding: .utf8)
        for module in Self.effects + ["Foundation", "FoundationNetworking", "FoundationXML"] {
          let isImported = text.split(separator: "\n").contains {
            $0.hasSuffix("import \(module)")
          }
          #expect(!isImported, "\(target)/\(file.lastPathComponent) imports \(module)")
        }
      }
    }
  }

  /// Test suites have Foundation anyway: XCTest is made of it.
  @Test func `nothing outside of examples and tests imports Foundation, but for a date`() throws {
    for target in Self.arrows.keys where target != "ContractTesting" {
      for file in try Self.sources(of: target) {
        guard !Self.takesDates.contains(file.lastPathComponent) else { continue }
        let text = try String(contentsOf: file, encoding: .utf8)
        let isFree = text.firstMatch(of: /import (struct |class |enum |func )?Foundation/) == nil
        #expect(isFree, "\(target)/\(file.lastPathComponent)")
      }
    }
  }

  /// Neither is there where a program runs, and a static executable cannot be linked with them.
  @Test func `only the library for tests imports Testing and XCTest`() throws {
    for target in Self.arrows.keys where target != "ContractTesting" {
      for file in try Self.sources(of: target) {
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        let imports = lines.filter {
          $0.hasSuffix("import Testing") || $0.hasSuffix("import XCTest")
        }
        #expect(imports.isEmpty, "\(target)/\(file.lastPathComponent)")
      }
    }
  }

  static func sources(of target: String) throws -> [URL] {
    let folder = root.appendingPathComponent("Sources/\(target)")
    let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let files = (walk?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
    #expect(!files.isEmpty, "\(target) has no sources")
    return files
  }

  /// The manifest as SwiftPM understands it; a scratch folder of its own keeps off the lock of the
  /// build that runs these tests.
  static func manifest() throws -> JSONValue {
    let scratch = FileManager.default.temporaryDirectory
      .appendingPathComponent("counterpart-layers-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: scratch) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "swift", "package", "--package-path", root.path, "--scratch-path", scratch.path,
      "dump-package",
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = Pipe()
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return try JSONDocument(parsing: Array(data)).root
  }
}
