import NIOHTTP1

extension Answer {
  /// The answer to a request that no route is for.
  static func notFound(_ request: Request) -> Answer {
    .error(
      .notFound, "nothing answers \(request.method) /\(request.path.joined(separator: "/"))")
  }
}
