import ArgumentParser
import MockServer

/// Where requests go that no interaction accepts.
struct ForwardOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Forward requests that no interaction accepts to this provider, e.g. http://127.0.0.1:9000.",
      valueName: "url"))
  var forward: String?

  @Option(
    help: ArgumentHelp("How long the provider of --forward may take to answer.", valueName: "time"))
  var forwardTimeout = DurationOption(.seconds(30))

  func validate() throws {
    _ = try target()
    guard forwardTimeout.duration > .zero else {
      throw ValidationError("--forward-timeout has to be above 0")
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

  /// How long is waited for it.
  var limits: ForwardLimits { ForwardLimits(timeout: forwardTimeout.duration) }
}
