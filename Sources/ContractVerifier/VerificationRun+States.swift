import ContractModel
import JSONText

extension VerificationRun {
  /// Puts the provider into the states of an interaction, and makes the request with what it answers.
  func setUp(_ index: Int) {
    guard let states, compile(index) else { return }
    do throws(StateChanger.Failure) {
      let setUp = try states.setUp(items[index])
      for (state, said) in setUp.unknown { warnOfUnknown(state, said) }
      attempts[index]?.unknownStates = setUp.unknown.map(\.state)
      schedule.setUp(index)
      _ = prepare(index, answers: setUp.answers)
    } catch {
      fail(index, error.message)
    }
  }

  /// Takes the provider out of the states of an interaction, which is over then.
  func tearDown(_ index: Int) {
    guard let states, let attempt = attempts[index] else { return schedule.tornDown(index) }
    do throws(StateChanger.Failure) {
      try states.tearDown(items[index], except: attempt.unknownStates)
    } catch {
      if !shouldStop(), attempt.result != nil {
        // A mismatch is not lost by it, and an interaction that passed has an error now.
        attempt.result?.error = error.message
        if attempt.result?.status == .passed { attempt.result?.status = .error }
      }
    }
    schedule.tornDown(index)
    finish(index)
  }

  /// Makes an interaction ready to be asked, but for values that are made anew.
  ///
  /// - Returns: whether it can be asked; if not, that is noted.
  func compile(_ index: Int) -> Bool {
    let start = clock.now()
    let check: InteractionCheck
    switch compiler.compiled(index) {
    case .check(let compiled): check = compiled
    case .unusable(let reason): return refuse(index, reason)
    }
    for warning in check.warnings { ledger.warn(warning.withoutSeverity) }
    do throws(VerificationError) {
      let limit = try RetryComment.limit(of: items[index].interaction)
      attempts[index] = Attempt(
        check, retry: RetryPolicy(limit: limit ?? configuration.retryLimit), start: start)
    } catch {
      return refuse(index, error.message)
    }
    guard configuration.isStrictAboutStates, states == nil,
      let state = items[index].interaction.providerStates.first
    else { return true }
    fail(index, "no --state-url or --state-command for provider state \"\(state.name)\"")
    return false
  }

  /// Makes the values that are made anew.
  ///
  /// - Parameter answers: what the provider answered to its states.
  /// - Returns: whether they could be made; if not, that is noted.
  func prepare(_ index: Int, answers: [JSONValue]) -> Bool {
    guard let attempt = attempts[index] else { return false }
    let parameters = items[index].interaction.providerStates.compactMap(\.parameters)
    do throws(VerificationError) {
      if !attempt.check.isReady {
        attempt.check = try attempt.check.prepared(stateValues: .merging(parameters + answers))
      }
      return true
    } catch {
      fail(index, error.message)
      return false
    }
  }

  /// Keeps what came of an interaction that is over.
  func finish(_ index: Int) {
    guard let attempt = attempts.removeValue(forKey: index), var result = attempt.result else {
      return
    }
    result.duration = clock.now() - attempt.start
    result.startedAfter = attempt.start - began
    // An error may come of the interruption itself.
    if result.status == .error, shouldStop() { return }
    store(index, result)
  }

  /// Ends an interaction that was not asked.
  private func fail(_ index: Int, _ reason: String) {
    guard let attempt = attempts[index] else { return }
    var result = ledger.blank(index, .error, error: reason)
    result.reproduce = reproduction(index, attempt.check)
    result.exchange = exchange(index, attempt.check, nil, isLong: true)
    attempt.result = result
    if !schedule.skipped(index) { finish(index) }
  }

  /// Ends an interaction of a contract that cannot be used.
  private func refuse(_ index: Int, _ reason: String) -> Bool {
    storeUnusable(index, reason)
    _ = schedule.skipped(index)
    return false
  }

  private func warnOfUnknown(_ state: String, _ said: String) {
    let text =
      state.isEmpty
      ? "the provider does not know the empty state, which is set up for interactions without one"
        + " unless --no-empty-state is given" : "the provider does not know the state \"\(state)\""
    ledger.warnOnce("state \(state)", "\(text) (\(said))")
  }
}
