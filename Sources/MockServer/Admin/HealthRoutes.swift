import JSONText

/// `/__admin/health`
enum HealthRoutes {
  static let all = [
    AdminRoute("GET", "health") { _, _ in
      .send(JSONReply.json(200) { writer in writer.object { $0.member("status", "healthy") } })
    }
  ]
}
