import ArgumentParser
import ContractStore
import FaultModel
import MockServer

/// How the mock serves TLS.
struct TLSOptions: ParsableArguments {
  @Flag(
    help: """
      Serve TLS, with a certificate of an authority that is made on the spot and thrown away at the end.
      """)
  var tls = false

  @Option(
    help: "Write the certificate of that authority, which clients have to trust, to this file.",
    completion: .file())
  var tlsCaOut: String?

  @Option(
    name: .customLong("tls-name"),
    help: "A name besides localhost that the certificate is for (repeatable).")
  var names: [String] = []

  @Option(
    help: """
      Serve TLS with the certificate in this file instead (PEM, followed by those between it and its authority).
      """, completion: .file())
  var tlsCert: String?

  @Option(help: "The key of --tls-cert (PEM).", completion: .file())
  var tlsKey: String?

  @Option(
    help: "Let in only clients with a certificate of the authorities in this file (PEM).",
    completion: .file())
  var tlsClientCa: String?

  @Option(
    name: .customLong("tls-fault"),
    help: ArgumentHelp(
      "What befalls connections, one after the other if given several times, and then again: "
        + TLSFaultTable.kinds.map { $0.type }.joined(separator: ", ") + ".",
      valueName: "type"))
  var faults: [TLSFaultOption] = []

  /// Whether TLS is served.
  var isOn: Bool { tls || tlsCert != nil }

  func validate() throws {
    guard isOn else {
      let others: [(String, Bool)] = [
        ("--tls-key", tlsKey != nil), ("--tls-ca-out", tlsCaOut != nil),
        ("--tls-name", !names.isEmpty), ("--tls-client-ca", tlsClientCa != nil),
        ("--tls-fault", !faults.isEmpty),
      ]
      if let (name, _) = others.first(where: \.1) {
        throw ValidationError("\(name) goes with --tls, or with --tls-cert and --tls-key")
      }
      return
    }
    guard MockTLS.isAvailable else {
      throw ValidationError(
        "this build does not serve TLS: it was built without the package trait 'TLS'")
    }
    guard (tlsCert == nil) == (tlsKey == nil) else {
      throw ValidationError("--tls-cert and --tls-key go together")
    }
    if tlsCert != nil { try validateFiles() }
  }

  /// What needs an authority of the mock's own does not go with a certificate from a file.
  private func validateFiles() throws {
    if tlsCaOut != nil || !names.isEmpty {
      let name = tlsCaOut != nil ? "--tls-ca-out" : "--tls-name"
      throw ValidationError("\(name) goes with the authority of --tls, not with --tls-cert")
    }
    if let fault = faults.map(\.fault).first(where: \.handshake.needsAuthority) {
      throw ValidationError(
        "--tls-fault \(fault) goes with the authority of --tls, not with --tls-cert: no certificate"
          + " can be made that the same clients trust")
    }
  }

  /// Reads the files, or makes the authority.
  ///
  /// - Returns: `nil` when TLS is not served.
  func setup(host: String) throws(MockServerError) -> TLSSetup? {
    guard isOn else { return nil }
    let identity: MockTLS.Identity =
      if let tlsCert, let tlsKey {
        .files(certificate: tlsCert, key: tlsKey)
      } else {
        .made(names: names)
      }
    return try TLSSetup(MockTLS(identity, clientAuthorities: tlsClientCa), host: host)
  }

  /// The faults as a script, if there are any.
  var scripts: [FaultScript] {
    guard !faults.isEmpty else { return [] }
    return [
      FaultScript(
        name: "--tls-fault", target: .connections, steps: faults.map { FaultStep(tls: $0.fault) },
        rounds: nil)
    ]
  }

  /// Writes the certificate of the authority, and says where; or how to have it.
  func tell(_ server: MockServer) throws {
    guard let authority = server.certificateAuthority else { return }
    guard let tlsCaOut else {
      return Terminal.log(
        "clients cannot trust the mock without the certificate of its authority: --tls-ca-out FILE"
          + " writes it")
    }
    do throws(StoreError) {
      try FileSystem.write(Array(authority.utf8), to: tlsCaOut)
    } catch {
      Terminal.log("error: \(error)")
      throw ExitCode.inputOutput
    }
    Terminal.print("certificate authority written to \(tlsCaOut)")
  }
}

/// A TLS fault by its name.
struct TLSFaultOption: ExpressibleByArgument {
  let fault: TLSFault

  init?(argument: String) {
    guard let fault = try? TLSFault(text: argument) else { return nil }
    self.fault = fault
  }

  static var allValueStrings: [String] { TLSFaultTable.kinds.map { $0.type } }
}
