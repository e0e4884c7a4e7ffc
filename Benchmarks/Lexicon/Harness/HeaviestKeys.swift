import Lexicon
import Bytes

/// The ten heaviest of the keys that begin in some way, as an input method asks for them at every letter typed.
///
/// Ours finds them by its own weights. marisa-trie keeps none, so the benchmark visits all keys with the beginning,
/// looks up the weight of each by its number, and keeps the heaviest in a heap.
final class HeaviestKeys {
    /// How much of a word was typed.
    enum Typed: Hashable {
        case letters(Int)
        /// As many letters as leave ten keys or fewer.
        case nearlyAll

        static let all = (1...4).map { letters($0) } + [nearlyAll]
    }

    static let most = 10

    /// What is asked when so much was typed.
    struct Questions {
        /// For each round, the beginnings, which are those of keys drawn at random.
        var rounds: [[[UInt8]]] = []
        /// How many keys begin with each of them.
        var sizes: [Double] = []
    }

    private let runners: [Runner]
    private let weighed: [WeighedStore]
    private(set) var questions: [Typed: Questions] = [:]
    /// For each store nanoseconds a question in each round.
    private(set) var times: [Typed: [[Double]]] = [:]
    /// The same when they are asked for the first time in that round, after others have had the caches.
    private(set) var firstTimes: [Typed: [[Double]]] = [:]

    /// The stores that are measured; ours first, then the one that ratios are to.
    var names: [String] { runners.map(\.contender.name) }

    init(_ runners: [Runner], rounds: Int) throws {
        let runners = runners.filter { $0.contender.isAskedForHeaviest }
        self.runners = runners
        guard let list = runners.first?.list else { throw Trouble("no store is asked for its heaviest keys") }
        let weights = list.keys.map(HeaviestKeys.weight)
        weighed = runners.map { WeighedStore($0.store, list, weights) }
        var random = Random(state: 0x3E19)
        for typed in Typed.all {
            var asked = Questions()
            for _ in 0..<rounds {
                var round: [[UInt8]] = []
                var keys = 0
                // As many as marisa-trie answers in some hundredths of a second, but some in any case.
                while round.count < 16 || keys < 300_000 && round.count < 2000 {
                    let key = list.keys[random.below(list.keys.count)]
                    guard let beginning = HeaviestKeys.beginning(of: key, typed, list) else { continue }
                    let range = list.range(beginningWith: beginning)
                    try check(beginning, weights[range])
                    round.append(beginning)
                    keys += range.count
                    asked.sizes.append(Double(range.count))
                }
                asked.rounds.append(round)
            }
            questions[typed] = asked
            times[typed] = runners.map { _ in [] }
            firstTimes[typed] = runners.map { _ in [] }
        }
    }

    /// The part of `key` that was typed, or nil when it is not that long.
    private static func beginning(of key: [UInt8], _ typed: Typed, _ list: KeyList) -> [UInt8]? {
        let scalars = String(decoding: key, as: UTF8.self).unicodeScalars
        func first(_ letters: Int) -> [UInt8] { Array(String(scalars.prefix(letters)).utf8) }
        switch typed {
        case .letters(let letters): return scalars.count < letters ? nil : first(letters)
        case .nearlyAll:
            return (1...scalars.count).lazy.map(first).first { list.range(beginningWith: $0).count <= most }
        }
    }

    /// A weight that depends on nothing but the key; high ones are rare, as words are that are used often.
    private static func weight(_ key: [UInt8]) -> UInt8 {
        var random = Random(state: key.reduce(0) { $0 &* 0x100_0000_01B3 ^ UInt64($1) })
        let one = random.below(256)
        return UInt8(one * random.below(256) >> 8)
    }

    /// Compares what each store finds with the heaviest of `weights`.
    private func check(_ beginning: [UInt8], _ weights: ArraySlice<UInt8>) throws {
        let wanted = Array(weights.sorted(by: >).prefix(HeaviestKeys.most))
        var found = [UInt8](repeating: 0, count: HeaviestKeys.most)
        for (runner, store) in zip(runners, weighed) {
            let seen = store.heaviest(beginning, into: &found)
            guard Array(found.prefix(Int(seen.count))) == wanted else {
                throw Trouble(
                    "\(runner.contender.name), \(runner.list.title): not the heaviest that begin with "
                        + "'\(String(decoding: beginning, as: UTF8.self))'")
            }
        }
    }

    /// Each store answers the questions of a round, again and again for some milliseconds, as files are opened.
    func takeTurns(round: Int) {
        var found = [UInt8](repeating: 0, count: HeaviestKeys.most)
        for typed in Typed.all {
            guard let asked = questions[typed]?.rounds[round] else { continue }
            for (index, store) in weighed.enumerated() {
                var seen = Sum()
                var count = 0
                var time = 0.0
                let start = processorTime()
                repeat {
                    for beginning in asked { seen += store.heaviest(beginning, into: &found) }
                    count += asked.count
                    time = processorTime() - start
                    if count == asked.count { firstTimes[typed]?[index].append(time / Double(count)) }
                } while time < 3e6
                times[typed]?[index].append(seen.count == 0 ? .nan : time / Double(count))
            }
        }
    }

    /// How many times as long the first store takes as the second: the median over the rounds.
    func ratio(_ typed: Typed) -> Double {
        guard let all = times[typed], all.count > 1 else { return .nan }
        return percentile(zip(all[0], all[1]).map { $0 / $1 }, 0.5)
    }
}

/// A store, and the weights of its keys by its own numbers.
private struct WeighedStore {
    private let store: any KeyStore
    private let weights: Weights

    init(_ store: any KeyStore, _ list: KeyList, _ weights: [UInt8]) {
        var byID = [UInt8](repeating: 0, count: weights.count)
        for (key, weight) in zip(list.keys, weights) {
            let id = store.find(key)
            if byID.indices.contains(id) { byID[id] = weight }
        }
        self.store = store
        self.weights = Weights(byID)
    }

    func heaviest(_ beginning: [UInt8], into found: inout [UInt8]) -> Sum {
        store.heaviest(beginning, by: weights, into: &found)
    }
}

/// Weights by the numbers of a store, as peers read them and as lexicons hold them.
struct Weights {
    let plain: [UInt8]
    let ranking: Ranking?

    init(_ weights: [UInt8]) {
        plain = weights
        ranking = Ranking(Bytes(Ranking.encoded(weights)), count: weights.count)
    }
}
