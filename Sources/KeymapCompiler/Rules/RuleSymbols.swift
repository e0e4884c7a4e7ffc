/// The code points of a keymap's rules; those that no left side distinguishes share a symbol.
///
/// Symbol 0 stands for code points that no left side names. Symbols of markers follow those of code points.
struct RuleSymbols {
    /// How many symbols code points have, 0 included.
    private(set) var characterCount = 1
    let markerCount: Int
    /// The symbols of code points by range, in order; what is in none has symbol 0.
    private(set) var intervals: [(range: ClosedRange<UInt32>, symbol: Int)] = []

    /// The symbols in each list of ranges.
    private var symbols: [[ClosedRange<UInt32>]: [Int]] = [:]

    init(_ labels: some Sequence<RuleLabel>, markerCount: Int) {
        self.markerCount = markerCount
        let sets = Set(labels.map(\.ranges)).filter { !$0.isEmpty }.sorted {
            $0.lexicographicallyPrecedes($1) {
                ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
            }
        }
        var events: [(at: UInt32, set: Int, begins: Bool)] = []
        for (number, ranges) in sets.enumerated() {
            for range in ranges {
                events.append((range.lowerBound, number, true))
                events.append((range.upperBound &+ 1, number, false))
            }
        }
        events.sort { ($0.at, $0.set) < ($1.at, $1.set) }
        var active = Set<Int>()
        var known: [[Int]: Int] = [:]
        var members = [Set<Int>](repeating: [], count: sets.count)
        var index = 0
        while index < events.count {
            let at = events[index].at
            while index < events.count, events[index].at == at {
                if events[index].begins {
                    active.insert(events[index].set)
                } else {
                    active.remove(events[index].set)
                }
                index += 1
            }
            guard index < events.count, !active.isEmpty else { continue }
            let signature = active.sorted()
            let symbol = known[signature] ?? characterCount
            if symbol == characterCount {
                known[signature] = symbol
                characterCount += 1
                for set in signature { members[set].insert(symbol) }
            }
            intervals.append((at...events[index].at - 1, symbol))
        }
        for (number, ranges) in sets.enumerated() { symbols[ranges] = members[number].sorted() }
    }

    /// How many symbols there are in all.
    var count: Int { characterCount + markerCount }

    func marker(_ number: UInt32) -> Int { characterCount + Int(number) - 1 }

    /// The symbols that `label` names; those it leaves out when it is a complement.
    func named(_ label: RuleLabel) -> [Int] { symbols[label.ranges] ?? [] }

    /// The symbols of markers that `label` reads.
    func markers(_ label: RuleLabel) -> [Int] {
        label.isAnyMarker ? Array(characterCount..<count) : label.markers.map { marker($0) }
    }

    /// All symbols that `label` reads.
    func all(_ label: RuleLabel) -> [Int] {
        let named = named(label)
        guard label.isComplement else { return named + markers(label) }
        let excluded = Set(named)
        return (0..<characterCount).filter { !excluded.contains($0) } + markers(label)
    }
}
