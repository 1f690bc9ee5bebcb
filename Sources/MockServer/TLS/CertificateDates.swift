#if TLS
  // The library that makes certificates takes dates as Foundation has them.
  #if canImport(FoundationEssentials)
    import struct FoundationEssentials.Date
  #else
    import struct Foundation.Date
  #endif

  import ContractStore

  /// From when to when a certificate holds.
  struct CertificateDates {
    let from: Date
    let to: Date

    /// - Parameter days: days from now.
    init(days: ClosedRange<Int>) {
      let now = Double(WallClock.now().components.seconds)
      from = Date(timeIntervalSince1970: now + Double(days.lowerBound * 86_400))
      to = Date(timeIntervalSince1970: now + Double(days.upperBound * 86_400))
    }
  }
#endif
