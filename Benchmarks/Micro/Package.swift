// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "micro",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "counterpart", path: "../..")],
  targets: [
    .executableTarget(
      name: "micro",
      dependencies: [
        .product(name: "ContractMatching", package: "counterpart"),
        .product(name: "ContractModel", package: "counterpart"),
        .product(name: "ContractReports", package: "counterpart"),
        .product(name: "JSONText", package: "counterpart"),
      ])
  ]
)
