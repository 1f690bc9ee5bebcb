/// The numbers by which the journal knows interactions, and what these are called.
///
/// As long as files are not loaded again the number of an interaction is its place. After that an
/// interaction keeps the number of the one that had its description before.
struct InteractionNames {
  /// The descriptions, by number.
  private(set) var all: [String]
  private var numbers: [Int]?
  private var places: [Int]?

  init(_ descriptions: [String]) { all = descriptions }

  /// The number of the interaction at a place.
  func number(of place: Int) -> Int { numbers.map { $0[place] } ?? place }

  /// The place of the interaction with a number, `nil` when it is not played any more.
  func place(of number: Int) -> Int? {
    guard let places else { return number }
    return number < places.count && places[number] >= 0 ? places[number] : nil
  }

  /// Takes other interactions.
  mutating func replace(with descriptions: [String]) {
    var known: [String: [Int]] = [:]
    for (number, name) in all.enumerated().reversed() { known[name, default: []].append(number) }
    var numbers: [Int] = []
    for name in descriptions {
      if let number = known[name]?.popLast() {
        numbers.append(number)
      } else {
        numbers.append(all.count)
        all.append(name)
      }
    }
    self.numbers = numbers
    var places = Array(repeating: -1, count: all.count)
    for (place, number) in numbers.enumerated() { places[number] = place }
    self.places = places
  }
}
