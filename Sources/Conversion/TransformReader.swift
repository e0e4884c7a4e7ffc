import Text
import Diagnostics
import ICU

/// Reads the file of a transform, and says what is wrong with it.
struct TransformReader {
    /// A keyword of the head.
    enum Keyword: String, CaseIterable {
        case transform, from, to, title, version, licence, status, source, rules, tests

        /// A statement of it, for messages.
        var example: String {
            switch self {
            case .transform: "transform 1"
            case .from: "from blt-Tavt"
            case .to: "to blt-Latn"
            case .title: "title (vi) Chữ Thái sang chữ Latinh"
            case .version: "version 1.0"
            case .licence: "licence CC0-1.0"
            case .status: "status draft"
            case .source: "source unicode The Unicode Standard, block Tai Viet"
            case .rules: "rules"
            case .tests: "tests"
            }
        }
    }

    private let text: SourceText
    private(set) var report: TransformReport
    private var seen: [Keyword: Range<Int>] = [:]
    private var head = TransformInfo()
    private var hasTitle = false
    private var titleRanges: [String: Range<Int>] = [:]
    private var sourceRanges: [String: Range<Int>] = [:]
    private var formRanges: (from: Range<Int>?, to: Range<Int>?) = (nil, nil)

    init(_ text: SourceText) {
        self.text = text
        report = TransformReport(text)
    }

    /// The head; nil when it has an error.
    mutating func info() -> TransformInfo? {
        guard isText(), readHead() != nil, !report.hasErrors else { return nil }
        return head
    }

    /// The whole; nil when it has an error.
    mutating func transform() -> Transform? {
        guard isText(), let firstRule = readHead() else { return nil }
        let end = testsLine(from: firstRule)
        let start = text.lineRange(firstRule).lowerBound
        let rules = start..<max(start, end.map { text.lineRange($0).lowerBound } ?? text.bytes.count)
        let pairs = readTests(from: end.map { $0 + 1 })
        guard let compiled = compile(rules) else { return nil }
        let transform = Transform(info: head, tests: pairs.map(\.pair), rules: compiled)
        for (pair, range) in pairs {
            var converter = TransformConverter(transform)
            let found = String(decoding: converter.convertAll(Array(pair.input.utf8)), as: UTF8.self)
            if converter.problems[.overgrown] != nil {
                report.add(.overgrownTest(pair.input), at: range)
                continue
            }
            // By code points, for which letters are meant is what is tested.
            if !found.unicodeScalars.elementsEqual(pair.expected.unicodeScalars) {
                report.add(.failedTest(pair.input, found: found, expected: pair.expected), at: range)
            }
        }
        return report.hasErrors ? nil : transform
    }

    /// Whether the file is UTF-8 of a size that can be read.
    private mutating func isText() -> Bool {
        if text.bytes.count > Transform.sizeLimit {
            report.add(.tooLarge, at: 0..<0)
            return false
        }
        if let range = text.illFormedRange {
            report.add(.illFormed, at: range)
            return false
        }
        return true
    }

    // MARK: The head

    /// Reads the statements up to `rules`.
    ///
    /// - Returns: The line after `rules`; nil when there is no such statement.
    private mutating func readHead() -> Int? {
        for index in 0..<text.lineCount {
            let line = trimmed(text.lineRange(index))
            guard let first = line.first, text.bytes[first] != 0x23 else { continue }
            let word = word(at: line)
            let value = trimmed(word.upperBound..<line.upperBound)
            guard let keyword = read(word, value) else { continue }
            if keyword == .rules {
                finishHead(at: word)
                return index + 1
            }
        }
        finishHead(at: text.bytes.count..<text.bytes.count)
        return nil
    }

    private mutating func read(_ word: Range<Int>, _ value: Range<Int>) -> Keyword? {
        let name = text.text(word)
        guard let keyword = Keyword(rawValue: name) else {
            let meant = Keyword.allCases.map(\.rawValue).min {
                editDistance(Array(name), Array($0)) < editDistance(Array(name), Array($1))
            }.flatMap { editDistance(Array(name), Array($0)) <= 2 ? $0 : nil }
            report.add(
                .unknownKeyword(name, suggestion: meant), at: word,
                fixIts: meant.map { [.init("write '\($0)'", [.init(word, $0)])] } ?? [])
            return nil
        }
        if keyword == .tests { return nil }
        if let first = seen[keyword], keyword != .title, keyword != .source {
            report.add(
                .repeated(name), at: word, notes: [.init(TransformMessage.firstHere, at: first, in: text)])
            return nil
        }
        if keyword != .transform, seen.isEmpty { report.add(.headNotFirst, at: word) }
        if seen[keyword] == nil { seen[keyword] = word }
        if keyword == .rules { return keyword }
        guard !value.isEmpty else {
            report.add(.empty(name, example: keyword.example), at: word)
            return keyword
        }
        take(keyword, value)
        return keyword
    }

    private mutating func take(_ keyword: Keyword, _ value: Range<Int>) {
        let content = text.text(value)
        switch keyword {
        case .transform: if content != "1" { report.add(.wrongVersion(content), at: value) }
        case .from, .to:
            guard isFormName(content) else {
                report.add(.badForm(content), at: value)
                return
            }
            if keyword == .from {
                head.from = content
                formRanges.from = value
            } else {
                head.to = content
                formRanges.to = value
            }
        case .title: takeTitle(value)
        case .version: head.version = content
        case .licence: head.licence = content
        case .status:
            if content == "stable" || content == "draft" {
                head.status = content
            } else {
                report.add(.badStatus(content), at: value)
            }
        case .source: takeSource(value)
        case .rules, .tests: break
        }
    }

    /// `title Own words` or `title (en) Words of that language`.
    private mutating func takeTitle(_ value: Range<Int>) {
        guard text.bytes[value.lowerBound] == 0x28, let close = value.first(where: { text.bytes[$0] == 0x29 })
        else {
            guard !hasTitle else {
                let first = titleRanges[""].map {
                    [Diagnostic.Note(TransformMessage.firstHere, at: $0, in: text)]
                }
                report.add(.repeated("title"), at: value, notes: first ?? [])
                return
            }
            hasTitle = true
            titleRanges[""] = value
            head.title = text.text(value)
            return
        }
        let language = text.text(value.lowerBound + 1..<close)
        let title = trimmed(close + 1..<value.upperBound)
        guard isFormName(language), !title.isEmpty else {
            report.add(.empty("title (\(language))", example: Keyword.title.example), at: value)
            return
        }
        if let first = titleRanges[language] {
            report.add(
                .repeated("title (\(language))"), at: value,
                notes: [.init(TransformMessage.firstHere, at: first, in: text)])
            return
        }
        titleRanges[language] = value
        head.titles.append((language, text.text(title)))
    }

    /// `source id text`.
    private mutating func takeSource(_ value: Range<Int>) {
        let id = word(at: value)
        let name = text.text(id)
        let what = trimmed(id.upperBound..<value.upperBound)
        guard !what.isEmpty else {
            report.add(.empty("source \(name)", example: Keyword.source.example), at: value)
            return
        }
        if let first = sourceRanges[name] {
            report.add(
                .repeated("source \(name)"), at: id,
                notes: [.init(TransformMessage.firstHere, at: first, in: text)])
            return
        }
        sourceRanges[name] = id
        head.sources.append(TransformInfo.Origin(id: name, text: text.text(what)))
    }

    /// Says what the head lacks, at `end`, where it ends.
    private mutating func finishHead(at end: Range<Int>) {
        for keyword in Keyword.allCases where ![.version, .tests].contains(keyword) && seen[keyword] == nil {
            report.add(.missing(keyword.rawValue, example: keyword.example), at: end)
        }
        if seen[.title] != nil, !hasTitle, !titleRanges.isEmpty {
            report.add(.missing("title", example: "title ꪎꪳ ꪼꪕ"), at: end)
        }
        if !head.from.isEmpty, head.from == head.to, let range = formRanges.to {
            report.add(.sameForms(head.from), at: range)
        }
    }

    // MARK: Rules and tests

    /// The first line from `line` on that is `tests` and nothing else.
    private func testsLine(from line: Int) -> Int? {
        (line..<max(line, text.lineCount)).first { text.text(trimmed(text.lineRange($0))) == "tests" }
    }

    private mutating func compile(_ range: Range<Int>) -> Transliterator? {
        let rules = text.text(range)
        do {
            return try Transliterator(rules: rules)
        } catch {
            report.add(.badRule(error), at: place(of: error, in: range, rules))
            return nil
        }
    }

    /// The bytes of the rule that is wrong: to its semicolon or the end of its line.
    private func place(of error: TransliterationRuleError, in range: Range<Int>, _ rules: String) -> Range<
        Int
    > {
        guard let offset = error.offset else {
            return hidden(error, in: range) ?? unknownName(error, in: range) ?? seen[.rules] ?? range
        }
        let units = rules.utf16
        let index = units.index(units.startIndex, offsetBy: min(max(offset, 0), units.count))
        var start = range.lowerBound + rules.utf8.distance(from: rules.startIndex, to: index)
        // ICU tells where it stopped, which may be the white space before a rule.
        while start < range.upperBound, isSpace(text.bytes[start]) || text.bytes[start] == 0x0A { start += 1 }
        var end = start
        while end < range.upperBound, text.bytes[end] != 0x0A, text.bytes[end] != 0x0D {
            end += 1
            if text.bytes[end - 1] == 0x3B { break }
        }
        return start..<max(start, end)
    }

    /// Where the rule stands that an earlier one hides: ICU writes its beginning anew, spaces and all.
    private func hidden(_ error: TransliterationRuleError, in range: Range<Int>) -> Range<Int>? {
        let wanted = error.after.utf8.filter { !isSpace($0) && $0 != 0x3B }
        guard !wanted.isEmpty else { return nil }
        for index in 0..<text.lineCount {
            let line = trimmed(text.lineRange(index))
            guard line.lowerBound >= range.lowerBound, line.upperBound <= range.upperBound else { continue }
            if text.bytes[line].filter({ !isSpace($0) }).starts(with: wanted) { return line }
        }
        return nil
    }

    /// Where a transform of ICU is called by a name that ICU does not know, such as `::Nowhere;`.
    private func unknownName(_ error: TransliterationRuleError, in range: Range<Int>) -> Range<Int>? {
        guard error.name == "U_INVALID_ID" else { return nil }
        for start in range
        where text.bytes[start] == 0x3A && range.contains(start + 1) && text.bytes[start + 1] == 0x3A {
            guard
                let end = (start..<range.upperBound).first(where: {
                    text.bytes[$0] == 0x3B || text.bytes[$0] == 0x0A
                })
            else { continue }
            let statement = start..<(text.bytes[end] == 0x3B ? end + 1 : end)
            if (try? Transliterator(rules: text.text(statement))) == nil { return statement }
        }
        return nil
    }

    private mutating func readTests(from line: Int?) -> [(pair: Transform.Pair, range: Range<Int>)] {
        var pairs: [(pair: Transform.Pair, range: Range<Int>)] = []
        guard let line else {
            report.add(.noTests, at: seen[.rules] ?? 0..<0)
            return []
        }
        let bytes = text.bytes
        var hasLines = false
        for index in line..<max(line, text.lineCount) {
            let range = trimmed(text.lineRange(index))
            guard let first = range.first, bytes[first] != 0x23 else { continue }
            hasLines = true
            let arrow = range.dropLast().first {
                bytes[$0] == 0x2D && bytes[$0 + 1] == 0x3E && $0 > range.lowerBound && isSpace(bytes[$0 - 1])
            }
            guard let arrow else {
                report.add(.badTest(text.text(range)), at: range)
                continue
            }
            let input = text.text(trimmed(range.lowerBound..<arrow))
            let expected = text.text(trimmed(arrow + 2..<range.upperBound))
            pairs.append((Transform.Pair(input: input, expected: expected.normalized(.nfc)), range))
        }
        if !hasLines { report.add(.noTests, at: text.lineRange(line - 1)) }
        return pairs
    }

    // MARK: Pieces of lines

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

    /// `range` without white space at its ends.
    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = max(start, range.upperBound)
        while start < end, isSpace(text.bytes[start]) { start += 1 }
        while end > start, isSpace(text.bytes[end - 1]) { end -= 1 }
        return start..<end
    }

    /// The bytes of `range` up to the first white space.
    private func word(at range: Range<Int>) -> Range<Int> {
        let end = range.first { isSpace(text.bytes[$0]) } ?? range.upperBound
        return range.lowerBound..<end
    }

    /// Whether `name` can be the name of a form: parts of letters and digits, joined by hyphens.
    private func isFormName(_ name: String) -> Bool {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        return parts.allSatisfy { part in
            (1...12).contains(part.utf8.count)
                && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        } && name.first.map { $0.isLowercase } == true
    }
}
