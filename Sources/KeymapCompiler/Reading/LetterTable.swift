/// The letters of a keymap by their text.
struct LetterTable {
    /// Numbers of letters by text.
    private(set) var numbers: [String: Int] = [:]
    /// A trie over the bytes of the texts: node and byte to node.
    private var steps: [Int: Int] = [:]
    private var ends: [Int?] = [nil]

    /// The number of the letter whose text is `text`.
    func number(_ text: String) -> Int? { numbers[text] }

    /// Enters a letter.
    mutating func insert(_ text: String, number: Int) {
        numbers[text] = number
        var node = 0
        for byte in text.utf8 {
            let step = node << 8 | Int(byte)
            if let next = steps[step] {
                node = next
            } else {
                ends.append(nil)
                node = ends.count - 1
                steps[step] = node
            }
        }
        ends[node] = number
    }

    /// The longest letter that begins at `offset` of `bytes`.
    ///
    /// - Complexity: O(length of the longest letter).
    func match(_ bytes: [UInt8], at offset: Int) -> (number: Int, length: Int)? {
        var node = 0
        var index = offset
        var found: (number: Int, length: Int)?
        while index < bytes.count, let next = steps[node << 8 | Int(bytes[index])] {
            node = next
            index += 1
            if let number = ends[node] { found = (number, index - offset) }
        }
        return found
    }
}
