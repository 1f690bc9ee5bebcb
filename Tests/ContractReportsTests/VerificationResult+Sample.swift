import ContractModel

extension InteractionResult {
  /// An interaction of `web-shop` and `order-service`.
  static func sample(
    _ description: String, given states: [String] = [], _ status: Status = .passed,
    consumer: String = "web-shop", provider: String = "order-service",
    mismatches: [Mismatch] = [], error: String? = nil
  ) -> InteractionResult {
    InteractionResult(
      consumer: consumer, provider: provider, description: description, providerStates: states,
      status: status, duration: .microseconds(1_500), mismatches: mismatches, error: error)
  }
}

extension FileLocation {
  /// A line of the contract of `web-shop` and `order-service`.
  static func line(_ line: Int) -> FileLocation {
    FileLocation(file: "contracts/web-shop-order-service.json", line: line)
  }
}

extension VerificationResult {
  /// A result with nothing but interactions.
  static func of(_ results: [InteractionResult]) -> VerificationResult {
    VerificationResult(provider: Provider(name: "order-service"), results: results)
  }

  /// A result in which each status occurs.
  static let sample: VerificationResult = {
    var failed = InteractionResult.sample(
      "a request for order 7", given: ["order 7 exists", "it is paid"], .failed,
      mismatches: [
        Mismatch(
          .status, expected: "200", actual: "500",
          message: "Expected status '200' but was '500'", location: .line(14)),
        Mismatch(
          .body, path: "$.id", expected: "7", actual: "\"8\"",
          message: "Expected '8' (String) to be an integer", rule: "integer",
          location: .line(31)),
      ])
    failed.duration = .microseconds(3_100)
    failed.key = "order7"
    failed.location = .line(12)
    failed.comments = ["Sums are in cents."]
    failed.testName = "OrderClientContract.shows()"
    failed.timings = Timings(
      connect: .microseconds(100), firstByte: .microseconds(800), total: .microseconds(900))
    failed.reproduce = "curl -sS -X GET 'http://127.0.0.1:8080/orders/7'"
    var unreachable = InteractionResult.sample("a request for order 9", .error)
    unreachable.error = "nothing listens on 127.0.0.1:8080"
    unreachable.location = .line(60)
    let pending = InteractionResult.sample(
      "a new order", .pending,
      mismatches: [
        Mismatch(
          .header, path: "Location", expected: "/orders/1", actual: "",
          message: "Expected header 'Location' but it was missing")
      ])
    return VerificationResult(
      provider: Provider(name: "order-service", version: "2.0.0", branch: "main"), seed: 42,
      startedAt: 1_769_860_800.75, duration: .microseconds(12_400),
      results: [
        .sample("a request for order 42", given: ["order 42 exists"]), failed, unreachable,
        .sample("an order is paid", consumer: "mailer"), pending,
        .sample("a deleted order", .skipped, error: "interrupted"),
      ],
      warnings: ["no --state-url for provider state \"order 7 exists\""])
  }()
}
