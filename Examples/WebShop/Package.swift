// swift-tools-version: 6.2
import PackageDescription

// The consumer of the pair: its client, and the tests that say what it needs of order-service.
let package = Package(
  name: "web-shop-example",
  platforms: [.macOS(.v15)],
  dependencies: [
    // In a package of your own: .package(url: "https://…/counterpart", from: "…", traits: [])
    .package(name: "counterpart", path: "../..", traits: [])
  ],
  targets: [
    // The same sources are the program web-shop of the demo.
    .target(
      name: "WebShop", path: ".",
      exclude: [
        "Tests", "contracts", "README.md", "Command.swift", "Options.swift", "WebShopCommand.swift",
      ]),
    .testTarget(
      name: "WebShopTests",
      dependencies: ["WebShop", .product(name: "ContractTesting", package: "counterpart")]),
    .testTarget(
      name: "WebShopXCTests",
      dependencies: ["WebShop", .product(name: "ContractTesting", package: "counterpart")]),
  ]
)
