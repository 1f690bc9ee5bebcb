// swift-tools-version: 6.2
import PackageDescription

// Test suites as a user writes them: green ones, whose contract is looked at, and ones that have to go red.
// Run by scripts/test-suites. Without traits nothing of TLS and HTTP/2 is fetched.
let package = Package(
  name: "test-suites",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "counterpart", path: "../../..", traits: [])],
  targets: ["GreenTests", "RedTests", "RedXCTests"].map { name in
    .testTarget(
      name: name, dependencies: [.product(name: "ContractTesting", package: "counterpart")],
      swiftSettings: [.swiftLanguageMode(.v6)])
  }
)
