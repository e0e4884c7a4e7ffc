extension Trie {
    /// A walk into the keys byte by byte, as they are typed.
    ///
    ///     var cursor = trie.cursor()
    ///     cursor.advance(by: 0x6E)  // true: some keys begin with "n"
    ///     cursor.range              // their ranks
    ///
    /// Each step looks only where the one before has led.
    package struct Cursor: Sendable {
        private let trie: Trie
        private var prefix: [UInt8] = []
        private var isKey = false
        /// The ranks of the keys that begin with the bytes taken so far.
        package private(set) var range: Range<Int>

        init(_ trie: Trie) {
            self.trie = trie
            range = 0..<trie.count
            isKey = trie.rank(of: []) != nil
        }

        /// How many bytes were taken.
        package var length: Int { prefix.count }

        /// Takes one more byte; false, and no change, when no key begins so.
        ///
        /// - Complexity: O(log *blocks of the range* + *block*).
        package mutating func advance(by byte: UInt8) -> Bool {
            guard !range.isEmpty else { return false }
            prefix.append(byte)
            let bits = trie.layout.blockBits
            let blocks = range.lowerBound >> bits..<((range.upperBound - 1) >> bits) + 1
            let longer = trie.range(beginningWith: prefix.span, in: blocks)
            guard !longer.ranks.isEmpty else {
                prefix.removeLast()
                return false
            }
            (range, isKey) = longer
            return true
        }

        /// The rank of the key that the bytes taken so far are, or nil.
        package var rank: Int? { isKey ? range.lowerBound : nil }
    }

    /// A cursor that has taken no byte yet.
    package func cursor() -> Cursor { Cursor(self) }
}
