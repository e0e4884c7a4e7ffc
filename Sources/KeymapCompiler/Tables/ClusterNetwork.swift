import Composition

/// The pattern of a cluster as places and what may follow each (Glushkov's construction).
///
/// Source: V. M. Glushkov, The abstract theory of automata, 1961.
struct ClusterNetwork {
    /// The class of the sign at each place.
    private(set) var classes: [Int] = []
    private(set) var follow: [UInt64] = []
    private(set) var first: UInt64 = 0
    private(set) var last: UInt64 = 0

    private struct Part {
        var first: UInt64
        var last: UInt64
        var isOptional: Bool
    }

    /// The network of all `type` lines, which are alternatives; at most as many places as the format holds.
    init(_ patterns: [KeymapDefinition.Pattern]) {
        let part = add(.choice(patterns))
        first = part.first
        last = part.last
    }

    private mutating func add(_ pattern: KeymapDefinition.Pattern) -> Part {
        switch pattern {
        case .letterClass(let number):
            precondition(
                classes.count < KeymapFormat.positionLimit, "reading lets no cluster have more places")
            let bit: UInt64 = 1 << UInt64(classes.count)
            classes.append(number)
            follow.append(0)
            return Part(first: bit, last: bit, isOptional: false)
        case .optional(let inner):
            var part = add(inner)
            part.isOptional = true
            return part
        case .choice(let choices):
            var result = Part(first: 0, last: 0, isOptional: false)
            for choice in choices {
                let part = add(choice)
                result.first |= part.first
                result.last |= part.last
                result.isOptional = result.isOptional || part.isOptional
            }
            return result
        case .sequence(let parts):
            var result = Part(first: 0, last: 0, isOptional: true)
            for inner in parts {
                let part = add(inner)
                for place in classes.indices where result.last >> UInt64(place) & 1 != 0 {
                    follow[place] |= part.first
                }
                if result.isOptional { result.first |= part.first }
                result.last = part.isOptional ? result.last | part.last : part.last
                result.isOptional = result.isOptional && part.isOptional
            }
            return result
        }
    }
}
