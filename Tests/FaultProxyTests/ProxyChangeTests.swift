import FaultModel
import TestSupport
import Testing

@testable import FaultProxy

/// Enabling, moving, populating and stopping, also when several do so at once.
@Suite(.timeLimit(.minutes(2)))
struct ProxyChangeTests {
  static func options(
    _ name: String, listen port: Int = 0, isEnabled: Bool = true, toxics: [Toxic] = []
  ) -> ProxyOptions {
    ProxyOptions(
      name: name, listen: Endpoint(host: "127.0.0.1", port: port),
      upstream: Endpoint(host: "127.0.0.1", port: 1), isEnabled: isEnabled, toxics: toxics)
  }

  static func isListening(_ port: Int) -> Bool { (try? RawConnection(port: port)) != nil }

  @Test func `enabling many times at once listens once`() async throws {
    let proxy = try await FaultProxy.start(Self.options("p", isEnabled: false), seed: 1)
    let ports = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<50 {
        group.addTask {
          try await proxy.enable()
          return await proxy.options.listen.port
        }
      }
      return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
    }
    #expect(ports.count == 1)
    await proxy.stop()
    for port in ports { #expect(!Self.isListening(port)) }
  }

  @Test func `what is stopped stays so`() async throws {
    let proxy = try await FaultProxy.start(Self.options("p"), seed: 1)
    await proxy.stop()
    await #expect(throws: ProxyError.self) { try await proxy.enable() }
  }

  @Test func `a port that was picked stays`() async throws {
    let proxy = try await FaultProxy.start(Self.options("p"), seed: 1)
    let port = await proxy.options.listen.port
    await proxy.disable()
    #expect(!Self.isListening(port))
    try await proxy.enable()
    #expect(await proxy.options.listen.port == port)
    #expect(Self.isListening(port))
    await proxy.stop()
  }

  @Test func `moving to a port that is taken leaves all as it was`() async throws {
    let other = try await FaultProxy.start(Self.options("other"), seed: 1)
    let proxy = try await FaultProxy.start(Self.options("p"), seed: 1)
    let before = await proxy.options
    let taken = await other.options.listen
    await #expect(throws: ProxyError.self) { try await proxy.change(listen: taken) }
    #expect(await proxy.options == before)
    #expect(Self.isListening(before.listen.port))
    await proxy.stop()
    await other.stop()
  }

  @Test func `populating makes all or nothing`() async throws {
    let registry = ProxyRegistry(seed: 1)
    let toxic = try Toxic(text: "latency,latency=1")
    let kept = try await registry.add(Self.options("kept"))
    let old = try await registry.add(Self.options("old", toxics: [toxic]))
    let keptBefore = await kept.options
    let oldBefore = await old.options
    var wanted = keptBefore
    wanted.isEnabled = false
    wanted.toxics = [toxic]
    // The port of 'kept' is free by then, but only for one.
    let port = keptBefore.listen.port
    let clash = [
      wanted, Self.options("old"), Self.options("new"), Self.options("first", listen: port),
      Self.options("second", listen: port),
    ]
    await #expect(throws: ProxyError.self) { try await registry.populate(clash) }
    #expect(await registry.all.map(\.name) == ["kept", "old"])
    #expect(try await registry.proxy("kept").options == keptBefore)
    #expect(try await registry.proxy("old").options == oldBefore)
    #expect(Self.isListening(keptBefore.listen.port))
    #expect(Self.isListening(oldBefore.listen.port))
    await registry.stopAll()
  }

  @Test func `populating keeps what is as wanted`() async throws {
    let registry = ProxyRegistry(seed: 1)
    let toxic = try Toxic(text: "latency,latency=1")
    let proxy = try await registry.add(Self.options("p", toxics: [toxic]))
    let before = await proxy.options
    var wanted = before
    wanted.toxics = []
    #expect(try await registry.populate([wanted]) == [before])
    wanted.isEnabled = false
    #expect(try await registry.populate([wanted]).map(\.isEnabled) == [false])
    #expect(try await registry.proxy("p") === proxy)
    wanted.upstream = Endpoint(host: "127.0.0.1", port: 2)
    _ = try await registry.populate([wanted])
    #expect(try await registry.proxy("p") !== proxy)
    #expect(try await registry.proxy("p").options.toxics == [])
    await registry.stopAll()
  }

  @Test func `adding one name many times at once makes one proxy`() async throws {
    let registry = ProxyRegistry(seed: 1)
    let made = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<20 {
        group.addTask { (try? await registry.add(Self.options("p"))) != nil }
      }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(made == 1)
    await registry.stopAll()
  }
}
