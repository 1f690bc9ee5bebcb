import MetricsText
import MockEngine

/// `/__admin/metrics`: what the mock counts, as Prometheus reads it.
enum MetricsRoutes {
  static let all = [AdminRoute("GET", "metrics", show)]

  @Sendable private static func show(
    _ call: AdminCall, _ service: MockService
  ) throws(AdminRefusal) -> Reply {
    guard let metrics = service.metrics.text else {
      throw AdminRefusal(404, "the metrics of this mock go to a factory of its own, not here")
    }
    service.refreshMetrics()
    return .send(
      RenderedResponse(
        ResponseImage(
          status: 200, fields: [("Content-Type", PrometheusMetrics.contentType)],
          body: Array(metrics.text.utf8))))
  }
}
