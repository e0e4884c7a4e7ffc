import Text
internal import Composition
internal import Diagnostics
internal import ICU

extension Resolution {
    /// The version of the language that this parser reads.
    static let languageVersion = 1

    /// Reads what a keymap says of itself.
    ///
    /// - Returns: False when the rest is written in a language that this parser does not know.
    mutating func readHeader() -> Bool {
        tellDuplicates()
        guard readVersion() else { return false }
        for statement in statements {
            switch statement.keyword {
            case .part:
                isPart = true
                expectNoMore(statement.words, after: "'part'")
            case .language: readLanguage(statement)
            case .title: readTitle(statement)
            case .version:
                if let word = theWord(statement, "the version of the keymap (such as 1.0)") {
                    definition.info.version = word.text
                }
            case .licence: readLicence(statement)
            case .status:
                if let word = theWord(statement, "'stable' or 'draft'") {
                    let status = choice(word, ["stable": "stable", "draft": "draft"], of: "status")
                    definition.info.status = status ?? "draft"
                }
            case .source:
                if let text = freeText(statement, from: 0) {
                    definition.info.sources.append(text)
                } else if !statement.head.isBroken {
                    report(
                        messages.missingText(
                            statement.end, "where the letters and keys come from", after: "source"))
                }
            default: break
            }
        }
        return true
    }

    /// The names of the keymaps to be included.
    mutating func includeWords() -> [Word] {
        var words: [Word] = []
        for statement in statements(.include) {
            guard let word = theWord(statement, "the name of a keymap (such as vi/telex)") else { continue }
            if let first = words.first(where: { $0.text == word.text }) {
                let range = statement.word.range.lowerBound..<word.range.upperBound
                report(messages.duplicateStatement("include \(word.text)", range, first: first))
            } else {
                words.append(word)
            }
        }
        return words
    }

    /// Tells which of the statements that a keymap needs are missing.
    mutating func readRequired(_ included: [KeymapParser.Included]) {
        for keyword in Keyword.allCases where keyword.isRequired {
            let hasKeys = statements.contains { $0.keyword == .keys }
            if keyword == .letters, !included.isEmpty || isPart || hasKeys { continue }
            let isThere = statements.contains { $0.keyword == keyword }
            if !isThere {
                report(messages.missingStatement(keyword, at: placeForMissing(keyword)))
            } else if keyword == .title, definition.info.title.isEmpty, hasOnlyForeignTitles {
                report(messages.missingStatement(keyword, at: placeForMissing(keyword)))
            }
        }
    }

    private var hasOnlyForeignTitles: Bool {
        statements(.title).allSatisfy { !$0.head.isBroken && $0.words.first?.text.hasPrefix("(") == true }
    }

    /// The start of the line where a missing statement belongs: after the ones that usually stand before it.
    private func placeForMissing(_ keyword: Keyword) -> Int {
        guard keyword != .keymap else { return source.lineStarts.first ?? 0 }
        let before = Keyword.allCases.prefix { $0 != keyword }
        let last = statements.last { before.contains($0.keyword) }
        let offset = last.map { $0.block.last?.range.upperBound ?? $0.head.range.upperBound } ?? 0
        let line = source.position(of: offset).line
        return line < source.lineStarts.count && last != nil
            ? source.lineStarts[line] : last == nil ? (source.lineStarts.first ?? 0) : source.bytes.count
    }

    private mutating func tellDuplicates() {
        var first: [Keyword: Word] = [:]
        for statement in statements where !statement.keyword.isRepeatable {
            if let word = first[statement.keyword] {
                let keyword = statement.keyword.rawValue
                let range = statement.word.range.lowerBound..<statement.end.upperBound
                report(messages.duplicateStatement(keyword, range, first: word))
            } else {
                first[statement.keyword] = statement.word
            }
        }
    }

    private mutating func readVersion() -> Bool {
        guard let statement = statements(.keymap).first else { return true }
        if let first = statements.first, first.keyword != .keymap, !isIncluded {
            report(messages.notFirst(statement.word, first: first.word))
        }
        guard
            let word = theWord(statement, "the version of the keymap language, \(Resolution.languageVersion)")
        else {
            return true
        }
        guard word.text != String(Resolution.languageVersion) else { return true }
        report(messages.unsupportedVersion(word, supported: Resolution.languageVersion))
        return Int(word.text).map { $0 <= Resolution.languageVersion } ?? true
    }

    /// The only word of a statement.
    mutating func theWord(_ statement: Statement, _ expected: String) -> Word? {
        guard !statement.head.isBroken else { return nil }
        guard let word = statement.words.first else {
            report(messages.missingText(statement.end, expected, after: statement.keyword.rawValue))
            return nil
        }
        expectNoMore(statement.words.dropFirst(), after: "'\(statement.keyword.rawValue) \(word.text)'")
        return word
    }

    private func freeText(_ statement: Statement, from index: Int) -> String? {
        var parts: [String] = []
        var skipped = index
        for line in [statement.head] + statement.block {
            let words = line.words.dropFirst(min(skipped, line.words.count))
            skipped = max(0, skipped - line.words.count)
            if let first = words.first, let last = words.last {
                parts.append(source.text(first.range.lowerBound..<last.range.upperBound).normalized(.nfc))
            }
        }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    private mutating func readLanguage(_ statement: Statement) {
        guard let word = theWord(statement, "a BCP 47 language tag (such as rad)"), !isIncluded else {
            return
        }
        if let tag = languageTag(word) { definition.info.language = tag }
    }

    /// A language tag in its usual capitals; complains when it is none or written otherwise.
    private mutating func languageTag(_ word: Word) -> String? {
        guard let tag = LanguageTag(word.text) else {
            let mended = String(word.text.map { $0 == "_" ? "-" : $0 })
            report(messages.badLanguageTag(word, mended: LanguageTag(mended)?.text))
            return nil
        }
        if tag.text != word.text { report(messages.unusualLanguageTag(word, usual: tag.text)) }
        return tag.text
    }

    private mutating func readTitle(_ statement: Statement) {
        guard !statement.head.isBroken, !isIncluded else { return }
        let first = statement.words.first
        var index = 0
        var language: String?
        if let first, first.text.hasPrefix("("), first.text.hasSuffix(")"), first.text.utf8.count > 2 {
            language = languageTag(first.part(1..<first.text.utf8.count - 1))
            guard language != nil else { return }
            index = 1
        }
        guard let title = freeText(statement, from: index) else {
            report(messages.missingText(statement.end, "the title of the keymap", after: "title"))
            return
        }
        let range = statement.word.range.lowerBound..<statement.end.upperBound
        if let language {
            if definition.titles.contains(where: { $0.language == language }) {
                let other = statements(.title).first { $0.words.first?.text == "(\(language))" }
                report(
                    messages.duplicateStatement(
                        "title (\(language))", range, first: other?.word ?? statement.word))
            } else {
                definition.titles.append((language, title))
            }
        } else if !definition.info.title.isEmpty {
            let other = statements(.title).first { $0.words.first?.text.hasPrefix("(") == false }
            report(messages.duplicateStatement("title", range, first: other?.word ?? statement.word))
        } else {
            definition.info.title = title
        }
    }

    private mutating func readLicence(_ statement: Statement) {
        guard !statement.head.isBroken else { return }
        guard let first = statement.words.first, let last = statement.words.last else {
            report(
                messages.missingText(
                    statement.end, "an SPDX licence identifier (such as CC0-1.0)", after: "licence"))
            return
        }
        let range = first.range.lowerBound..<last.range.upperBound
        let words = statement.words.map(\.text)
        // Identifiers with AND, OR and WITH between them, perhaps in parentheses.
        let isExpression = words.enumerated().allSatisfy { index, word in
            let isOperator = ["AND", "OR", "WITH"].contains(word)
            return isOperator == (index % 2 == 1)
                && word.utf8.allSatisfy {
                    isAlphanumeric($0) || [0x2D, 0x2E, 0x2B, 0x28, 0x29, 0x3A].contains($0)
                }
        }
        guard isExpression, words.count % 2 == 1 else {
            report(messages.badLicence(range))
            return
        }
        definition.info.licence = words.joined(separator: " ")
    }

    private func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
