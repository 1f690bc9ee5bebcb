import ContractMatching
import JSONText
import MockEngine
import StubMatching
import StubModel

/// Finding and removing stubs by their metadata.
enum MetadataRoutes {
  static let all = [
    AdminRoute("POST", "mappings/find-by-metadata") { call, service throws(AdminRefusal) in
      let stubs = try found(call, service)
      return StubJSON.list(stubs, total: stubs.count)
    },
    AdminRoute("POST", "mappings/remove-by-metadata") { call, service throws(AdminRefusal) in
      let stubs = try found(call, service)
      for stub in stubs { service.removeStub(stub) }
      return StubJSON.list(stubs, total: stubs.count)
    },
  ]

  private static func found(
    _ call: AdminCall, _ service: MockService
  ) throws(AdminRefusal) -> [CompiledStub] {
    let pattern = try MetadataPattern(call, service)
    return service.engine.stubs.all.filter { pattern.fits($0) }
  }
}

/// Which stubs a call speaks of: an operator that their metadata have to fulfil.
struct MetadataPattern {
  private let condition: any StubOperator

  /// Reads the operator in the body of a call.
  init(_ call: AdminCall, _ service: MockService) throws(AdminRefusal) {
    let json = try call.json()
    do throws(StubProblem) {
      condition = try StubOperatorReader(service.engine.stubs.dialect).read(StubCursor(json))
    } catch {
      throw AdminRefusal(error)
    }
  }

  /// Whether a stub is one of those; one without metadata is none.
  func fits(_ stub: CompiledStub) -> Bool {
    guard let metadata = stub.mapping.metadata else { return false }
    return condition.matches(StubValue(metadata.text), at: Moment(secondsSinceEpoch: 0))
  }
}
