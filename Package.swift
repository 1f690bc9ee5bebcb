// swift-tools-version: 6.2
import PackageDescription

/// Set by scripts/test: whoever depends on this package is not bothered with our warnings.
let warnings: [SwiftSetting] =
  Context.environment["COUNTERPART_WARNINGS_AS_ERRORS"] == nil
  ? [] : [.treatAllWarnings(as: .error)]

/// The language features that every target is compiled with.
let settings: [SwiftSetting] =
  warnings + [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  ]

/// A library target of this package.
func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The tests of one target, in `Tests/<name>`.
func tests(_ name: String, _ dependencies: [Target.Dependency], path: String? = nil) -> Target {
  .testTarget(name: name, dependencies: dependencies, path: path, swiftSettings: settings)
}

let nio: [Target.Dependency] = [
  .product(name: "NIOCore", package: "swift-nio"),
  .product(name: "NIOPosix", package: "swift-nio"),
]

/// What TLS needs: BoringSSL, and certificates made on the spot.
let tls: [Target.Dependency] = [
  .product(name: "NIOSSL", package: "swift-nio-ssl", condition: .when(traits: ["TLS"])),
  .product(name: "NIOTLS", package: "swift-nio", condition: .when(traits: ["TLS"])),
  .product(name: "X509", package: "swift-certificates", condition: .when(traits: ["TLS"])),
  .product(name: "SwiftASN1", package: "swift-asn1", condition: .when(traits: ["TLS"])),
  .product(name: "Crypto", package: "swift-crypto", condition: .when(traits: ["TLS"])),
]

/// What HTTP/2 needs.
let http2: [Target.Dependency] = [
  .product(name: "NIOHTTP2", package: "swift-nio-http2", condition: .when(traits: ["HTTP2"])),
  .product(name: "NIOHPACK", package: "swift-nio-http2", condition: .when(traits: ["HTTP2"])),
]

let package = Package(
  name: "counterpart",
  platforms: [.macOS(.v15), .iOS(.v18), .tvOS(.v18), .watchOS(.v11), .visionOS(.v2)],
  products: [
    .executable(name: "counterpart", targets: ["counterpart"]),
    .library(name: "MockServer", targets: ["MockServer"]),
    .library(name: "FaultProxy", targets: ["FaultProxy"]),
    .library(name: "ContractVerifier", targets: ["ContractVerifier"]),
    .library(name: "ContractReports", targets: ["ContractReports"]),
    .library(name: "ContractMatching", targets: ["ContractMatching"]),
    .library(name: "ContractStore", targets: ["ContractStore"]),
    .library(name: "ContractTesting", targets: ["ContractTesting"]),
    .library(name: "ContractDSL", targets: ["ContractDSL"]),
    .library(name: "ContractModel", targets: ["ContractModel"]),
    .library(name: "FaultModel", targets: ["FaultModel"]),
    .library(name: "JSONText", targets: ["JSONText"]),
  ],
  traits: [
    .default(enabledTraits: ["TLS", "HTTP2"]),
    .trait(
      name: "TLS", description: "TLS for the mock server, with certificates made on the spot."),
    .trait(name: "HTTP2", description: "HTTP/2 for the mock server."),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-nio", .upToNextMinor(from: "2.101.2")),
    .package(
      url: "https://github.com/apple/swift-argument-parser", .upToNextMinor(from: "1.8.2")),
    .package(
      url: "https://github.com/swift-server/swift-service-lifecycle",
      .upToNextMinor(from: "2.13.0")),
    .package(url: "https://github.com/apple/swift-log", .upToNextMinor(from: "1.16.2")),
    .package(url: "https://github.com/apple/swift-metrics", .upToNextMinor(from: "2.13.0")),
    // Fetched only with the traits that need them.
    .package(url: "https://github.com/apple/swift-nio-ssl", .upToNextMinor(from: "2.37.6")),
    .package(url: "https://github.com/apple/swift-nio-http2", .upToNextMinor(from: "1.46.0")),
    .package(url: "https://github.com/apple/swift-certificates", .upToNextMinor(from: "1.21.1")),
    .package(url: "https://github.com/apple/swift-crypto", .upToNextMinor(from: "4.5.2")),
    .package(url: "https://github.com/apple/swift-asn1", .upToNextMinor(from: "1.7.4")),
  ],
  targets: [
    // System libraries
    // Without a pkg-config name, which would link it: libcurl is loaded when it is first used.
    .systemLibrary(
      name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    // Loaded when it is first used, like libcurl.
    .systemLibrary(
      name: "CLibYAML", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CPCRE2", pkgConfig: "libpcre2-8",
      providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]),

    // Values
    library("JSONText"),
    library("ContractModel", ["JSONText"]),
    library("FaultModel", ["JSONText"]),
    library("JSONSchema", ["JSONText"]),
    library("StubModel", ["ContractModel", "JSONText"]),

    // Decisions
    library("ContractMatching", ["ContractModel", "JSONText", "CLibXML2", "CPCRE2"]),
    library("ContractFiles", ["ContractModel", "FaultModel", "StubModel", "JSONText"]),
    library("ClientRehearsal", ["ContractModel"]),
    library(
      "StubMatching",
      ["StubModel", "JSONPath", "ContractMatching", "ContractModel", "JSONSchema", "JSONText"]),
    library(
      "MockEngine",
      [
        "StubMatching", "StubModel", "ResponseTemplate", "ContractMatching", "ContractModel",
        "FaultModel", "JSONText",
      ]),
    // Contracts out of stub mappings.
    library(
      "StubConversion",
      [
        "MockEngine", "StubMatching", "StubModel", "ContractMatching", "ContractFiles",
        "ContractModel", "FaultModel", "JSONText",
      ]),
    library("ContractReports", ["ContractModel", "JSONText", "CLibXML2"]),
    // The pages that tell what a mock did.
    library(
      "MockInspector", ["ContractReports", "MockEngine", "ContractMatching", "ContractModel"]),
    library("JSONPath", ["ContractMatching", "JSONText"]),
    library(
      "ResponseTemplate",
      ["JSONPath", "ContractMatching", "ContractModel", "FaultModel", "JSONText", "CPCRE2"]),
    library("ContractDSL", ["ContractMatching", "ContractModel", "JSONText"]),
    library("ToolConfiguration", ["ContractModel", "JSONSchema", "JSONText", "CLibYAML"]),

    // Effects
    // Metrics as text for Prometheus.
    library("MetricsText", [.product(name: "CoreMetrics", package: "swift-metrics")]),
    library(
      "ContractStore", ["ContractFiles", "StubModel", "ContractModel", "FaultModel", "JSONText"]),
    library(
      "MockServer",
      [
        "MockInspector", "MockEngine", "StubMatching", "StubModel", "ContractMatching",
        "ContractStore", "ContractReports", "ContractFiles", "ContractModel", "FaultModel",
        "JSONText", "MetricsText",
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "CoreMetrics", package: "swift-metrics"),
        .product(name: "Logging", package: "swift-log"),
      ] + nio + tls + http2),
    library("FaultProxy", ["FaultModel", "JSONText"] + nio),
    // The API of the proxy, over the HTTP/1.1 server of the mock.
    library(
      "ProxyControl",
      ["FaultProxy", "MockServer", "MockEngine", "ContractModel", "FaultModel", "JSONText"] + nio),
    library("HTTPExchange", ["ContractModel", "CCurl"]),
    library("ProcessControl"),
    // Pacts from a Pact Broker, and results to it.
    library("PactBroker", ["HTTPExchange", "ContractFiles", "ContractModel", "JSONText"]),
    library(
      "ContractVerifier",
      [
        "HTTPExchange", "ProcessControl", "ContractMatching", "ContractStore", "ContractFiles",
        "ContractModel", "FaultModel", "JSONText",
      ]),
    // What test suites import; it links Swift Testing and XCTest, so that no program may depend on it.
    library(
      "ContractTesting",
      [
        "ContractDSL", "MockServer", "MockEngine", "FaultProxy", "ContractVerifier",
        "HTTPExchange", "ContractReports", "ContractMatching", "ClientRehearsal", "ContractStore",
        "ContractFiles", "ContractModel", "FaultModel", "JSONText",
      ]),
    .executableTarget(
      name: "counterpart",
      dependencies: [
        "MockServer", "MockEngine", "ProxyControl", "FaultProxy", "ContractVerifier",
        "HTTPExchange", "ProcessControl", "PactBroker", "ToolConfiguration", "ContractReports",
        "ContractMatching", "ClientRehearsal", "ContractStore", "ContractFiles", "StubConversion",
        "StubModel", "ContractModel", "FaultModel", "JSONText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: settings),

    // Examples: a provider and its consumer, used by the demo and by the tests, and packages of their own.
    .executableTarget(
      name: "order-service",
      dependencies: nio + [.product(name: "NIOHTTP1", package: "swift-nio")],
      path: "Examples/OrderService", exclude: ["Package.swift", "README.md", "Tests"],
      swiftSettings: settings),
    .executableTarget(
      name: "web-shop", path: "Examples/WebShop",
      exclude: ["Package.swift", "README.md", "Tests", "contracts"], swiftSettings: settings),

    // What scripts/fuzz feeds; the inputs that it found are tests.
    .target(
      name: "FuzzTargets",
      dependencies: [
        "ContractFiles", "ContractMatching", "ContractModel", "FaultModel", "JSONPath",
        "ResponseTemplate", "JSONText",
      ],
      path: "Fuzz/Targets", swiftSettings: settings),

    // Tests
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    // A Pact Broker for tests, and the same as a program for the tools of others.
    .target(
      name: "TestBroker", dependencies: ["JSONText", "TestSupport"], path: "Tests/TestBroker",
      swiftSettings: settings),
    .executableTarget(
      name: "test-broker", dependencies: ["TestBroker", "TestSupport"],
      path: "Tests/TestBrokerProgram", swiftSettings: settings),
    tests("JSONTextTests", ["JSONText", "TestSupport"]),
    tests("FaultModelTests", ["FaultModel"]),
    tests(
      "StubMatchingTests",
      ["StubMatching", "StubModel", "ContractMatching", "ContractModel", "JSONText"]),
    tests(
      "StubConversionTests",
      [
        "StubConversion", "MockEngine", "StubMatching", "StubModel", "ContractMatching",
        "ContractFiles", "ContractStore", "ContractModel", "FaultModel", "JSONText", "TestSupport",
      ]),
    tests("JSONSchemaTests", ["JSONSchema", "JSONText", "TestSupport"]),
    tests(
      "ContractMatchingTests",
      ["ContractMatching", "ContractFiles", "ContractModel", "JSONText", "TestSupport"]),
    tests(
      "ContractFilesTests",
      [
        "ContractFiles", "ContractModel", "FaultModel", "StubModel", "JSONSchema", "JSONText",
        "TestSupport",
      ]),
    tests(
      "ContractStoreTests",
      ["ContractStore", "ContractFiles", "ContractModel", "JSONText", "TestSupport"]),
    tests(
      "MockEngineTests",
      [
        "MockEngine", "ContractFiles", "StubMatching", "StubModel", "ContractModel", "FaultModel",
        "JSONText", "TestSupport",
      ]),
    tests(
      "MockInspectorTests",
      ["MockInspector", "MockEngine", "ContractModel", "JSONText", "CLibXML2"]),
    tests(
      "MetricsTextTests",
      ["MetricsText", .product(name: "CoreMetrics", package: "swift-metrics")]),
    tests(
      "MockServerTests",
      [
        "MockServer", "MockEngine", "ContractStore", "ContractFiles", "StubModel", "ContractModel",
        "FaultModel", "JSONText", "TestSupport",
        .product(name: "CoreMetrics", package: "swift-metrics"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
      ] + nio + tls),
    tests(
      "FaultProxyTests",
      ["FaultProxy", "ProxyControl", "FaultModel", "JSONText", "TestSupport"] + nio),
    tests(
      "ContractVerifierTests",
      [
        "ContractVerifier", "HTTPExchange", "ContractMatching", "ContractModel", "JSONText",
        "TestSupport",
      ]),
    tests("HTTPExchangeTests", ["HTTPExchange", "ContractModel", "TestSupport"]),
    tests("ContractModelTests", ["ContractModel"]),
    tests(
      "ContractDSLTests",
      ["ContractDSL", "ContractFiles", "ContractMatching", "ContractModel", "JSONText"]),
    tests(
      "ContractTestingTests",
      [
        "ContractTesting", "ContractFiles", "ContractModel", "FaultModel", "JSONText",
        "TestSupport",
      ]),
    tests("ProcessControlTests", ["ProcessControl"]),
    tests(
      "PactBrokerTests",
      [
        "PactBroker", "HTTPExchange", "ContractFiles", "ContractModel", "JSONText",
        "TestBroker", "TestSupport",
      ]),
    tests("ClientRehearsalTests", ["ClientRehearsal", "ContractModel"]),
    tests(
      "ContractReportsTests",
      ["ContractReports", "ContractModel", "JSONSchema", "JSONText", "CLibXML2", "TestSupport"]),
    tests("JSONPathTests", ["JSONPath", "JSONText"]),
    tests(
      "ResponseTemplateTests",
      ["ResponseTemplate", "ContractMatching", "FaultModel", "JSONText", "TestSupport"]),
    tests("ToolConfigurationTests", ["ToolConfiguration", "ContractModel", "JSONText"]),
    tests(
      "CommandLineTests",
      [
        "counterpart", "order-service", "web-shop", "JSONSchema", "JSONText", "CLibXML2",
        "TestBroker", "TestSupport",
      ]),
    tests("FuzzTargetsTests", ["FuzzTargets"]),
    tests("ArchitectureTests", ["JSONText"]),
  ]
)

// Set by scripts/fuzz: the program has no main function but libFuzzer's.
if Context.environment["COUNTERPART_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzz", dependencies: ["FuzzTargets"], path: "Fuzz/Program",
      swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])]))
}
