import Dispatch
import HTTPExchange
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(3)))
struct HTTPClientDueTests {
  @Test func `a request that is due later begins while another one runs`() throws {
    let second = DispatchSemaphore(value: 0)
    let server = try ScriptedServer { request in
      if request.methodAndTarget == "GET /second" {
        second.signal()
        return .response()
      }
      return second.wait(timeout: .now() + .seconds(60)) == .success
        ? .response() : .response("503 Service Unavailable")
    }
    defer { server.stop() }
    let client = try HTTPClient(
      configuration: HTTPClientConfiguration(requestTimeout: .seconds(100), parallel: 2))
    var calls = 0
    var statuses: [Int: Int] = [:]
    client.performAll(
      next: {
        calls += 1
        switch calls {
        case 1: return (1, HTTPExchangeRequest(url: server.url + "/first"))
        // Not yet, though a place is free.
        case 2, 3: return nil
        case 4: return (2, HTTPExchangeRequest(url: server.url + "/second"))
        default: return nil
        }
      },
      completion: { id, outcome in statuses[id] = (try? outcome.get())?.status })
    #expect(statuses == [1: 200, 2: 200])
  }
}
