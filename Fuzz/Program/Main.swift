import Foundation
import FuzzTargets

/// The target that `COUNTERPART_FUZZ` names; scripts/fuzz sets it.
private let target: FuzzTarget = {
  let name = ProcessInfo.processInfo.environment["COUNTERPART_FUZZ"] ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
    FileHandle.standardError.write(
      Data("error: no target is called '\(name)', expected one of \(names)\n".utf8))
    exit(64)
  }
  return target
}()

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  if let problem = target.run(input) { fatalError(problem) }
  return 0
}
