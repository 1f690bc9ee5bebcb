import Foundation

/// `order-service`, the provider of the example: keeps the orders of a shop in memory.
@main
struct OrderServiceCommand {
  static func main() async {
    do {
      let options = try Options(CommandLine.arguments.dropFirst())
      guard !options.wantsHelp else { return say(Options.usage) }
      try await serve(options)
    } catch let error as UsageError {
      fail("\(error.message)\n\(Options.usage)", exitCode: 64)
    } catch {
      fail("\(error)", exitCode: 74)
    }
  }

  private static func serve(_ options: Options) async throws {
    // Watched before the first line is printed: whoever reads the line may send the signal at once.
    let signal = TerminationSignal()
    let router = Router(store: OrderStore(), hasBug: options.hasBug)
    let server = try await HTTPServer(host: options.host, port: options.port, router: router)
    say("order-service listening on http://\(options.host):\(server.port)")
    await signal.wait()
    try await server.close()
  }

  /// Writes past the buffer of `print`, which holds a line back when the output is a pipe.
  private static func say(_ line: String) {
    FileHandle.standardOutput.write(Data("\(line)\n".utf8))
  }

  private static func fail(_ message: String, exitCode: Int32) -> Never {
    FileHandle.standardError.write(Data("order-service: \(message)\n".utf8))
    exit(exitCode)
  }
}
