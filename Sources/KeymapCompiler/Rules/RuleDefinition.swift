import Composition
import ICU

/// A set of texts under a name, for rules: in the order of its items, by which one set is mapped to another.
struct TextSet: Hashable {
    enum Item: Hashable {
        /// One text: code points and markers, as written.
        case sequence([UInt32])
        case range(ClosedRange<UInt32>)
    }

    var name: String
    var items: [Item]

    /// How many texts there are.
    var count: Int {
        items.reduce(0) { sum, item in
            if case .range(let range) = item { return sum + range.count }
            return sum + 1
        }
    }

    /// All texts, one by one.
    var sequences: [[UInt32]] {
        items.flatMap { item -> [[UInt32]] in
            switch item {
            case .sequence(let sequence): [sequence]
            case .range(let range): range.map { [$0] }
            }
        }
    }
}

/// A piece of the left side of a rule.
indirect enum RuleItem: Hashable {
    /// A code point or a marker.
    case element(UInt32)
    case set(TextSet)
    /// Any character that is in none of the set; nil: any.
    case anyBut(TextSet?)
    case anyMarker
    /// Alternatives, kept under a number from 1.
    case group([[RuleItem]], capture: Int)
    case repeated(RuleItem, ClosedRange<Int>)
}

extension RuleItem {
    /// Whether it can begin with any character, but for some.
    var beginsWithAny: Bool {
        switch self {
        case .anyBut: true
        case .group(let alternatives, _): alternatives.contains { $0.first?.beginsWithAny ?? true }
        case .repeated(let item, _): item.beginsWithAny
        case .element, .set, .anyMarker: false
        }
    }

    /// Whether `item` stands in it, among others.
    func holds(_ item: RuleItem) -> Bool {
        switch self {
        case .group(let alternatives, _): alternatives.joined().contains { $0 == item || $0.holds(item) }
        case .repeated(let inner, _): inner == item || inner.holds(item)
        case .element, .set, .anyBut, .anyMarker: false
        }
    }
}

/// A piece of the right side of a rule.
enum RuleOutput: Hashable {
    case element(UInt32)
    /// What a group has kept; 0 is all that the left side fits.
    case capture(Int)
    /// The item of `to` that stands where what the group has kept stands in `from`.
    case mapped(Int, from: TextSet, to: TextSet)
}

/// Rules with context, as an author declares them.
struct TextRules {
    typealias Origin = KeymapDefinition.Origin

    struct Rule {
        /// Only at the start of the composition.
        var startsText = false
        var left: [RuleItem]
        var right: [RuleOutput]
        var condition: KeymapDefinition.Condition?
        var origin: Origin
    }

    /// A line of `reorder`: what it says of each of its characters, nil where it says nothing.
    struct Order {
        /// Each a single character, or a set of them.
        var elements: [RuleItem]
        var after: [RuleItem]
        var order: [Int]?
        var tertiary: [Int]?
        var base: [Bool]?
        var prebase: [Bool]?
        var origin: Origin
    }

    enum Group {
        case change([Rule])
        case order([Order])
    }

    struct Key {
        var event: KeyEvent
        var text: [UInt32]
        var origin: Origin
    }

    /// What is put out, and whether text is normalised at all.
    enum NormalForm { case nfc, nfd, typed }

    var markers: [String] = []
    var groups: [Group] = []
    var backspace: [Group] = []
    var backspaceTakesCharacter = false
    var form = NormalForm.nfc
    var keys: [Key] = []

    var isEmpty: Bool { groups.isEmpty && backspace.isEmpty && keys.isEmpty }

    static let markerBit: UInt32 = 1 << 31
    static func isMarker(_ element: UInt32) -> Bool { element & markerBit != 0 }
}

// MARK: Normal forms

extension TextRules {
    /// The elements decomposed and in canonical order; a marker stays before the character it stands before.
    static func decomposed(_ elements: [UInt32]) -> [UInt32] {
        var units: [(markers: [UInt32], character: UInt32, class: UInt8)] = []
        var markers: [UInt32] = []
        for element in elements {
            guard !isMarker(element) else {
                markers.append(element)
                continue
            }
            for character in decomposition(element) {
                units.append((markers, character, combiningClass(character)))
                markers = []
            }
        }
        // A stable sort of each run of marks.
        for index in units.indices where units[index].class != 0 {
            var place = index
            while place > 0, units[place - 1].class > units[place].class {
                units.swapAt(place - 1, place)
                place -= 1
            }
        }
        return units.flatMap { $0.markers + [$0.character] } + markers
    }

    /// One code point decomposed.
    static func decomposition(_ character: UInt32) -> [UInt32] {
        guard character >= 0xC0, let scalar = Unicode.Scalar(character) else { return [character] }
        return String(Character(scalar)).normalized(.nfd).unicodeScalars.map(\.value)
    }

    static func combiningClass(_ character: UInt32) -> UInt8 {
        guard character >= 0x300 else { return 0 }
        return Unicode.Scalar(character)?.combiningClass ?? 0
    }

    func normalized(_ elements: [UInt32]) -> [UInt32] {
        form == .typed ? elements : TextRules.decomposed(elements)
    }

    /// The items of a left side with what is literal in it decomposed.
    func normalized(_ items: [RuleItem]) -> [RuleItem] {
        guard form != .typed else { return items }
        var result: [RuleItem] = []
        var run: [UInt32] = []
        func finishRun() {
            result += TextRules.decomposed(run).map { .element($0) }
            run = []
        }
        for item in items {
            switch item {
            case .element(let element):
                run.append(element)
                continue
            case .group(let alternatives, let capture):
                finishRun()
                result.append(.group(alternatives.map { normalized($0) }, capture: capture))
            case .repeated(let inner, let range):
                finishRun()
                let inner = normalized([inner])
                result.append(
                    .repeated(inner.count == 1 ? inner[0] : .group([inner], capture: 0), range))
            case .set, .anyBut, .anyMarker:
                finishRun()
                result.append(item)
            }
        }
        finishRun()
        return result
    }

    /// The texts of a set, decomposed.
    func sequences(_ set: TextSet) -> [[UInt32]] { set.sequences.map { normalized($0) } }
}

// MARK: Markers of included keymaps

extension TextRules {
    /// The element with a marker's number replaced by that in `markers`.
    static func renumbered(_ element: UInt32, _ markers: [UInt32]) -> UInt32 {
        let index = Int(element & ~markerBit) - 1
        return isMarker(element) && markers.indices.contains(index) ? markerBit | markers[index] : element
    }

    static func renumbered(_ set: TextSet, _ markers: [UInt32]) -> TextSet {
        TextSet(
            name: set.name,
            items: set.items.map { item in
                guard case .sequence(let sequence) = item else { return item }
                return .sequence(sequence.map { renumbered($0, markers) })
            })
    }

    static func renumbered(_ item: RuleItem, _ markers: [UInt32]) -> RuleItem {
        switch item {
        case .element(let element): .element(renumbered(element, markers))
        case .set(let set): .set(renumbered(set, markers))
        case .anyBut(let set): .anyBut(set.map { renumbered($0, markers) })
        case .anyMarker: item
        case .group(let alternatives, let capture):
            .group(alternatives.map { $0.map { renumbered($0, markers) } }, capture: capture)
        case .repeated(let inner, let range): .repeated(renumbered(inner, markers), range)
        }
    }
}

extension TextRules.Rule {
    /// The rule with the numbers of markers replaced by those in `markers`.
    func renumbered(_ markers: [UInt32]) -> TextRules.Rule {
        var rule = self
        rule.left = left.map { TextRules.renumbered($0, markers) }
        rule.right = right.map { output in
            switch output {
            case .element(let element): .element(TextRules.renumbered(element, markers))
            case .capture: output
            case .mapped(let number, let from, let to):
                .mapped(
                    number, from: TextRules.renumbered(from, markers), to: TextRules.renumbered(to, markers))
            }
        }
        return rule
    }
}
