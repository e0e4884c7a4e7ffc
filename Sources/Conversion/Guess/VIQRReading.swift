/// A text in ASCII, read as VIQR: how many words it has, how many with marks, and how good these are.
struct VIQRReading {
    private(set) var words = 0
    private(set) var marked = 0
    private(set) var score = 0.0
    /// The different good words.
    private(set) var kinds: Set<String> = []

    /// How few different words with marks say nothing.
    static let fewestWords = 3

    init(_ bytes: [UInt8]) {
        var decoder = TableDecoder(.viqr, ConversionOptions())
        let text = String(decoding: decoder.convertAll(bytes), as: UTF8.self)
        var good = 0
        var known: [Substring: Bool] = [:]
        for word in text.split(whereSeparator: { !$0.isLetter }) {
            words += 1
            guard word.utf8.count > word.count else { continue }
            marked += 1
            let isGood = known[word] ?? (WordKind(String(word)) == .vietnamese)
            known[word] = isGood
            guard isGood else { continue }
            good += 1
            kinds.insert(String(word))
        }
        if marked > 0 { score = Double(good) / Double(marked) }
    }
}
