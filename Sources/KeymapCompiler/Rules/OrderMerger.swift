/// Lines of `reorder` put in the order in which they go first.
///
/// The line with the most characters goes first, then the one with the most after `after`; of equal ones the last.
/// Where two lines with equally many fit the same text, what the later one does not say is taken from the earlier.
enum OrderMerger {
    static func merged(_ lines: [TextRules.Order]) -> [TextRules.Order] {
        var all: [TextRules.Order] = []
        for line in lines {
            var merged: [TextRules.Order] = []
            for earlier in all.reversed()
            where earlier.elements.count == line.elements.count && earlier.after.count == line.after.count {
                guard let elements = both(earlier.elements, line.elements),
                    let after = both(earlier.after, line.after)
                else { continue }
                var result = line
                result.elements = elements
                result.after = after
                result.order = line.order ?? earlier.order
                result.tertiary = line.tertiary ?? earlier.tertiary
                result.base = line.base ?? earlier.base
                result.prebase = line.prebase ?? earlier.prebase
                merged.insert(result, at: 0)
                guard all.count + merged.count < 4096 else { break }
            }
            all.append(line)
            all += merged
        }
        return all.enumerated().sorted {
            ($1.element.elements.count, $1.element.after.count, $1.offset)
                < ($0.element.elements.count, $0.element.after.count, $0.offset)
        }.map(\.element)
    }

    /// What both fit, element by element; nil when there is none.
    private static func both(_ left: [RuleItem], _ right: [RuleItem]) -> [RuleItem]? {
        var result: [RuleItem] = []
        for (left, right) in zip(left, right) {
            let common = characters(left).intersection(characters(right))
            guard !common.isEmpty else { return nil }
            result.append(.set(TextSet(name: "", items: common.sorted().map { .sequence([$0]) })))
        }
        return result
    }

    private static func characters(_ item: RuleItem) -> Set<UInt32> {
        switch item {
        case .element(let element): [element]
        case .set(let set): Set(set.sequences.filter { $0.count == 1 }.map { $0[0] })
        default: []
        }
    }
}
