import Conversion
import Diagnostics
import ICU

/// Reads the file of a transform, and reports what is wrong with it.
struct TransformReader {
    private let text: SourceText
    private(set) var report: Report<TransformMessage>
    private var statements = HeaderReader<TransformKeyword, TransformMessage>()
    private var head = TransformInfo()
    /// Where the form stands into which the text is brought.
    private var target: Range<Int>?

    init(_ text: SourceText) {
        self.text = text
        report = Report(text)
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
        if text.bytes.count > TransformCompiler.sizeLimit {
            report.add(.fileTooLarge(limit: TransformCompiler.sizeLimit), at: 0..<0)
            return false
        }
        if let unreadable = text.unreadable {
            report.add(.unreadable(unreadable), at: unreadable.range)
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
            guard let (word, value) = text.firstWord(of: text.lineRange(index)),
                text.bytes[word.lowerBound] != 0x23
            else { continue }
            if read(word, value) == .rules {
                finishHead(at: word)
                return index + 1
            }
        }
        finishHead(at: text.bytes.count..<text.bytes.count)
        return nil
    }

    private mutating func read(_ word: Range<Int>, _ value: Range<Int>) -> TransformKeyword? {
        let isFirst = statements.seen.isEmpty
        let keyword = statements.keyword(at: word, among: TransformKeyword.allCases, &report)
        guard let keyword, keyword != .tests else { return nil }
        if keyword != .transform, isFirst { report.add(.headNotFirst, at: word) }
        if statements.takes(keyword, at: word, value, needsValue: keyword != .rules, &report) {
            read(keyword, word, value)
        }
        return keyword
    }

    private mutating func read(_ keyword: TransformKeyword, _ word: Range<Int>, _ value: Range<Int>) {
        let content = text.text(value)
        switch keyword {
        case .transform: if content != "1" { report.add(.wrongVersion(content), at: value) }
        case .from: head.from = form(content, at: value) ?? ""
        case .to:
            head.to = form(content, at: value) ?? ""
            target = value
        case .title: readTitle(word, value)
        case .version: head.version = content
        case .licence: head.licence = content
        case .status:
            if content == "stable" || content == "draft" {
                head.status = content
            } else {
                report.add(.badStatus(content), at: value)
            }
        case .source:
            let source = statements.source(.source, value, &report) { .repeatedKeyword("source \($0)") }
            if let source {
                head.sources.append(.init(id: text.text(source.id), text: text.text(source.text)))
            }
        case .rules, .tests: break
        }
    }

    /// `name` if it can be the name of a form, which is reported if not.
    private mutating func form(_ name: String, at range: Range<Int>) -> String? {
        if TransformReader.isFormName(name) { return name }
        report.add(.badForm(name), at: range)
        return nil
    }

    private mutating func readTitle(_ word: Range<Int>, _ value: Range<Int>) {
        let title = statements.title(.title, at: word, value, &report) { language, report in
            let name = report.text.text(language)
            if TransformReader.isFormName(name) { return true }
            report.add(
                .emptyKeyword("title (\(name))", example: TransformKeyword.title.example), at: value)
            return false
        }
        guard let title else { return }
        if let language = title.language {
            head.titles.append((text.text(language), text.text(title.text)))
        } else {
            head.title = text.text(title.text)
        }
    }

    /// Reports what the head lacks, at `end`, where it ends.
    private mutating func finishHead(at end: Range<Int>) {
        let required = TransformKeyword.allCases.filter { $0 != .version && $0 != .tests }
        statements.require(required, title: .title, example: "title ꪎꪳ ꪼꪕ", at: end, &report)
        if !head.from.isEmpty, head.from == head.to, let target {
            report.add(.sameForms(head.from), at: target)
        }
    }

    // MARK: Rules and tests

    /// The first line from `line` on that is `tests` and nothing else.
    private func testsLine(from line: Int) -> Int? {
        (line..<max(line, text.lineCount)).first { text.text(text.trimmed(text.lineRange($0))) == "tests" }
    }

    private mutating func compile(_ range: Range<Int>) -> Transliterator? {
        // ICU ends a comment at a line feed; of every line end the bytes are as many as before.
        let rules = String(decoding: text.bytes[range].map { $0 == 0x0D ? 0x0A : $0 }, as: UTF8.self)
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
            return hidden(error, in: range) ?? unknownName(error, in: range) ?? statements.seen[.rules]
                ?? range
        }
        let units = rules.utf16
        let index = units.index(units.startIndex, offsetBy: min(max(offset, 0), units.count))
        var start = range.lowerBound + rules.utf8.distance(from: rules.startIndex, to: index)
        // ICU gives the place where it stopped, which may be the white space before a rule.
        while start < range.upperBound, isSpace(text.bytes[start]) || text.bytes[start] == 0x0A { start += 1 }
        var end = start
        while end < range.upperBound, text.bytes[end] != 0x0A, text.bytes[end] != 0x0D {
            end += 1
            if text.bytes[end - 1] == 0x3B { break }
        }
        return start..<max(start, end)
    }

    /// Where the rule stands that an earlier one hides: ICU writes its beginning again, spaces and all.
    private func hidden(_ error: TransliterationRuleError, in range: Range<Int>) -> Range<Int>? {
        let wanted = error.after.utf8.filter { !isSpace($0) && $0 != 0x3B }
        guard !wanted.isEmpty else { return nil }
        for index in 0..<text.lineCount {
            let line = text.trimmed(text.lineRange(index))
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
            report.add(.noTests, at: statements.seen[.rules] ?? 0..<0)
            return []
        }
        let bytes = text.bytes
        var hasLines = false
        for index in line..<max(line, text.lineCount) {
            let range = text.trimmed(text.lineRange(index))
            guard let first = range.first, bytes[first] != 0x23 else { continue }
            hasLines = true
            let arrow = range.dropLast().first {
                bytes[$0] == 0x2D && bytes[$0 + 1] == 0x3E && $0 > range.lowerBound && isSpace(bytes[$0 - 1])
            }
            guard let arrow else {
                report.add(.badTest(text.text(range)), at: range)
                continue
            }
            let input = text.text(text.trimmed(range.lowerBound..<arrow))
            let expected = text.text(text.trimmed(arrow + 2..<range.upperBound))
            pairs.append((Transform.Pair(input: input, expected: expected.normalized(.nfc)), range))
        }
        if !hasLines { report.add(.noTests, at: text.lineRange(line - 1)) }
        return pairs
    }

    // MARK: Pieces of lines

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

    /// Whether `name` can be the name of a form: parts of letters and digits, joined by hyphens.
    private static func isFormName(_ name: String) -> Bool {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        return parts.allSatisfy { part in
            (1...12).contains(part.utf8.count)
                && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        } && name.first.map { $0.isLowercase } == true
    }
}
