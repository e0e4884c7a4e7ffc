import Glibc

/// What is measured of a store.
enum Measure: String, CaseIterable {
    case hit, miss, completions, enumeration, key, open

    /// The column's title.
    var title: String {
        switch self {
        case .hit: "hit, ns"
        case .miss: "miss, ns"
        case .completions: "ten completions, ns"
        case .enumeration: "enumeration, ns a key"
        case .key: "id → key, ns"
        case .open: "open and find, µs"
        }
    }
}

/// Processor time of this thread, in nanoseconds: what others do does not count.
func processorTime() -> Double { read(CLOCK_THREAD_CPUTIME_ID) }

/// The clock on the wall, which is quicker to read.
func wallTime() -> Double { read(CLOCK_MONOTONIC) }

private func read(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
}

/// The value below which `share` of `values` lie.
func percentile(_ values: [Double], _ share: Double) -> Double {
    guard !values.isEmpty else { return .nan }
    return values.sorted()[Int(Double(values.count - 1) * share)]
}

/// A store at work on one list, and the figures found.
final class Runner {
    let contender: Contender
    let list: KeyList
    let path: String
    let store: any KeyStore
    /// The store's numbers of the hits.
    private let ids: [Int]
    /// For each measure, nanoseconds an operation in each round.
    private(set) var rounds: [Measure: [Double]] = [:]
    /// For each measure, nanoseconds of single operations, the clock's cost taken off.
    private(set) var singles: [Measure: [Double]] = [:]
    let fileSize: Int
    private var sink: UInt64 = 0

    /// Writes the file in `folder`, opens it and checks every answer.
    init(_ contender: Contender, _ list: KeyList, path: String) throws {
        self.contender = contender
        self.list = list
        self.path = path
        try contender.build(list, path)
        var status = stat()
        guard stat(path, &status) == 0 else { throw Trouble("\(path): no file") }
        fileSize = Int(status.st_size)
        let store = try contender.open(path)
        self.store = store
        try check(store, contender, list)
        ids = list.hits.map(store.find)
    }

    /// One turn: a batch of `measure`, timed.
    func takeTurn(_ measure: Measure, round: Int) throws {
        guard contender.measures.contains(measure) else { return }
        let time = measure == .open ? try opening(round) : batch(store, measure, KeyList.turn(round))
        rounds[measure, default: []].append(time)
    }

    private func batch(_ store: some KeyStore, _ measure: Measure, _ turn: Range<Int>) -> Double {
        var seen = Sum()
        var operations = turn.count
        let start = processorTime()
        switch measure {
        case .hit: for index in turn { seen.sum &+= UInt64(truncatingIfNeeded: store.find(list.hits[index])) }
        case .miss:
            for index in turn { seen.sum &+= UInt64(truncatingIfNeeded: store.find(list.misses[index])) }
        case .completions:
            for index in turn { seen += store.complete(list.prefixes[index], most: 10, whole: false) }
        case .key: for index in turn { seen += store.key(ids[index], whole: false) }
        case .enumeration:
            seen = store.complete([], most: .max, whole: false)
            operations = list.keys.count
        case .open: break
        }
        let time = processorTime() - start
        sink &+= seen.sum
        return time / Double(operations)
    }

    /// Opens the file and finds one key, again and again for some milliseconds.
    private func opening(_ round: Int) throws -> Double {
        let key = list.hits[round]
        let start = processorTime()
        var count = 0
        var time = 0.0
        repeat {
            let opened = try contender.open(path)
            sink &+= UInt64(truncatingIfNeeded: opened.find(key))
            count += 1
            time = processorTime() - start
        } while time < 3e6
        return time / Double(count)
    }

    /// Times single operations.
    func takeSingles(_ round: Int) {
        for measure in [Measure.hit, .completions] {
            singles[measure, default: []] += singles(store, measure, round)
        }
    }

    private func singles(_ store: some KeyStore, _ measure: Measure, _ round: Int) -> [Double] {
        let cost = percentile((0..<1001).map { _ in -(wallTime() - wallTime()) }, 0.5)
        return KeyList.turn(round).map { index in
            let start = wallTime()
            if measure == .hit {
                sink &+= UInt64(truncatingIfNeeded: store.find(list.hits[index]))
            } else {
                sink &+= store.complete(list.prefixes[index], most: 10, whole: false).sum
            }
            return max(0, wallTime() - start - cost)
        }
    }
}

/// Asks everything there is to ask of `store`, and compares the answers with the list.
private func check(_ store: some KeyStore, _ contender: Contender, _ list: KeyList) throws {
    func wrong(_ what: String, _ key: [UInt8]) -> Trouble {
        Trouble("\(contender.name), \(list.title): \(what) '\(String(decoding: key, as: UTF8.self))'")
    }
    var all = Sum()
    var ids = Set<Int>()
    for key in list.keys {
        var one = Sum()
        one.visit(key.span, whole: true)
        all += one
        let id = store.find(key)
        guard id >= 0, ids.insert(id).inserted else { throw wrong("does not find", key) }
        guard !contender.measures.contains(.key) || store.key(id, whole: true) == one else {
            throw wrong("does not give back", key)
        }
    }
    guard store.complete([], most: .max, whole: true) == all else { throw wrong("enumerates wrongly", []) }
    for miss in list.misses where store.find(miss) >= 0 { throw wrong("finds", miss) }
    for (number, prefix) in list.prefixes.prefix(KeyList.batch).enumerated() {
        let range = list.range(beginningWith: prefix)
        let mosts = number % 20 == 0 ? [10, Int.max] : [10]
        for most in mosts {
            var wanted = Sum()
            for key in list.keys[range].prefix(most) { wanted.visit(key.span, whole: true) }
            let found = store.complete(prefix, most: most, whole: true)
            // Whoever keeps another order may give any ten.
            let isRight =
                contender.isOrdered || range.count <= most ? found == wanted : found.count == wanted.count
            guard isRight else { throw wrong("completes wrongly", prefix) }
        }
    }
}

extension KeyList {
    /// The places of the keys that begin with `prefix`.
    func range(beginningWith prefix: [UInt8]) -> Range<Int> {
        func firstPlace(_ isBehind: ([UInt8]) -> Bool) -> Int {
            var low = 0
            var high = keys.count
            while low < high {
                let middle = (low + high) / 2
                if isBehind(keys[middle]) { high = middle } else { low = middle + 1 }
            }
            return low
        }
        let start = firstPlace { !$0.lexicographicallyPrecedes(prefix) }
        return start..<firstPlace { !$0.lexicographicallyPrecedes(prefix) && !$0.starts(with: prefix) }
    }
}
