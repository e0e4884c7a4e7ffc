import Lexicon

/// Asks `trie` for every beginning of every key of `list`, byte by byte, and compares the ranks with the list.
///
/// Most beginnings are not keys, so that they are misses as well.
///
/// - Throws: ``Trouble`` with the first beginning that is answered wrongly.
func checkBeginnings(of list: KeyList, in trie: Trie) throws {
    // For each length, where the keys begin that begin as the current one.
    var starts: [Int] = []
    for (index, key) in list.keys.enumerated() {
        for _ in starts.count..<max(starts.count, key.count) { starts.append(index) }
        let next = index + 1 < list.keys.count ? list.keys[index + 1] : []
        var shared = 0
        while shared < min(key.count, next.count), key[shared] == next[shared] { shared += 1 }
        while starts.count > shared {
            let beginning = Array(key.prefix(starts.count))
            let start = starts.removeLast()
            guard trie.range(beginningWith: beginning) == start..<index + 1,
                trie.rank(of: beginning) == (list.keys[start] == beginning ? start : nil)
            else { throw Trouble("\(list.title): '\(String(decoding: beginning, as: UTF8.self))' is answered wrongly") }
        }
    }
}
