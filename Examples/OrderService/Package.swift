// swift-tools-version: 6.2
import PackageDescription

// The provider of the pair: the service, and the tests that it honours what its consumers need.
let package = Package(
  name: "order-service-example",
  platforms: [.macOS(.v15)],
  dependencies: [
    // In a package of your own: .package(url: "https://…/counterpart", from: "…", traits: [])
    .package(name: "counterpart", path: "../..", traits: []),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
  ],
  targets: [
    // The same sources are the program order-service of the demo.
    .target(
      name: "OrderService",
      dependencies: [
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      path: ".", exclude: ["Tests", "README.md", "OrderServiceCommand.swift"]),
    .testTarget(
      name: "OrderServiceTests",
      dependencies: ["OrderService", .product(name: "ContractTesting", package: "counterpart")]),
    .testTarget(
      name: "OrderServiceXCTests",
      dependencies: ["OrderService", .product(name: "ContractTesting", package: "counterpart")]),
  ]
)
