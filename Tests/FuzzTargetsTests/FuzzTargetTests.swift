import Foundation
import FuzzTargets
import Testing

/// The inputs that fuzzing starts from, and those that once broke something.
@Suite struct FuzzTargetTests {
  private static var folder: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fuzz")
  }

  private static func files(_ folder: URL) -> [URL] {
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).sorted { $0.path < $1.path }
  }

  @Test(arguments: FuzzTarget.allCases)
  func `every input that is kept passes`(target: FuzzTarget) throws {
    let seeds = Self.files(Self.folder.appending(path: "Seeds/\(target)"))
    #expect(!seeds.isEmpty)
    let found = Self.files(Self.folder.appending(path: "Regressions/\(target)"))
    for file in seeds + found {
      let problem = target.run([UInt8](try Data(contentsOf: file)))
      #expect(problem == nil, "\(file.lastPathComponent)")
    }
  }

  @Test func `no promise is broken by mutations of the seeds`() throws {
    var random = SplitMix(state: 20_260_131)
    for target in FuzzTarget.allCases {
      for file in Self.files(Self.folder.appending(path: "Seeds/\(target)")) {
        let seed = [UInt8](try Data(contentsOf: file))
        for _ in 0..<300 {
          let input = Self.mutated(seed, &random)
          #expect(target.run(input) == nil, "\(target) \(Data(input).base64EncodedString())")
        }
      }
    }
  }

  private static func mutated(_ seed: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    var input = seed
    for _ in 0...Int.random(in: 0...3, using: &random) where !input.isEmpty {
      let at = Int.random(in: input.indices, using: &random)
      switch Int.random(in: 0...3, using: &random) {
      case 0: input[at] = UInt8.random(in: .min ... .max, using: &random)
      case 1: input.remove(at: at)
      case 2: input.insert(input[at], at: at)
      default: input.replaceSubrange(at..., with: input[at...].reversed())
      }
    }
    return input
  }
}

/// Random numbers that are the same on every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
