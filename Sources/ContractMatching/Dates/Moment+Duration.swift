extension Moment {
  /// The moment in UTC.
  ///
  /// - Parameter duration: the time since 1970-01-01T00:00:00Z.
  package init(_ duration: Duration) {
    let (seconds, attoseconds) = duration.components
    self.init(
      secondsSinceEpoch: Int(seconds), nanoseconds: Int(attoseconds / 1_000_000_000))
  }
}
