/// The calls of the admin API; of several routes that fit a path the first counts.
package struct AdminRouter: Sendable {
  private var routes: [AdminRoute]

  /// Creates a router; routes with literal paths have to come before those with names.
  package init(_ routes: [AdminRoute] = AdminRouter.standard) { self.routes = routes }

  /// The routes of every mock.
  package static let standard: [AdminRoute] =
    AwaitRoute.all + RequestRoutes.all + NearMissRoutes.all + MappingRoutes.all + MetadataRoutes.all
    + ScenarioRoutes.all + StubFileRoutes.all + SettingsRoutes.all + FaultRoutes.all
    + SessionRoutes.all + RecordingRoutes.all + HealthRoutes.all + MetricsRoutes.all
    + InspectorRoutes.all

  /// Adds routes, which come before those that are there.
  package mutating func add(_ routes: [AdminRoute]) { self.routes = routes + self.routes }

  /// Answers a call.
  func answer(_ call: AdminCall, _ service: MockService) -> Reply {
    var methods: [String] = []
    for route in routes {
      guard let parameters = route.parameters(of: call.parts) else { continue }
      guard route.method == call.method else {
        methods.append(route.method)
        continue
      }
      var call = call
      call.parameters = parameters
      do throws(AdminRefusal) {
        return try route.handler(call, service)
      } catch {
        return .send(error.response)
      }
    }
    let path = (["/__admin"] + call.parts).joined(separator: "/")
    let refusal =
      methods.isEmpty
      ? AdminRefusal(404, "the admin API has no \(path)")
      : AdminRefusal(405, "\(path) knows \(methods.joined(separator: ", ")), not \(call.method)")
    return .send(refusal.response)
  }
}
