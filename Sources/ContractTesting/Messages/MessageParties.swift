import ContractModel

extension Parties {
  /// Those of a message: as given, else those of the trait `.mockService` around.
  ///
  /// - Throws: ``ContractTestingError`` when there are none.
  static func ofMessage(
    from provider: String?, for consumer: String?
  ) throws(ContractTestingError) -> Parties {
    let around = TestingContext.current?.parties
    guard let provider = provider ?? around?.provider, let consumer = consumer ?? around?.consumer
    else {
      throw ContractTestingError(
        "whose contract is the message of? Give 'from:' and 'for:', or the suite the trait"
          + " '.mockService(\"PROVIDER\", for: \"CONSUMER\")'")
    }
    return Parties(consumer: consumer, provider: provider)
  }
}

extension Interaction {
  /// The interaction, when nothing is wrong with it.
  func validated(_ parties: Parties) throws -> Interaction {
    _ = try Contract(
      consumer: parties.consumer, provider: parties.provider, interactions: [self]
    ).validated()
    return self
  }
}
