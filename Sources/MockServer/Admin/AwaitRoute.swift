import JSONText
import MockEngine
import NIOCore

/// `/__admin/requests/await`: answers when enough requests came, or when the time is over.
enum AwaitRoute {
  static let all = [AdminRoute("POST", "requests/await", wait)]

  private static let known = ["request", "count", "withinMs"]

  @Sendable private static func wait(
    _ call: AdminCall, _ service: MockService
  ) throws(AdminRefusal) -> Reply {
    let body = try call.json()
    guard body.kind == .object, let request = body["request"] else {
      throw AdminRefusal(422, "expected an object with a 'request' pattern, 'count' and 'withinMs'")
    }
    if let other = body.members.first(where: { !known.contains($0.name) }) {
      throw AdminRefusal(422, "'\(other.name)' is not known here", pointer: "/\(other.name)")
    }
    guard service.journal.isOn else {
      throw AdminRefusal(409, "the journal is switched off, so that requests cannot be awaited")
    }
    let pattern = try pattern(request, service)
    let count = try number("count", of: body, in: 1...1_000_000) ?? 1
    let limit = try number("withinMs", of: body, in: 0...600_000) ?? 5_000
    let waiting = service.loop.makePromise(of: JournalExcerpt.self)
    let id = service.waiters.add(
      count, after: 0, in: service.journal, where: pattern.fits, waiting)
    let bound = NIOLoopBound(service, eventLoop: service.loop)
    let timer = service.loop.scheduleTask(in: .milliseconds(Int64(limit))) {
      bound.value.waiters.end(id, in: bound.value.journal)
    }
    return .sendWhenReady(
      waiting.futureResult.map { excerpt in
        timer.cancel()
        return answer(excerpt, count, limit, bound.value)
      })
  }

  /// The pattern, which stands deeper in the body than in other calls.
  private static func pattern(
    _ json: JSONValue, _ service: MockService
  ) throws(AdminRefusal) -> RequestPattern {
    do throws(AdminRefusal) {
      return try RequestPattern(
        json: json, service.engine.stubs.dialect, scheme: service.engine.options.scheme)
    } catch {
      var refusal = error
      refusal.pointer = "/request" + (error.pointer ?? "")
      throw refusal
    }
  }

  private static func number(
    _ name: String, of body: JSONValue, in range: ClosedRange<Int>
  ) throws(AdminRefusal) -> Int? {
    guard let value = body[name] else { return nil }
    guard let number = value.integer, range.contains(number) else {
      throw AdminRefusal(
        422, "expected a whole number from \(range.lowerBound) to \(range.upperBound)",
        pointer: "/\(name)")
    }
    return number
  }

  private static func answer(
    _ excerpt: JournalExcerpt, _ wanted: Int, _ limit: Int, _ service: MockService
  ) -> RenderedResponse {
    let found = excerpt.entries.count
    guard found >= wanted else {
      // More may have come and be forgotten; what came cannot.
      return excerpt.isComplete
        ? AdminRefusal(408, "\(found) of \(wanted) requests came within \(limit) ms").response
        : AdminRefusal(409, "the answer could be wrong: the journal had to forget requests")
          .response
    }
    return JSONReply.json(200) { writer in
      writer.object { writer in
        writer.member("count", found)
        writer.key("requests")
        writer.array { writer in
          for entry in excerpt.entries {
            RequestJSON.write(request: entry, of: service, to: &writer)
          }
        }
      }
    }
  }
}
