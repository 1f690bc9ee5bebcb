/// What the command line asks for.
struct Options {
  /// The address to listen on.
  var host = "127.0.0.1"
  /// The port to listen on; 0 takes a free one.
  var port = 0
  /// Whether the service breaks its contracts.
  var hasBug = false
  /// Whether only the usage is to be printed.
  var wantsHelp = false

  static let usage = """
    usage: order-service [--host HOST] [--port PORT] [--bug]

      --host HOST  the address to listen on (default: 127.0.0.1)
      --port PORT  the port to listen on (default: 0, a free one)
      --bug        break the contract: GET /orders/{id} answers with the total as text and the
                   status with a capital letter, and stale updates are taken
    """

  init(_ arguments: some Sequence<String>) throws(UsageError) {
    var arguments = arguments.makeIterator()
    while let argument = arguments.next() {
      switch argument {
      case "--bug": hasBug = true
      case "--help", "-h": wantsHelp = true
      case "--host", "--port":
        guard let value = arguments.next() else {
          throw UsageError(message: "\(argument) needs a value")
        }
        try set(argument, to: value)
      default: throw UsageError(message: "'\(argument)' is not known")
      }
    }
  }

  private mutating func set(_ option: String, to value: String) throws(UsageError) {
    guard option == "--port" else { return host = value }
    guard let number = UInt16(value) else {
      throw UsageError(message: "'\(value)' is no port, expected 0 to 65535")
    }
    port = Int(number)
  }
}
