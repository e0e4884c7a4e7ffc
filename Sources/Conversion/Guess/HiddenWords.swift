import ICU

/// Words that stand in a text in another form, each of them longer there than it is: `Tiáº¿ng` or `ti&#7871;ng`.
struct HiddenWords {
    /// How many words differ from the text as it stands, and how many of these are words of Vietnam's languages.
    private(set) var words = 0
    private(set) var good = 0
    /// The different good ones.
    private(set) var kinds: Set<String> = []

    /// What differs between `hidden`, the text as it stands, and `shown`, what was read in it; nil when nothing does.
    ///
    /// Both are UTF-8 and have the same blanks, since none is part of what a form hides.
    init?(hidden: [UInt8], shown: [UInt8]) {
        let before = HiddenWords.parts(hidden)
        let after = HiddenWords.parts(shown)
        // A blank among what was read: compared are the parts that are left.
        let old = Set(before)
        for part in after where !old.contains(part) {
            let text = String(decoding: part, as: UTF8.self)
            for word in text.split(whereSeparator: { !$0.isLetter }) where word.utf8.count > word.count {
                words += 1
                let word = String(word)
                guard WordKind(word) != .other else { continue }
                good += 1
                kinds.insert(word)
            }
        }
        if words == 0 { return nil }
    }

    /// The share of good words.
    var score: Double { words == 0 ? 0 : Double(good) / Double(words) }

    private static func parts(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        bytes.split { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    }
}
