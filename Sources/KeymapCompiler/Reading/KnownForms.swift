/// The forms that a grammar lists, so that what adds nothing to them is found.
struct KnownForms {
    /// Forms of one kind mean the same when their letters are the same.
    struct Kind: Hashable {
        var keyword: String
        var tones: [Int]?
        var after: [[Int]]?
        var needsTone = false
    }

    /// The word that lists each sequence of letters, and each form as it is written.
    private var sequences: [Kind: [[Int]: Word]] = [:]
    private var texts: [Kind: [String: Word]] = [:]
    private var count = 0

    /// How many sequences are looked at, of one form and of all.
    private static let limits = (form: 4096, all: 200_000)

    /// Adds `form`, which is written as `word`.
    ///
    /// - Returns: A word before it that lists what it lists, when it adds nothing.
    mutating func insert(_ form: KeymapDefinition.Form, _ word: Word, _ kind: Kind) -> Word? {
        if let first = texts[kind, default: [:]][word.text] { return first }
        texts[kind, default: [:]][word.text] = word
        guard count < KnownForms.limits.all, let all = KnownForms.sequences(of: form), let one = all.first
        else {
            return nil
        }
        if let first = sequences[kind]?[one], all.allSatisfy({ sequences[kind]?[$0] != nil }) { return first }
        for sequence in all where sequences[kind, default: [:]][sequence] == nil {
            sequences[kind, default: [:]][sequence] = word
            count += 1
        }
        return nil
    }

    /// All sequences of letters that `form` allows; nil when there is no end of them, or nearly.
    private static func sequences(of form: KeymapDefinition.Form) -> [[Int]]? {
        var found: [[Int]] = [[]]
        for element in form {
            guard element.repetition == .once || element.repetition == .optional else { return nil }
            let choices = element.alternatives + (element.repetition == .optional ? [[]] : [])
            guard found.count * choices.count <= limits.form else { return nil }
            found = found.flatMap { start in choices.map { start + $0 } }
        }
        return found
    }
}
