import Text

/// A keyword with which a statement of a header begins.
public protocol HeaderKeyword: RawRepresentable, CaseIterable, Hashable where RawValue == String {
    /// A statement of it, as messages show it.
    var example: String { get }
    /// Whether there may be several statements of it.
    var isRepeatable: Bool { get }
}

/// What is reported about the header of every kind of source, in the words of its compiler.
public protocol HeaderMessage: DiagnosticMessage {
    /// A line begins with `found`, which is not a keyword; `meant` is one that is near.
    static func unknownKeyword(_ found: String, meant: String?) -> Self
    /// What may be stated once is stated again.
    static func repeatedKeyword(_ keyword: String) -> Self
    /// Nothing follows the keyword.
    static func emptyKeyword(_ keyword: String, example: String) -> Self
    /// A statement that every source needs is not there.
    static func missingKeyword(_ keyword: String, example: String) -> Self
}

/// Reads the statements of a header: a keyword, then a value to the end of the line.
///
///     var reader = HeaderReader<Keyword, LexiconMessage>()
///     for line in header {
///         guard let (word, value) = text.firstWord(of: line),
///             let keyword = reader.keyword(at: word, among: Keyword.allCases, &report),
///             reader.takes(keyword, at: word, value, &report)
///         else { continue }
///         // What the value means is for the compiler to say.
///     }
///     reader.require([.language, .title], at: end, &report)
///
/// Lexicons and transforms share this grammar: what is unknown, stated twice, empty or missing, and the two statements
/// whose values have parts, `title (vi) text` and `source id text`.
public struct HeaderReader<Keyword: HeaderKeyword, Message: HeaderMessage> {
    /// What stands before each keyword.
    public let prefix: String
    /// The keywords that were met, and where first.
    public private(set) var seen: [Keyword: Range<Int>] = [:]
    private var titles: [String: Range<Int>] = [:]
    private var sources: [String: Range<Int>] = [:]

    /// A reader of statements whose keywords stand behind `prefix`.
    public init(prefix: String = "") { self.prefix = prefix }

    /// The keyword at `word`; nil when there is none of that name, which is reported with the nearest among `known`.
    public func keyword(
        at word: Range<Int>, among known: some Sequence<Keyword>, _ report: inout Report<Message>
    ) -> Keyword? {
        let name = report.text.text(word)
        if let keyword = Keyword(rawValue: name) { return keyword }
        let meant = closest(name, among: known.map(\.rawValue))
        report.add(
            .unknownKeyword(prefix + name, meant: meant.map { prefix + $0 }), at: word,
            fixIts: meant.map { [.write($0, at: word)] } ?? [])
        return nil
    }

    /// Whether the statement of `keyword` at `word` is to be read: it is not there twice, and has a value if it
    /// `needsValue`.
    public mutating func takes(
        _ keyword: Keyword, at word: Range<Int>, _ value: Range<Int>, needsValue: Bool = true,
        _ report: inout Report<Message>
    ) -> Bool {
        if let first = seen[keyword] {
            guard keyword.isRepeatable else {
                report.add(
                    .repeatedKeyword(prefix + keyword.rawValue), at: word,
                    notes: [.firstHere(first, in: report.text)])
                return false
            }
        } else {
            seen[keyword] = word
        }
        guard !needsValue || !value.isEmpty else {
            report.add(empty(keyword), at: word)
            return false
        }
        return true
    }

    /// The parts of `title Own words` or `title (en) Words of that language`; nil when it is not to be read.
    ///
    /// `isLanguage` decides whether a range names a language; where it does not, it has reported that.
    public mutating func title(
        _ keyword: Keyword, at word: Range<Int>, _ value: Range<Int>, _ report: inout Report<Message>,
        isLanguage: (Range<Int>, inout Report<Message>) -> Bool
    ) -> (language: Range<Int>?, text: Range<Int>)? {
        let text = report.text
        guard text.bytes[value.lowerBound] == 0x28, let close = value.first(where: { text.bytes[$0] == 0x29 })
        else {
            guard let first = titles[""] else {
                titles[""] = value
                return (nil, value)
            }
            report.add(
                .repeatedKeyword(prefix + keyword.rawValue), at: word, notes: [.firstHere(first, in: text)])
            return nil
        }
        let language = text.trimmed((value.lowerBound + 1)..<close)
        let title = text.trimmed((close + 1)..<value.upperBound)
        guard isLanguage(language, &report) else { return nil }
        let name = text.text(language)
        guard !title.isEmpty else {
            report.add(empty(keyword, " (\(name))"), at: value)
            return nil
        }
        if let first = titles[name] {
            report.add(
                .repeatedKeyword(prefix + "\(keyword.rawValue) (\(name))"), at: value,
                notes: [.firstHere(first, in: text)])
            return nil
        }
        titles[name] = language
        return (language, title)
    }

    /// The parts of `source id text`; nil when the id is there twice.
    ///
    /// A source without a text is reported, and given with an empty one.
    ///
    /// `repeated` is what is reported when the id is there twice.
    public mutating func source(
        _ keyword: Keyword, _ value: Range<Int>, _ report: inout Report<Message>,
        repeated: (String) -> Message
    ) -> (id: Range<Int>, text: Range<Int>)? {
        guard let (id, text) = report.text.firstWord(of: value) else { return nil }
        let name = report.text.text(id)
        if text.isEmpty {
            report.add(empty(keyword, " \(name)"), at: value)
        } else if let first = sources[name] {
            report.add(repeated(name), at: id, notes: [.firstHere(first, in: report.text)])
            return nil
        }
        if sources[name] == nil { sources[name] = id }
        return (id, text)
    }

    /// Reports which of the keywords `required` were not met, at `end`, where the header ends.
    ///
    /// `title` is the keyword of titles, one of which has no language; `example` is an own title, as messages show it.
    public func require(
        _ required: [Keyword], title: Keyword, example: String, at end: Range<Int>,
        _ report: inout Report<Message>
    ) {
        for keyword in required where seen[keyword] == nil {
            report.add(
                .missingKeyword(prefix + keyword.rawValue, example: prefix + keyword.example), at: end)
        }
        if titles[""] == nil, !titles.isEmpty {
            report.add(.missingKeyword(prefix + title.rawValue, example: prefix + example), at: end)
        }
    }

    private func empty(_ keyword: Keyword, _ part: String = "") -> Message {
        .emptyKeyword(prefix + keyword.rawValue + part, example: prefix + keyword.example)
    }
}
