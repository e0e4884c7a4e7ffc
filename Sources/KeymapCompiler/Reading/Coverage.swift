internal import Composition
extension Resolution {
    /// Whether some line of `earlier` holds whenever `condition` does, so that a line like them below is never reached.
    ///
    ///     isCovered(nil, by: [Condition(tone-style, old), Condition(tone-style, new)])  // true: one of the two holds
    ///
    /// - Parameter earlier: The conditions of lines that take the same; nil is one that always holds.
    func isCovered(_ condition: Condition?, by earlier: some Sequence<Condition?>) -> Bool {
        var values: [Int: Set<Int>] = [:]
        for other in earlier {
            guard let other, other != condition else { return true }
            values[other.option, default: []].insert(other.value)
        }
        return values.contains { option, values in
            definition.options.indices.contains(option)
                && values.count == definition.options[option].values.count
        }
    }

    /// A condition as the author writes it.
    func text(of condition: Condition) -> String {
        guard definition.options.indices.contains(condition.option),
            definition.options[condition.option].values.indices.contains(condition.value)
        else { return "when …" }
        let option = definition.options[condition.option]
        return "\(option.name)=\(option.values[condition.value])"
    }
}
