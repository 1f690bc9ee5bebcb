import ContractFiles
import ContractModel
import FaultModel
import JSONText
import MockEngine
import StubModel

/// `/__admin/faults`: the fault scripts, in the form of their files.
enum FaultRoutes {
  static let all = [
    AdminRoute("GET", "faults") { _, service in list(service) },
    AdminRoute("POST", "faults", add),
    AdminRoute("PUT", "faults", replace),
    AdminRoute("DELETE", "faults") { _, service in
      service.setFaults([])
      return list(service)
    },
    AdminRoute("GET", "faults/connections") { _, service in connections(service) },
    AdminRoute("DELETE", "faults/{name}", remove),
  ]

  private static func list(_ service: MockService, status: Int = 200) -> Reply {
    .send(
      JSONReply.json(status) { writer in
        FaultFileWriter.write(service.engine.faultScripts, to: &writer)
      })
  }

  /// What befell connections when they began; requests have what befell them in the journal.
  private static func connections(_ service: MockService) -> Reply {
    .send(
      JSONReply.json(200) { writer in
        writer.object { writer in
          writer.key("connections")
          writer.array { writer in
            for fault in service.connectionFaults.newest { fault.write(to: &writer) }
          }
          writer.member("count", service.connectionFaults.count)
        }
      })
  }

  /// Adds scripts; one whose target has a script already takes its place, and counts from the start.
  @Sendable private static func add(
    _ call: AdminCall, _ service: MockService
  ) throws(AdminRefusal) -> Reply {
    let added = try scripts(call, service)
    let targets = Set(added.map(\.target))
    service.setFaults(service.engine.faultScripts.filter { !targets.contains($0.target) } + added)
    return list(service, status: 201)
  }

  @Sendable private static func replace(
    _ call: AdminCall, _ service: MockService
  ) throws(AdminRefusal) -> Reply {
    service.setFaults(try scripts(call, service))
    return list(service)
  }

  @Sendable private static func remove(
    _ call: AdminCall, _ service: MockService
  ) throws(AdminRefusal) -> Reply {
    let name = call.parameters["name"] ?? ""
    let scripts = service.engine.faultScripts
    guard scripts.contains(where: { $0.name == name }) else {
      throw AdminRefusal(404, "there is no fault script '\(name)'")
    }
    service.setFaults(scripts.filter { $0.name != name })
    return list(service)
  }

  /// The scripts of the body, none of which may be in vain.
  private static func scripts(
    _ call: AdminCall, _ service: MockService
  ) throws(AdminRefusal) -> [FaultScript] {
    // What is no fault file is said to be none, rather than what else it may be.
    guard try call.json()["faults"] != nil else {
      throw AdminRefusal(422, "expected a fault script: an object with 'faults'")
    }
    let file = ContractFile(reading: call.body, file: "body")
    guard case .faults(let scripts)? = file.content else {
      let problem = file.diagnostics.first { $0.severity == .error }
      throw problem.map { AdminRefusal($0) } ?? AdminRefusal(422, "expected a fault script")
    }
    let names = Set(service.engine.interactions.map(\.description))
      .union(service.engine.stubs.all.map(\.mapping.title))
    var targets: Set<FaultScript.Target> = []
    for (place, script) in scripts.enumerated() {
      if case .interaction(let description) = script.target, !names.contains(description) {
        throw AdminRefusal(
          422, "no interaction has the description '\(description)'",
          pointer: "/faults/\(place)/interaction")
      }
      guard targets.insert(script.target).inserted else {
        throw AdminRefusal(
          422, "two scripts have the same target, of which only the first would count",
          pointer: "/faults/\(place)")
      }
    }
    if let problem = TLSSetup.problem(with: scripts, service.surroundings.tls) {
      throw AdminRefusal(422, problem.message, pointer: "/faults/\(problem.place)")
    }
    return scripts
  }
}
