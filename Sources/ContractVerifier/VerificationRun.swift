import ContractModel
import HTTPExchange
import JSONText

/// One run over interactions: keeps what is known of each, and gives them to the client.
final class VerificationRun {
  private let items: [VerificationItem]
  private let configuration: VerifierConfiguration
  private let client: HTTPClient
  private let shouldStop: () -> Bool
  private let clock = ContinuousClock()
  private var results: [InteractionResult?]
  private var running: [Int: (check: InteractionCheck, start: ContinuousClock.Instant)] = [:]
  private(set) var warnings: [String] = []
  private(set) var uncompiled = 0
  private(set) var isInterrupted = false

  init(
    _ items: [VerificationItem], _ configuration: VerifierConfiguration,
    shouldStop: @escaping () -> Bool
  ) throws(VerifierError) {
    self.items = items
    self.configuration = configuration
    self.shouldStop = shouldStop
    results = Array(repeating: nil, count: items.count)
    do {
      client = try HTTPClient(
        configuration: HTTPClientConfiguration(
          connectTimeout: configuration.connectTimeout,
          requestTimeout: configuration.requestTimeout, caFile: configuration.authorityFile,
          clientCertificate: configuration.certificateFile, clientKey: configuration.keyFile,
          insecure: configuration.isInsecure, parallel: max(1, configuration.parallel)))
    } catch {
      throw VerifierError(error.message)
    }
  }

  /// The results of all interactions; those that were not reached are skipped.
  func finishedResults() -> [InteractionResult] {
    items.indices.map { index in
      results[index] ?? result(index, .skipped, error: "interrupted")
    }
  }

  func perform(_ progress: (InteractionResult) -> Void) {
    warnOfStates()
    if let url = configuration.stateURL {
      performOneByOne(
        StateChanger(
          url: url, client: client, timeout: configuration.requestTimeout, shouldStop: shouldStop),
        progress)
    } else {
      performTogether(progress)
    }
    isInterrupted = results.contains { $0 == nil }
  }

  private func warnOfStates() {
    guard configuration.stateURL == nil else { return }
    var seen: Set<String> = []
    for state in items.flatMap(\.interaction.providerStates)
    where seen.insert(state.name).inserted {
      warnings.append("no --state-url for provider state \"\(state.name)\"")
    }
  }

  // MARK: without provider states

  private func performTogether(_ progress: (InteractionResult) -> Void) {
    var next = items.indices.makeIterator()
    client.performAll(
      next: {
        while let index = next.next() {
          guard let compiled = compile(index, progress),
            let check = prepare(index, compiled, answers: [], progress)
          else { continue }
          running[index] = (check, clock.now)
          return (index, check.request.exchange(timeout: configuration.requestTimeout))
        }
        return nil
      },
      completion: { index, response in
        guard let (check, start) = running.removeValue(forKey: index) else { return }
        finish(index, check, response, clock.now - start, progress)
      }, shouldStop: shouldStop)
  }

  // MARK: with provider states

  private func performOneByOne(
    _ states: StateChanger, _ progress: (InteractionResult) -> Void
  ) {
    for index in items.indices where !shouldStop() {
      guard let compiled = compile(index, progress) else { continue }
      let start = clock.now
      let answers: [JSONValue]
      do throws(StateChanger.Failure) {
        answers = try states.change(items[index], .setUp)
      } catch {
        note(index, compiled, error: error.message, clock.now - start, progress)
        continue
      }
      guard let check = prepare(index, compiled, answers: answers, progress) else {
        // What was set up is torn down, though nothing was asked.
        if configuration.tearsStatesDown { _ = try? states.change(items[index], .tearDown) }
        continue
      }
      let response = client.perform(
        check.request.exchange(timeout: configuration.requestTimeout), shouldStop: shouldStop)
      var failure: String?
      if configuration.tearsStatesDown {
        do throws(StateChanger.Failure) {
          try states.change(items[index], .tearDown)
        } catch {
          failure = error.message
        }
      }
      finish(index, check, response, clock.now - start, progress, tearDownFailure: failure)
    }
  }

  // MARK: results

  /// The check of an interaction, or `nil` when it has ended already.
  private func compile(
    _ index: Int, _ progress: (InteractionResult) -> Void
  ) -> InteractionCheck? {
    switch InteractionCheck.compile(items[index], configuration) {
    case .check(let check):
      warnings += check.warnings.map(\.withoutSeverity)
      return check
    case .unusable(let reason):
      if !items[index].interaction.isPending { uncompiled += 1 }
      store(index, result(index, .error, error: reason), progress)
    }
    return nil
  }

  /// The check with its generated values, or `nil` when they cannot be made, which is noted.
  private func prepare(
    _ index: Int, _ check: InteractionCheck, answers: [JSONValue],
    _ progress: (InteractionResult) -> Void
  ) -> InteractionCheck? {
    let parameters = items[index].interaction.providerStates.compactMap(\.parameters)
    do throws(VerificationError) {
      return try check.prepared(stateValues: .merging(parameters + answers))
    } catch {
      note(index, check, error: error.message, .zero, progress)
      return nil
    }
  }

  private func finish(
    _ index: Int, _ check: InteractionCheck,
    _ response: Result<HTTPExchangeResponse, HTTPExchangeError>, _ duration: Duration,
    _ progress: (InteractionResult) -> Void, tearDownFailure: String? = nil
  ) {
    switch response {
    case .failure(let error):
      if error.kind == .cancelled { return }  // it was not verified: the report says interrupted
      note(index, check, error: error.message, duration, progress)
    case .success(let response):
      var result: InteractionResult
      switch check.judge(response) {
      case .success(let mismatches):
        result = self.result(index, mismatches.isEmpty ? .passed : .failed)
        result.mismatches = mismatches
      case .failure(let error):
        result = self.result(index, .error, error: error.message)
      }
      if let tearDownFailure, !shouldStop() {
        // A mismatch is not lost by it, and an interaction that passed has an error now.
        result.error = tearDownFailure
        if result.status == .passed { result.status = .error }
      }
      result.duration = duration
      result.timings = response.timings
      result.reproduce = check.request.curl
      store(index, result, progress)
    }
  }

  private func note(
    _ index: Int, _ check: InteractionCheck, error: String, _ duration: Duration,
    _ progress: (InteractionResult) -> Void
  ) {
    if shouldStop() { return }
    var result = result(index, .error, error: error)
    result.duration = duration
    result.reproduce = check.request.curl
    store(index, result, progress)
  }

  private func store(
    _ index: Int, _ result: InteractionResult, _ progress: (InteractionResult) -> Void
  ) {
    var result = result
    if items[index].interaction.isPending, [.failed, .error].contains(result.status) {
      result.status = .pending
    }
    results[index] = result
    progress(result)
  }

  private func result(
    _ index: Int, _ status: InteractionResult.Status, error: String? = nil
  ) -> InteractionResult {
    let item = items[index]
    let interaction = item.interaction
    return InteractionResult(
      consumer: item.consumer, provider: item.provider, description: interaction.description,
      providerStates: interaction.providerStates.map(\.name), key: interaction.key,
      kind: interaction.content.kind, status: status, location: interaction.location,
      error: error, comments: interaction.remarks, testName: interaction.testName)
  }
}
