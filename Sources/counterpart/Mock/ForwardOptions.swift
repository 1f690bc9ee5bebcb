import ArgumentParser
import MockEngine
import MockServer

/// Where requests may go on to: the provider that the mock stands in front of, and the services that
/// stubs send them to.
struct ForwardOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Forward requests that nothing accepts to this provider, e.g. http://127.0.0.1:9000 or https://orders.test.
      """, valueName: "url"))
  var forward: String?

  @Option(
    help: ArgumentHelp(
      "How long the provider of --forward, or a service that a stub names, may take to answer.",
      valueName: "time"))
  var forwardTimeout = DurationOption(.seconds(30))

  @Option(
    help: """
      Trust the authorities in this file (PEM), besides the system's, when requests go on by https.
      """, completion: .file())
  var forwardCa: String?

  @Option(
    name: .customLong("allow-target"),
    help: ArgumentHelp(
      """
      Let stubs proxy, record and call webhooks at this service; its host is looked up once (repeatable; without it they reach \
      nothing).
      """, valueName: "host[:port]"))
  var allowedTargets: [AllowedTargetOption] = []

  func validate() throws {
    let target = try target()
    guard forwardTimeout.duration > .zero else {
      throw ValidationError("--forward-timeout has to be above 0")
    }
    guard forwardCa == nil || target?.isSecure == true || !allowedTargets.isEmpty else {
      throw ValidationError("--forward-ca goes with --forward https://... or with --allow-target")
    }
  }

  /// The provider, if there is one.
  func target() throws -> ForwardTarget? {
    do throws(ForwardError) {
      guard let forward else { return nil }
      return try ForwardTarget(url: forward)
    } catch {
      throw ValidationError("--forward \(error)")
    }
  }

  /// How long is waited for it, and whom it may be.
  var limits: ForwardLimits {
    var limits = ForwardLimits(timeout: forwardTimeout.duration)
    limits.authorities = forwardCa
    return limits
  }
}

/// A service that stubs may send requests to.
struct AllowedTargetOption: ExpressibleByArgument {
  let target: AllowedTarget

  init?(argument: String) {
    guard let target = try? AllowedTarget(argument) else { return nil }
    self.target = target
  }
}
