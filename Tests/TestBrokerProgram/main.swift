import Foundation
import Synchronization
import TestBroker
import TestSupport

// The test broker by itself, for tools of others: prints its address, and appends each request to the
// file that is given. It ends with its standard input.
let record = CommandLine.arguments.dropFirst().first
let lock = Mutex(())
let broker = try TestBroker { request in
  guard let record else { return }
  lock.withLock { _ in
    let line = Data((RequestShape.line(request) + "\n").utf8)
    if let file = FileHandle(forWritingAtPath: record) {
      file.seekToEndOfFile()
      file.write(line)
      try? file.close()
    } else {
      _ = FileManager.default.createFile(atPath: record, contents: line)
    }
  }
}
print(broker.url)
fflush(nil)
while readLine() != nil {}
broker.stop()
