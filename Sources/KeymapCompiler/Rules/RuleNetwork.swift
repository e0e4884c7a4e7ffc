/// What one place of a left side reads.
struct RuleLabel: Hashable {
    /// Code points, or all but these.
    var ranges: [ClosedRange<UInt32>] = []
    var isComplement = false
    var markers: [UInt32] = []
    var isAnyMarker = false
    /// The start of the composition.
    var isStart = false

    static let start = RuleLabel(isStart: true)

    /// `ranges` in order, with those that touch made one.
    static func merged(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
        var result: [ClosedRange<UInt32>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = result.last, range.lowerBound <= last.upperBound &+ 1 {
                result[result.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                result.append(range)
            }
        }
        return result
    }
}

/// The left side of a rule as places and what may follow each (Glushkov's construction).
struct RuleNetwork {
    struct Place {
        var label: RuleLabel
        /// In which turn of which capture it stands; 0: in none.
        var tags = [UInt8](repeating: 0, count: 10)
        var follow: [Int] = []
    }

    private(set) var places: [Place] = []
    private(set) var first: [Int] = []
    private(set) var last: [Int] = []
    private(set) var isNullable = false
    /// How many elements it fits at most.
    private(set) var length = 0
    let startsText: Bool

    private let rules: TextRules
    private let foldsCase: Bool
    private var tags = [UInt8](repeating: 0, count: 10)
    private var turns = [UInt8](repeating: 0, count: 10)

    private struct Part {
        var first: [Int] = []
        var last: [Int] = []
        var isNullable = true
        var length = 0
    }

    /// More places than this are refused.
    static let placeLimit = 4096

    init(_ items: [RuleItem], startsText: Bool, _ rules: TextRules, foldsCase: Bool) {
        self.rules = rules
        self.foldsCase = foldsCase
        self.startsText = startsText
        let part = add(rules.normalized(items))
        first = part.first
        last = part.last
        isNullable = part.isNullable
        length = part.length
    }

    private mutating func add(_ items: [RuleItem]) -> Part {
        var result = Part()
        for item in items { result = joined(result, add(item)) }
        return result
    }

    private mutating func joined(_ left: Part, _ right: Part) -> Part {
        for place in left.last { places[place].follow += right.first }
        return Part(
            first: left.isNullable ? left.first + right.first : left.first,
            last: right.isNullable ? left.last + right.last : right.last,
            isNullable: left.isNullable && right.isNullable, length: left.length + right.length)
    }

    private func either(_ left: Part, _ right: Part) -> Part {
        Part(
            first: left.first + right.first, last: left.last + right.last,
            isNullable: left.isNullable || right.isNullable, length: max(left.length, right.length))
    }

    private mutating func add(_ label: RuleLabel) -> Part {
        guard places.count < RuleNetwork.placeLimit else { return Part() }
        places.append(Place(label: label, tags: tags))
        let number = places.count - 1
        return Part(first: [number], last: [number], isNullable: false, length: 1)
    }

    private mutating func add(_ item: RuleItem) -> Part {
        switch item {
        case .element(let element): return add(label(element))
        case .set(let set): return add(rules.sequences(set))
        case .anyBut(let set):
            let excluded = set.map { rules.sequences($0).filter { $0.count == 1 }.map { $0[0] } } ?? []
            var label = self.label(excluded.filter { !TextRules.isMarker($0) })
            label.isComplement = true
            return add(label)
        case .anyMarker: return add(RuleLabel(isAnyMarker: true))
        case .group(let alternatives, let capture):
            let kept = tags
            if capture > 0, capture < 10 {
                turns[capture] &+= 1
                tags[capture] = max(turns[capture], 1)
            }
            var result: Part?
            for alternative in alternatives {
                let part = add(alternative)
                result = result.map { either($0, part) } ?? part
            }
            tags = kept
            return result ?? Part()
        case .repeated(let inner, let range):
            var result = Part()
            for turn in 0..<range.upperBound {
                // A turn that is not needed may be missing, and so may all after it.
                var part = add(inner)
                if turn >= range.lowerBound { part.isNullable = true }
                result = joined(result, part)
            }
            return result
        }
    }

    /// Alternatives that are plain texts: those of one character are one place; others share what they end in.
    private mutating func add(_ sequences: [[UInt32]]) -> Part {
        var byRest: [[UInt32]: [UInt32]] = [:]
        var order: [[UInt32]] = []
        for sequence in sequences {
            guard let first = sequence.first else { continue }
            let rest = Array(sequence.dropFirst())
            if byRest[rest] == nil { order.append(rest) }
            byRest[rest, default: []].append(first)
        }
        // The same first characters before several ends are one place too.
        var byFirst: [[UInt32]: [[UInt32]]] = [:]
        var firsts: [[UInt32]] = []
        for rest in order {
            let first = Array(Set(byRest[rest] ?? [])).sorted()
            if byFirst[first] == nil { firsts.append(first) }
            byFirst[first, default: []].append(rest)
        }
        var result: Part?
        // Longer texts go before shorter ones.
        for first in firsts.sorted(by: { longest(byFirst[$0]) > longest(byFirst[$1]) }) {
            let rests = byFirst[first] ?? []
            var part = add(label(first))
            if rests != [[]] {
                var tail = add(rests.filter { !$0.isEmpty })
                tail.isNullable = rests.contains([])
                part = joined(part, tail)
            }
            result = result.map { either($0, part) } ?? part
        }
        return result ?? Part()
    }

    private func longest(_ sequences: [[UInt32]]?) -> Int { sequences?.map(\.count).max() ?? 0 }

    private func label(_ element: UInt32) -> RuleLabel { label([element]) }

    private func label(_ elements: [UInt32]) -> RuleLabel {
        var ranges: [ClosedRange<UInt32>] = []
        var markers: [UInt32] = []
        for element in elements {
            if TextRules.isMarker(element) {
                markers.append(element & ~TextRules.markerBit)
                continue
            }
            ranges.append(element...element)
            if foldsCase, let other = CharacterCase.capital(element) { ranges.append(other...other) }
        }
        return RuleLabel(ranges: RuleLabel.merged(ranges), markers: Array(Set(markers)).sorted())
    }
}

/// Small letters and capitals that are one code point each.
enum CharacterCase {
    static func capital(_ character: UInt32) -> UInt32? {
        guard let scalar = Unicode.Scalar(character), scalar.properties.isLowercase else { return nil }
        return single(scalar.properties.uppercaseMapping, not: character)
    }

    static func small(_ character: UInt32) -> UInt32? {
        guard let scalar = Unicode.Scalar(character), scalar.properties.isUppercase else { return nil }
        return single(scalar.properties.lowercaseMapping, not: character)
    }

    private static func single(_ text: String, not character: UInt32) -> UInt32? {
        let scalars = text.unicodeScalars
        guard scalars.count == 1, let value = scalars.first?.value, value != character else { return nil }
        return value
    }
}
