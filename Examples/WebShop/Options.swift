import Foundation

/// What the command line asks for.
struct Options {
  /// Where `order-service`, or what plays it, listens.
  var url: URL
  /// What to do.
  var command: Command
  /// Whether only the usage is to be printed.
  var wantsHelp = false

  static let usage = """
    usage: web-shop --url URL COMMAND

      list           list the paid orders
      show ID        show an order
      create         place an order
      update ID      change an order, unless someone else has changed it
      cancel ID      cancel an order
      invoice ID     fetch the invoice of an order
      note ID        leave a note on an order
      tour           all of the above and what can go wrong, one line each
      resilient ID   show an order, however often that takes (up to 4 times)
    """

  init(_ arguments: some Sequence<String>) throws(UsageError) {
    var words: [String] = []
    var url: URL?
    var arguments = arguments.makeIterator()
    while let argument = arguments.next() {
      switch argument {
      case "--url":
        guard let text = arguments.next(), let value = URL(string: text), value.host != nil else {
          throw UsageError(message: "--url needs a URL such as http://127.0.0.1:8080")
        }
        url = value
      case "--help", "-h": wantsHelp = true
      case let option where option.hasPrefix("-"):
        throw UsageError(message: "'\(option)' is not known")
      default: words.append(argument)
      }
    }
    guard let url = url ?? (wantsHelp ? URL(string: "http://127.0.0.1") : nil) else {
      throw UsageError(message: "--url is missing")
    }
    self.url = url
    command = wantsHelp ? .list : try Command(words)
  }
}
