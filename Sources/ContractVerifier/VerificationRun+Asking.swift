import ContractModel
import HTTPExchange
import ProcessControl

extension VerificationRun {
  /// Asks over HTTP until nothing more can be asked now.
  func askTogether() {
    client.performAll(
      next: {
        while case .ask(let index) = schedule.action(at: clock.now()), !usesCommand(index) {
          guard let check = begin(index), let request = request(index, check) else { continue }
          return (index, request.exchange(timeout: configuration.requestTimeout))
        }
        return nil
      },
      completion: { answered($0, $1) }, shouldStop: shouldStop)
  }

  /// The request with the header fields that are made for each, or `nil` when they cannot be had, which
  /// is noted.
  private func request(_ index: Int, _ check: InteractionCheck) -> RequestPlan? {
    guard check.request.hasFreshHeaders else { return check.request }
    do throws(VerificationError) {
      return try check.request.withFreshHeaders()
    } catch {
      judged(index, .failure(error), nil)
      return nil
    }
  }

  /// Asks for a message by running the command.
  func runCommand(_ index: Int) {
    guard let command = messageCommand, let check = begin(index) else { return }
    do throws(ProcessFailure) {
      let output = try command.run(input: check.request.body ?? [], shouldStop: shouldStop)
      if output.end == .cancelled { return giveUp(index) }
      judged(index, check.judge(output, limit: command.limit), nil)
    } catch {
      judged(index, .failure(VerificationError(message: error.description)), nil)
    }
  }

  /// Notes that an interaction is being asked.
  ///
  /// - Returns: what is asked, or `nil` when that cannot be, which is noted as well.
  private func begin(_ index: Int) -> InteractionCheck? {
    if attempts[index] == nil, !compile(index) || !prepare(index, answers: []) { return nil }
    guard let attempt = attempts[index] else { return nil }
    if attempt.progress == nil {
      attempt.progress = AskingProgress(
        retry: attempt.retry, samples: attempt.check.isSafe ? configuration.samples : 1,
        start: clock.now())
    }
    schedule.asked(index)
    return attempt.check
  }

  private func answered(
    _ index: Int, _ answer: Result<HTTPExchangeResponse, HTTPExchangeError>
  ) {
    guard let check = attempts[index]?.check else { return }
    switch answer {
    case .success(let response): judged(index, check.judge(response), response)
    // It was not verified: the report says interrupted.
    case .failure(let error) where error.kind == .cancelled: giveUp(index)
    case .failure(let error):
      judged(index, .failure(VerificationError(message: error.message)), nil)
    }
  }

  private func giveUp(_ index: Int) {
    attempts[index] = nil
    _ = schedule.answered(index)
  }

  /// Goes on after an answer: asks again, or ends the asking.
  private func judged(
    _ index: Int, _ verdict: Result<[Mismatch], VerificationError>,
    _ response: HTTPExchangeResponse?
  ) {
    guard let attempt = attempts[index] else { return }
    let now = clock.now()
    let passed = (try? verdict.get())?.isEmpty == true
    if passed, let timings = response?.timings, measures { attempt.latencies.append(timings.total) }
    switch attempt.progress?.answered(passed: passed, at: now) ?? .ended {
    case .again(let pause): schedule.pauses(index, until: now + pause)
    case .ended:
      attempt.result = result(index, attempt, verdict, response)
      if !schedule.answered(index) { finish(index) }
    }
  }

  /// Whether the times of answers are kept.
  private var measures: Bool { configuration.samples > 1 || !configuration.latencyBudgets.isEmpty }

  private func result(
    _ index: Int, _ attempt: Attempt, _ verdict: Result<[Mismatch], VerificationError>,
    _ response: HTTPExchangeResponse?
  ) -> InteractionResult {
    var result: InteractionResult
    switch verdict {
    case .success(var mismatches):
      let latency = attempt.check.isHTTP ? LatencySummary(attempt.latencies) : nil
      if let latency, mismatches.isEmpty {
        mismatches = configuration.latencyBudgets.compactMap { $0.breach(by: latency) }
      }
      result = ledger.blank(index, mismatches.isEmpty ? .passed : .failed)
      result.mismatches = mismatches
      result.latency = latency
    case .failure(let error): result = ledger.blank(index, .error, error: error.message)
    }
    result.timings = response?.timings
    result.exchange = exchange(
      index, attempt.check, response, isLong: result.status != .passed)
    result.reproduce = reproduction(index, attempt.check)
    result.tries = attempt.progress?.tries ?? 0
    return result
  }

  /// What was sent and what came back, where a report shows it.
  func exchange(
    _ index: Int, _ check: InteractionCheck, _ response: HTTPExchangeResponse?, isLong: Bool
  ) -> RecordedExchange? {
    guard configuration.recordsExchanges, !usesCommand(index) else { return nil }
    return check.request.recorded(with: response, isLong: isLong)
  }

  /// A command that asks the same again.
  func reproduction(_ index: Int, _ check: InteractionCheck) -> String {
    if let messageCommand, usesCommand(index) { return check.reproduction(by: messageCommand) }
    return check.request.curl
  }
}
