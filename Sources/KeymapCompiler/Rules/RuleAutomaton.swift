import Composition

/// The rules of a group as one automaton that reads the text backwards.
///
/// Each state knows the first rule that fits what was read. When a rule fits, later rules are no longer followed.
struct RuleAutomaton {
    struct State {
        /// Symbols in order, each with the next state.
        var edges: [(symbol: Int, next: Int)] = []
        /// The next state for code points that are in no edge; 0: none.
        var otherwise = 0
        /// The rule that fits, from 1; 0: none.
        var rule = 0
    }

    /// State 0 is dead, 1 the start.
    private(set) var states: [State] = [State()]

    /// More states than this are refused.
    static let stateLimit = 50_000

    private struct Key: Hashable {
        var rule: Int
        var places: [Int32]
    }

    /// A place of some rule, seen backwards.
    private struct Place {
        var rule: Int
        var label: Int
        var before: [Int32] = []
        var isFirst = false
    }

    /// The automaton of `networks`, the first of which goes first; nil when it would be too large.
    ///
    /// - Parameter firstRule: The number of the first network's rule.
    init?(_ networks: some Collection<RuleNetwork>, firstRule: Int, _ symbols: RuleSymbols) {
        var labels: [RuleLabel: Int] = [:]
        var readings: [(label: RuleLabel, named: [Int], markers: [Int])] = []
        func number(_ label: RuleLabel) -> Int {
            if let number = labels[label] { return number }
            labels[label] = readings.count
            readings.append((label, symbols.named(label), symbols.markers(label)))
            return readings.count - 1
        }
        var places: [Place] = []
        var start: [Int32] = []
        for (index, network) in networks.enumerated() {
            let offset = places.count
            let rule = firstRule + index
            for place in network.places { places.append(Place(rule: rule, label: number(place.label))) }
            for (from, place) in network.places.enumerated() {
                for to in place.follow { places[offset + to].before.append(Int32(offset + from)) }
            }
            start += network.last.map { Int32(offset + $0) }
            if network.startsText {
                // The start of the composition is read as one more place before the first ones.
                for first in network.first { places[offset + first].before.append(Int32(places.count)) }
                places.append(Place(rule: rule, label: number(.start), isFirst: true))
            } else {
                for first in network.first { places[offset + first].isFirst = true }
            }
        }

        var numbers: [Key: Int] = [:]
        var open: [Key] = []
        func state(_ key: Key) -> Int? {
            if let number = numbers[key] { return number }
            guard states.count < RuleAutomaton.stateLimit else { return nil }
            states.append(State(rule: key.rule))
            numbers[key] = states.count - 1
            open.append(key)
            return states.count - 1
        }
        func next(_ matched: [Int32]) -> Key {
            var rule = Int.max
            for place in matched where places[Int(place)].isFirst {
                rule = min(rule, places[Int(place)].rule)
            }
            var following = Set<Int32>()
            for place in matched where places[Int(place)].rule <= rule {
                following.formUnion(places[Int(place)].before)
            }
            let kept = following.filter { places[Int($0)].rule <= rule }
            return Key(rule: rule == .max ? 0 : rule, places: kept.sorted())
        }

        guard state(Key(rule: 0, places: Array(Set(start)).sorted())) != nil else { return nil }
        var done = 0
        while done < open.count {
            let key = open[done]
            done += 1
            var edges: [Int: [Int32]] = [:]
            var complements: [Int32] = []
            var excluded = Set<Int>()
            for place in key.places {
                let reading = readings[places[Int(place)].label]
                if reading.label.isStart { edges[KeymapFormat.startSymbol, default: []].append(place) }
                if reading.label.isComplement {
                    complements.append(place)
                    excluded.formUnion(reading.named)
                } else {
                    for symbol in reading.named { edges[symbol, default: []].append(place) }
                }
                for symbol in reading.markers { edges[symbol, default: []].append(place) }
            }
            if !complements.isEmpty {
                for symbol in excluded where edges[symbol] == nil { edges[symbol] = [] }
                for symbol in edges.keys where symbol < symbols.characterCount {
                    for place in complements {
                        let reading = readings[places[Int(place)].label]
                        if !reading.named.contains(symbol) { edges[symbol]?.append(place) }
                    }
                }
                guard let target = state(next(complements)) else { return nil }
                states[done].otherwise = target
            }
            for (symbol, matched) in edges.sorted(by: { $0.key < $1.key }) {
                if matched.isEmpty {
                    // A symbol that "any but" leaves out must not take the other edge.
                    states[done].edges.append((symbol, 0))
                    continue
                }
                let key = next(matched)
                if key.rule == 0, key.places.isEmpty { continue }
                guard let target = state(key) else { return nil }
                states[done].edges.append((symbol, target))
            }
        }
    }

    /// The rules that are the first to fit some text.
    var reachedRules: Set<Int> { Set(states.map(\.rule)) }
}
