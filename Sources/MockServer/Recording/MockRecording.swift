import ContractFiles

/// A recording by the admin API.
struct MockRecording {
  /// How stubs are made.
  let specification: RecordSpecification
  /// Which requests are recorded.
  let filter: RequestPattern?
  /// The number of the newest request when it began.
  let start: Int
  /// The identifier of the stub that passes everything on.
  let proxy: String
  /// Whether it is still going on.
  var isOn = true
}
