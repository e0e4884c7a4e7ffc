/// Which words of a text are names: what their capitals say.
///
/// A word with a capital inside a sentence is a name, and so is the same word at the beginning of one. In a sentence
/// without small letters capitals say nothing.
struct Names {
    /// For each unit, whether it is a name.
    private(set) var isName: [Bool]

    /// The names among the `units` of `text`.
    ///
    /// - Complexity: O(*n*).
    init(_ units: [TextUnit], _ text: String) {
        isName = [Bool](repeating: false, count: units.count)
        var names: Set<Substring> = []
        var start = 0
        while start < units.count {
            var end = start + 1
            while end < units.count, !units[end].beginsSentence { end += 1 }
            let hasSmall = units[start..<end].contains { text[$0.range].contains { $0.isLowercase } }
            if hasSmall {
                for unit in start + 1..<max(end, start + 1)
                where text[units[unit].range].first?.isUppercase ?? false {
                    isName[unit] = true
                    names.insert(text[units[unit].range])
                }
            }
            start = end
        }
        for unit in units.indices where units[unit].beginsSentence && names.contains(text[units[unit].range])
        {
            isName[unit] = true
        }
    }
}
