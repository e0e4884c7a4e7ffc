extension [String] {
    /// The texts one after the other, with `separator` between two of them.
    ///
    ///     ["eh", "mu"].text(parted: ", ")  // "eh, mu"
    ///
    /// The same as `joined(separator:)`, which is made for any collection and so looks its types up at run time: that
    /// takes a sixth of the instructions of a lookup.
    ///
    /// - Complexity: O(*bytes*).
    func text(parted separator: String) -> String {
        var text = ""
        for index in indices {
            if index > 0 { text += separator }
            text += self[index]
        }
        return text
    }
}
