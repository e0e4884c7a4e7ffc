import Composition
import Bytes

/// Compiles rules with context into the sections of a keymap.
///
/// See the article *Keymap format* of `Composition`.
struct RuleCompiler {
    typealias Format = KeymapFormat
    typealias Section = KeymapFormat.RuleSection

    private let rules: TextRules
    private let foldsCase: Bool

    private var elements = ElementPool()
    private var states = ByteWriter()
    private var edges = ByteWriter()
    private var stateCount = 0
    private var edgeCount = 0
    private var groups = ByteWriter()
    private var chunks = ByteWriter()
    private var chunkCount = 0
    private var ruleRows = ByteWriter()
    private var ruleCount = 0
    private var operations = ByteWriter()
    private var operationCount = 0
    private var positions = ByteWriter()
    private var labels = ByteWriter()
    private var labelOffsets: [RuleLabel: Int] = [:]
    private var maps = ByteWriter()
    private var mapNumbers: [MapKey: Int] = [:]
    private var mapItems = ByteWriter()
    private var mapItemCount = 0
    private var weights = ByteWriter()
    private var weightCount = 0

    private struct MapKey: Hashable {
        var from: TextSet
        var to: TextSet
    }

    /// A rule that no earlier one leaves anything to, and where the earlier one is.
    struct Hidden {
        var rule: TextRules.Rule
        var by: TextRules.Rule?
    }
    private(set) var hidden: [Hidden] = []

    /// The number of a condition in the keymap's table of conditions.
    private let conditionNumber: (KeymapDefinition.Condition?) -> UInt8

    private init(
        _ rules: TextRules, foldsCase: Bool, conditionNumber: @escaping (KeymapDefinition.Condition?) -> UInt8
    ) {
        self.rules = rules
        self.foldsCase = foldsCase
        self.conditionNumber = conditionNumber
    }

    /// What cannot be compiled.
    struct TooLarge: Error {
        var origin: KeymapDefinition.Origin?
    }

    /// The sections of `rules`, by number; and the rules that never are the first to fit.
    ///
    /// - Parameter texts: What the letters of the keymap put out.
    static func compile(
        _ rules: TextRules, foldsCase: Bool, texts: some Sequence<String>,
        conditionNumber: @escaping (KeymapDefinition.Condition?) -> UInt8
    ) throws(TooLarge) -> (sections: [(UInt32, [UInt8])], hidden: [Hidden]) {
        guard !rules.isEmpty else { return ([], []) }
        var compiler = RuleCompiler(rules, foldsCase: foldsCase, conditionNumber: conditionNumber)
        return (try compiler.sections(texts), compiler.hidden)
    }

    /// A group ready to be compiled.
    private enum Networks {
        case change([(rule: TextRules.Rule, network: RuleNetwork)])
        case order([(order: TextRules.Order, network: RuleNetwork)])
    }

    private mutating func sections(_ texts: some Sequence<String>) throws(TooLarge) -> [(UInt32, [UInt8])] {
        let all = (rules.groups + rules.backspace).map { group -> Networks in
            switch group {
            case .change(let rules):
                .change(
                    rules.map {
                        (
                            $0,
                            RuleNetwork($0.left, startsText: $0.startsText, self.rules, foldsCase: foldsCase)
                        )
                    })
            case .order(let orders):
                .order(
                    OrderMerger.merged(orders).map {
                        (
                            $0,
                            RuleNetwork(
                                $0.after + $0.elements, startsText: false, self.rules, foldsCase: foldsCase)
                        )
                    })
            }
        }
        var used = Set<RuleLabel>()
        for group in all {
            switch group {
            case .change(let rules): for rule in rules { used.formUnion(rule.network.places.map(\.label)) }
            case .order(let orders): for order in orders { used.formUnion(order.network.places.map(\.label)) }
            }
        }
        let symbols = RuleSymbols(used.sorted { "\($0)" < "\($1)" }, markerCount: rules.markers.count)
        states.append([UInt8](repeating: 0, count: Format.stateSize))
        stateCount = 1
        for group in all { try add(group, symbols) }
        // The edges of the last state end here.
        states.u32(UInt32(edgeCount))
        states.u32(0)
        states.u32(0)
        let table = CharacterTable(
            characters(texts, used), normalizes: rules.form != .typed, foldsCase: foldsCase)
        let (pages, characters) = table.tables(symbols, &elements)
        let keys = keyTable()
        var header = ByteWriter()
        for field in [
            flags, UInt32(symbols.characterCount), UInt32(rules.groups.count), UInt32(rules.backspace.count),
            UInt32(rules.keys.count),
        ] { header.u32(field) }
        return [
            (Section.header, header.bytes), (Section.pages, pages), (Section.characters, characters),
            (Section.compositions, table.compositionTable), (Section.elements, elements.bytes),
            (Section.groups, groups.bytes), (Section.chunks, chunks.bytes), (Section.states, states.bytes),
            (Section.edges, edges.bytes), (Section.rules, ruleRows.bytes),
            (Section.operations, operations.bytes), (Section.positions, positions.bytes),
            (Section.labels, labels.bytes), (Section.maps, maps.bytes), (Section.mapItems, mapItems.bytes),
            (Section.weights, weights.bytes), (Section.textKeys, keys),
        ]
    }

    private var flags: UInt32 {
        var flags: UInt32 = 0
        if rules.form != .typed { flags |= Format.RuleFlag.normalizes }
        if rules.form == .nfd { flags |= Format.RuleFlag.decomposed }
        if foldsCase { flags |= Format.RuleFlag.foldsCase }
        if rules.backspaceTakesCharacter { flags |= Format.RuleFlag.backspaceTakesCharacter }
        return flags
    }

    // MARK: Characters

    /// Every code point that the keymap can make or names.
    private func characters(_ texts: some Sequence<String>, _ labels: Set<RuleLabel>) -> Set<UInt32> {
        var found = Set<UInt32>()
        for text in texts { found.formUnion(text.unicodeScalars.map(\.value)) }
        func add(_ elements: [UInt32]) { found.formUnion(elements.filter { !TextRules.isMarker($0) }) }
        for key in rules.keys { add(key.text) }
        for group in rules.groups + rules.backspace {
            guard case .change(let rules) = group else { continue }
            for output in rules.flatMap(\.right) {
                switch output {
                case .element(let element): add([element])
                case .capture: break
                case .mapped(_, _, let to): for sequence in to.sequences { add(sequence) }
                }
            }
        }
        // A long range only adds what is made in another way.
        for label in labels {
            for range in label.ranges where range.count <= 512 { found.formUnion(range) }
        }
        return found
    }

    // MARK: Groups

    private mutating func add(_ group: Networks, _ symbols: RuleSymbols) throws(TooLarge) {
        let firstChunk = chunkCount
        switch group {
        case .change(let all):
            // Rules that hang on the same option are one automaton; so first come, first served holds.
            var rest = all[...]
            while let head = rest.first {
                let condition = head.rule.condition
                let end = rest.firstIndex { $0.rule.condition != condition } ?? rest.endIndex
                try add(rest[..<end], condition, symbols)
                rest = rest[end...]
            }
            groups.u8(Format.GroupKind.change)
        case .order(let all):
            let first = ruleCount + 1
            guard let automaton = RuleAutomaton(all.map(\.network), firstRule: first, symbols) else {
                throw TooLarge(origin: all.first?.order.origin)
            }
            for (order, _) in all { add(order) }
            write(automaton, nil)
            groups.u8(Format.GroupKind.order)
        }
        groups.u8(0)
        groups.u16(UInt16(clamping: chunkCount - firstChunk))
        groups.u32(UInt32(firstChunk))
    }

    private mutating func add(
        _ all: ArraySlice<(rule: TextRules.Rule, network: RuleNetwork)>,
        _ condition: KeymapDefinition.Condition?,
        _ symbols: RuleSymbols
    ) throws(TooLarge) {
        let first = ruleCount + 1
        guard let automaton = RuleAutomaton(all.map(\.network), firstRule: first, symbols) else {
            // Two automata, one after the other, say the same as one.
            guard all.count > 1 else { throw TooLarge(origin: all.first?.rule.origin) }
            let middle = all.startIndex + all.count / 2
            try add(all[..<middle], condition, symbols)
            try add(all[middle...], condition, symbols)
            return
        }
        guard chunkCount < Format.chunkLimit else { throw TooLarge(origin: all.first?.rule.origin) }
        let reached = automaton.reachedRules
        for (index, entry) in all.enumerated() {
            if !reached.contains(first + index) {
                hidden.append(
                    Hidden(rule: entry.rule, by: hider(of: entry.network, in: all, first, automaton, symbols))
                )
            }
            add(entry.rule, entry.network, symbols)
        }
        write(automaton, condition)
    }

    /// The rule that fits what `network` fits, for the shortest of its texts.
    private func hider(
        of network: RuleNetwork, in all: ArraySlice<(rule: TextRules.Rule, network: RuleNetwork)>,
        _ first: Int,
        _ automaton: RuleAutomaton, _ symbols: RuleSymbols
    ) -> TextRules.Rule? {
        // Any text will do: an earlier rule fits the end of each.
        var state = 1
        var place = network.last.first
        var found: Int?
        var seen = Set<Int>()
        while let here = place, seen.insert(here).inserted, state != 0 {
            guard let symbol = symbols.all(network.places[here].label).last else { break }
            let edges = automaton.states[state].edges
            state =
                edges.first { $0.symbol == symbol }?.next
                ?? (symbol < symbols.characterCount ? automaton.states[state].otherwise : 0)
            let rule = automaton.states[state].rule
            if rule != 0 { found = min(found ?? rule, rule) }
            if network.first.contains(here) { break }
            place = network.places.indices.first { network.places[$0].follow.contains(here) }
        }
        return found.flatMap { rule in
            let index = all.startIndex + rule - first
            return all.indices.contains(index) ? all[index].rule : nil
        }
    }

    private mutating func write(_ automaton: RuleAutomaton, _ condition: KeymapDefinition.Condition?) {
        // The dead state is there already.
        let offset = stateCount - 1
        func number(_ state: Int) -> UInt32 { state == 0 ? 0 : UInt32(state + offset) }
        for state in automaton.states.dropFirst() {
            states.u32(UInt32(edgeCount))
            states.u32(number(state.otherwise))
            states.u32(UInt32(state.rule))
            for edge in state.edges {
                edges.u16(UInt16(clamping: edge.symbol))
                edges.u32(number(edge.next))
                edgeCount += 1
            }
        }
        chunks.u8(conditionNumber(condition))
        chunks.append([0, 0, 0])
        chunks.u32(UInt32(stateCount))
        chunkCount += 1
        stateCount += automaton.states.count - 1
    }

    // MARK: Rules

    private mutating func add(_ rule: TextRules.Rule, _ network: RuleNetwork, _ symbols: RuleSymbols) {
        let first = operationCount
        var keeps = false
        var run: [UInt32] = []
        for output in rule.right {
            switch output {
            case .element(let element): run.append(element)
            case .capture(let number):
                finish(&run)
                operation(Format.Operation.capture, UInt8(clamping: number), 0, 0)
                if number > 0 { keeps = true }
            case .mapped(let number, let from, let to):
                finish(&run)
                operation(Format.Operation.mapped, UInt8(clamping: number), 0, map(from, to))
                keeps = true
            }
        }
        finish(&run)
        ruleCount += 1
        ruleRows.u32(UInt32(first))
        ruleRows.u16(UInt16(clamping: operationCount - first))
        ruleRows.u16(0)
        ruleRows.u32(UInt32(positions.count))
        ruleRows.u16(keeps ? UInt16(clamping: network.places.count) : 0)
        ruleRows.u16(0)
        if keeps { write(network, symbols) }
    }

    private mutating func finish(_ run: inout [UInt32]) {
        guard !run.isEmpty else { return }
        let elements = rules.normalized(run)
        operation(Format.Operation.text, 0, elements.count, self.elements.offset(of: elements))
        run = []
    }

    private mutating func operation(_ kind: UInt8, _ capture: UInt8, _ count: Int, _ offset: Int) {
        operations.append([kind, capture])
        operations.u16(UInt16(clamping: count))
        operations.u32(UInt32(offset))
        operationCount += 1
    }

    private mutating func map(_ from: TextSet, _ to: TextSet) -> Int {
        let key = MapKey(from: from, to: to)
        if let number = mapNumbers[key] { return number }
        var known = Set<[UInt32]>()
        // What stands in a set twice means its first place.
        let pairs = zip(rules.sequences(from), rules.sequences(to)).filter { known.insert($0.0).inserted }
            .sorted { $0.0.lexicographicallyPrecedes($1.0) }
        let number = mapNumbers.count
        mapNumbers[key] = number
        maps.u32(UInt32(mapItemCount))
        maps.u32(UInt32(pairs.count))
        for (from, to) in pairs {
            mapItems.u32(UInt32(elements.offset(of: from)))
            mapItems.u32(UInt32(elements.offset(of: to)))
            mapItems.u16(UInt16(clamping: from.count))
            mapItems.u16(UInt16(clamping: to.count))
        }
        mapItemCount += pairs.count
        return number
    }

    private mutating func write(_ network: RuleNetwork, _ symbols: RuleSymbols) {
        func set(_ places: [Int]) {
            var words = [UInt64](repeating: 0, count: 4)
            for place in places where place < 256 { words[place / 64] |= 1 << UInt64(place & 63) }
            for word in words { positions.u64(word) }
        }
        set(network.first)
        set(network.last)
        for place in network.places {
            positions.u32(UInt32(offset(of: place.label, symbols)))
            positions.append(place.tags)
            positions.append([0, 0])
            set(place.follow)
        }
    }

    private mutating func offset(of label: RuleLabel, _ symbols: RuleSymbols) -> Int {
        if let offset = labelOffsets[label] { return offset }
        let offset = labels.count
        var bits = [UInt8](repeating: 0, count: (symbols.count + 7) / 8)
        for symbol in symbols.all(label) { bits[symbol / 8] |= 1 << UInt8(symbol & 7) }
        labels.append(bits)
        labelOffsets[label] = offset
        return offset
    }

    private mutating func add(_ order: TextRules.Order) {
        ruleCount += 1
        ruleRows.u32(UInt32(weightCount))
        ruleRows.u16(UInt16(clamping: order.elements.count))
        ruleRows.u16(0)
        ruleRows.u32(0)
        ruleRows.u32(0)
        for index in order.elements.indices {
            func value<Value>(_ list: [Value]?) -> Value? {
                list.map { index < $0.count ? $0[index] : $0[$0.count - 1] }
            }
            weights.u8(UInt8(bitPattern: Int8(clamping: value(order.order) ?? 0)))
            weights.u8(UInt8(bitPattern: Int8(clamping: value(order.tertiary) ?? 0)))
            weights.u8((value(order.base) == true ? 1 : 0) | (value(order.prebase) == true ? 2 : 0))
            weights.u8(0)
            weightCount += 1
        }
    }

    // MARK: Keys

    private mutating func keyTable() -> [UInt8] {
        guard !rules.keys.isEmpty else { return [] }
        let rows = rules.keys.map { key in
            (
                code: key.event.keysym.rawValue, held: KeymapFormat.significantModifiers(key.event),
                text: rules.normalized(key.text)
            )
        }.sorted { ($0.code, $0.held) < ($1.code, $1.held) }
        var index = [UInt16](repeating: 0, count: 128)
        for (number, row) in rows.enumerated() where row.code < 128 && row.held == 0 {
            index[Int(row.code)] = UInt16(clamping: number + 1)
        }
        var writer = ByteWriter()
        for number in index { writer.u16(number) }
        for row in rows {
            writer.u32(row.code)
            writer.u32(row.held)
            writer.u32(UInt32(elements.offset(of: row.text)))
            writer.u16(UInt16(clamping: row.text.count))
            writer.u16(0)
        }
        return writer.bytes
    }
}
