import FaultModel

/// TLS as one or more mocks serve it, with its files read and its authority made.
package struct TLSSetup: Sendable {
  #if TLS
    private let material: TLSMaterial
  #endif

  /// Reads the files, or makes the authority.
  ///
  /// - Parameter host: the host that is listened on.
  /// - Throws: ``MockServerError`` when a file cannot be used, or this build has no TLS.
  package init(_ settings: MockTLS, host: String) throws(MockServerError) {
    #if TLS
      material = try TLSMaterial(settings, host: host)
    #else
      throw MockServerError(
        .security,
        "this build does not serve TLS: build it with the package trait 'TLS', which is on by"
          + " default")
    #endif
  }

  /// The certificate of the authority that was made, in PEM form; `nil` when none was.
  package var authority: String? {
    #if TLS
      material.authority
    #else
      nil
    #endif
  }

  /// What meets the clients of one mock.
  ///
  /// - Parameter fault: gives what befalls the connection with a number.
  func security(_ fault: @escaping (Int) -> TLSFault? = { _ in nil }) -> (any ConnectionSecurity)? {
    #if TLS
      TLSEndpoint(material, fault: fault)
    #else
      nil
    #endif
  }

  /// Why fault scripts cannot be played, and the place of the one that cannot.
  ///
  /// - Parameter setup: how the mock serves TLS; `nil` when it does not.
  static func problem(
    with scripts: [FaultScript], _ setup: TLSSetup?
  ) -> (place: Int, message: String)? {
    for (place, script) in scripts.enumerated() where script.target == .connections {
      guard let setup else {
        return (
          place,
          "the fault script '\(script.name)' befalls connections over TLS, which this mock does"
            + " not serve"
        )
      }
      if let problem = script.steps.lazy.compactMap(\.tls).compactMap(setup.problem).first {
        return (place, problem)
      }
    }
    return nil
  }

  private func problem(with fault: TLSFault) -> String? {
    #if TLS
      material.problem(with: fault)
    #else
      nil
    #endif
  }
}
