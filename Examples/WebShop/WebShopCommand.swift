import Foundation

/// `web-shop`, the consumer of the example: orders from `order-service` over HTTP.
@main
struct WebShopCommand {
  static func main() async {
    do {
      let options = try Options(CommandLine.arguments.dropFirst())
      guard !options.wantsHelp else { return print(Options.usage) }
      try await options.command.run(on: OrderClient(url: options.url))
    } catch let error as UsageError {
      fail("\(error.message)\n\(Options.usage)")
    } catch {
      fail(ClientError.describe(error))
    }
  }

  private static func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data("web-shop: \(message)\n".utf8))
    exit(1)
  }
}
