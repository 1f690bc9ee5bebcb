import ContractFiles
import ContractModel
import ContractStore
import FaultModel
import JSONText

/// The files that a recording becomes.
struct RecordedFiles {
  /// The files, by their paths.
  private(set) var files: [(path: String, content: [UInt8])] = []
  /// What could not be kept, in words.
  private(set) var remarks: [String] = []
  /// What was made, in words.
  private(set) var summary = ""

  /// Makes a Pact file, and a fault script for the latencies where they are kept.
  init(
    _ exchanges: [ProxiedExchange], consumer: String, provider: String, _ options: RecordOptions
  ) throws {
    let recorder = ContractRecorder(
      consumer: consumer, provider: provider, options.redaction, capturing: options.captured)
    let result = recorder.record(exchanges)
    let paths = Self.paths(consumer: consumer, provider: provider, options)
    files.append((paths[0], try PactWriter(specification: .v4).bytes(result.contract)))
    if options.keepLatency {
      var writer = JSONWriter()
      FaultFileWriter.write(result.latencies.map(Self.script), to: &writer)
      writer.endLine()
      files.append((paths[1], Array(writer.text.utf8)))
    }
    remarks = result.remarks
    summary = Self.count(result.contract.interactions.count, "interaction") + " to \(paths[0])"
  }

  /// Makes WireMock mappings.
  init(stubs exchanges: [ProxiedExchange], _ options: RecordOptions) {
    var specification = RecordSpecification()
    specification.captureHeaders = options.captured.map { ($0, false) }
    // What is longer is easier to read in a file of its own.
    specification.textLimit = 10_240
    specification.binaryLimit = 0
    let recorder = StubRecorder(
      specification, options.redaction, keepsLatency: options.keepLatency, dropsNoise: true)
    let stubs = recorder.stubs(exchanges, id: RecordedID.text)
    for stub in stubs {
      if let file = stub.file {
        files.append(("\(options.output)/__files/\(file.name)", file.content))
      }
      var writer = JSONWriter()
      writer.value(stub.mapping)
      writer.endLine()
      files.append(("\(options.output)/mappings/\(stub.fileName).json", Array(writer.text.utf8)))
    }
    summary = Self.count(stubs.count, "stub") + " to \(options.output)/mappings"
  }

  /// The files of a Pact recording: the contract, and the latencies where they are kept.
  static func paths(consumer: String, provider: String, _ options: RecordOptions) -> [String] {
    let file = ContractFolder(options.output).file(consumer: consumer, provider: provider)
    guard options.keepLatency else { return [file] }
    return [file, String(file.dropLast(".json".count)) + ".latency.json"]
  }

  /// Writes the files; bodies come before the mappings that name them.
  func write() throws(StoreError) {
    for file in files {
      if let slash = file.path.lastIndex(of: "/") {
        try FileSystem.createFolder(String(file.path[..<slash]))
      }
      try FileSystem.write(file.content, to: file.path)
    }
  }

  private static func count(_ number: Int, _ name: String) -> String {
    "\(number) \(name)\(number == 1 ? "" : "s")"
  }

  private static func script(_ description: String, _ latency: Duration) -> FaultScript {
    FaultScript(
      name: "latency of \(description)", target: .interaction(description: description),
      steps: [FaultStep(.latency(.milliseconds(Int(latency / .milliseconds(1)))))], rounds: nil)
  }
}
