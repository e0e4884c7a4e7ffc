import Diagnostics

/// A statement: its keyword, the line it stands in, and the indented lines below.
struct Statement {
    var keyword: Keyword
    /// The keyword itself.
    var word: Word
    /// The line of the keyword, without it.
    var head: Line
    /// The indented lines, in order.
    var block: [Line] = []

    /// The words after the keyword, in continued lines too.
    var words: [Word] { head.words + block.flatMap(\.words) }

    /// The bytes after the keyword where a missing word should have been.
    var end: Range<Int> {
        let words = keyword.hasBlock ? head.words : words
        let end = words.last?.range.upperBound ?? word.range.upperBound
        return end..<end
    }
}

/// A source cut into statements, whatever is wrong with them.
struct Statements {
    private(set) var statements: [Statement] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Whether the source is not text, which is all that is reported then.
    private(set) var isUnreadable = false

    private let source: SourceText
    private let reports: Reports
    /// Whether indented lines belong to the last statement; not after one that is unknown.
    private var isOpen = false
    private var unknownCount = 0
    /// Whether a line begins with `tests`, or it is known that one should.
    private var hasTests = false

    init(_ source: SourceText) {
        self.source = source
        reports = Reports(source: source)
        if let unreadable = source.unreadable {
            isUnreadable = true
            diagnostics = [reports.diagnostic(.unreadable(unreadable), unreadable.range)]
            return
        }
        hasTests = (0..<source.lineCount).contains { index in
            source.firstWord(of: source.lineRange(index)).map { source.text($0.word) == "tests" } ?? false
        }
        let reader = LineReader(source)
        for index in 0..<source.lineCount {
            let freeText = isOpen && statements.last?.keyword.isFreeText == true
            let line = reader.line(index, freeText: freeText, diagnostics: &diagnostics)
            guard let first = line.words.first else { continue }
            if line.column == 0 { begin(line, first) } else { carryOn(line, first) }
        }
    }

    // MARK: Lines in column 1

    private mutating func begin(_ line: Line, _ first: Word) {
        if let keyword = Keyword(rawValue: first.text) {
            open(keyword, line)
        } else if isOpen, let last = statements.last, fits(line, in: last.keyword) {
            diagnostics.append(reports.notIndented(first, in: last.word))
            add(line)
        } else if reportComment(first) {
            return
        } else if isStrayTest(line) {
            let isFirst = !hasTests
            beginTests(at: line)
            guard isFirst else { return }
            diagnostics.append(reports.notIndented(first, in: first.part(0..<0)))
            add(line)
        } else {
            let closest = closestKeyword(first.text)
            diagnostics.append(reports.unknownStatement(first, closest: closest?.rawValue))
            if let closest { open(closest, line) } else { isOpen = false }
        }
    }

    private mutating func open(_ keyword: Keyword, _ line: Line) {
        var head = line
        let word = head.words.removeFirst()
        statements.append(Statement(keyword: keyword, word: word, head: head))
        isOpen = true
    }

    /// The keyword that is meant; not looked for in a file that is not a keymap at all.
    private mutating func closestKeyword(_ text: String) -> Keyword? {
        unknownCount += 1
        guard unknownCount <= 100 else { return nil }
        let others = [
            "license": Keyword.licence, "diacritics": .marks, "class": .letters, "classes": .letters,
        ]
        if let keyword = others[text.lowercased()] { return keyword }
        return closestWord(text, among: Keyword.allCases.map(\.rawValue)).flatMap { Keyword(rawValue: $0) }
    }

    /// Whether a line in column 1 looks like one that belongs into the block of `keyword`.
    private func fits(_ line: Line, in keyword: Keyword) -> Bool {
        let words = line.words
        switch keyword {
        case .letters:
            return words.count > 1 && words[1].text == "=" || words.allSatisfy { $0.text.count == 1 }
        case .marks, .tones: return words.dropFirst().prefix(2).contains { $0.text == ":" }
        case .repair, .rules, .backspace, .keys, .tests: return line.hasArrow
        case .reorder: return line.contains(":")
        case .syllable, .place, .cluster: return keyword.lineKeywords.contains(words[0].text)
        default: return false
        }
    }

    // MARK: Indented lines

    private mutating func carryOn(_ line: Line, _ first: Word) {
        if let keyword = Keyword(rawValue: first.text), isStatement(line) {
            diagnostics.append(
                reports.diagnostic(
                    .indentedStatement(first.text), first.range,
                    fixIts: [reports.removing(line.indentation, .removeIndentation)]))
            open(keyword, line)
        } else if isStrayTest(line) {
            let isFirst = !hasTests
            beginTests(at: line)
            if isFirst { add(line) }
        } else if isOpen, let last = statements.last, Statements.hasNoSigns(last.keyword, line),
            reportComment(first)
        {
            return
        } else if isOpen {
            add(line)
        } else if statements.isEmpty, diagnostics.isEmpty {
            diagnostics.append(reports.unexpectedText(line.range, .beforeFirstStatement))
        }
    }

    /// Whether an indented line that begins with a keyword is meant as a statement.
    private func isStatement(_ line: Line) -> Bool {
        guard isOpen, let last = statements.last else { return statements.isEmpty }
        let words = line.words
        switch last.keyword {
        // Any word may be one to keep: source, part, rules.
        case .title, .source, .keep: return false
        case .letters: return words.count < 2 || words[1].text != "="
        case .marks, .tones: return !words.dropFirst().prefix(2).contains { $0.text.hasSuffix(":") }
        case .repair, .rules, .backspace, .keys: return !line.hasArrow
        case .reorder: return !line.words.contains { $0.text.hasSuffix(":") }
        case .cluster where last.keyword.lineKeywords.contains(words[0].text): return false
        case .tests: return !line.hasArrow
        default: return true
        }
    }

    // MARK: Comments and tests

    /// Whether lines of `keyword` begin with no sign, so that `//` and `#k` at the start of `line` are meant as a comment.
    private static func hasNoSigns(_ keyword: Keyword, _ line: Line) -> Bool {
        switch keyword {
        case .letters, .marks, .tones: line.words.count < 2 || !["=", ":"].contains(line.words[1].text)
        case .syllable, .place, .cluster, .language, .version, .licence, .status, .include, .option: true
        default: false
        }
    }

    /// Reports a comment that does not begin with `#` and a blank, if `word` is its beginning.
    private mutating func reportComment(_ word: Word) -> Bool {
        guard let comment = reports.comment(word) else { return false }
        diagnostics.append(comment)
        return true
    }

    /// Whether `line` is a test that stands in no `tests` statement.
    private func isStrayTest(_ line: Line) -> Bool {
        guard line.hasTestArrow else { return false }
        switch statements.last?.keyword {
        case .title, .source, .tests, nil: return false
        // What has the arrow of a test after lines that have those of rules is one.
        case .repair, .rules, .backspace, .keys:
            let block = statements.last?.block ?? []
            return !hasTests && !block.isEmpty && block.allSatisfy { $0.contains(">") }
        default: return true
        }
    }

    /// Reports that `tests` is missing before `line`, and goes on as if it were there.
    ///
    /// Where the source has tests elsewhere, the line is left out: what follows it may be anything.
    private mutating func beginTests(at line: Line) {
        let start = source.lineRange(source.position(of: line.range.lowerBound).line - 1).lowerBound
        diagnostics.append(
            reports.diagnostic(
                .missingTests, line.range,
                fixIts: [reports.fix(.add("tests"), [.init(start..<start, "tests\n")], isObvious: !hasTests)])
        )
        guard !hasTests else { return }
        let word = Word(text: "", range: start..<start, isExact: false)
        let head = Line(words: [], range: start..<start, indentation: start..<start, column: 0)
        statements.append(Statement(keyword: .tests, word: word, head: head))
        isOpen = true
        hasTests = true
    }

    private mutating func add(_ line: Line) {
        let index = statements.count - 1
        let keywords = statements[index].keyword.lineKeywords
        guard !keywords.isEmpty, let first = statements[index].block.first, line.column > 0,
            line.column != first.column
        else {
            statements[index].block.append(line)
            return
        }
        if keywords.contains(line.words[0].text) {
            let indentation = source.text(first.indentation)
            diagnostics.append(reports.unevenIndentation(line, as: indentation))
            statements[index].block.append(line)
        } else if line.column > first.column {
            // A line further in continues the one above.
            let last = statements[index].block.count - 1
            statements[index].block[last].words += line.words
            let start = statements[index].block[last].range.lowerBound
            statements[index].block[last].range = start..<line.range.upperBound
            statements[index].block[last].comment = line.comment
        } else {
            statements[index].block.append(line)
        }
    }
}
