import Diagnostics

/// Everything the compiler has to say; each kind has a section in <doc:Lexicon-diagnostics>.
struct Message {
    /// The stable names of the kinds of message.
    enum ID: String, CaseIterable {
        case illFormed = "lexicon.ill-formed-text"
        case controlCharacter = "lexicon.control-character"
        case invisibleCharacter = "lexicon.invisible-character"
        case notNFC = "lexicon.not-nfc"
        case missingKeyword = "lexicon.missing-keyword"
        case unknownKeyword = "lexicon.unknown-keyword"
        case repeatedKeyword = "lexicon.repeated-keyword"
        case emptyKeyword = "lexicon.empty-keyword"
        case misplacedKeyword = "lexicon.misplaced-keyword"
        case wrongVersion = "lexicon.wrong-version"
        case badTag = "lexicon.bad-language-tag"
        case badScript = "lexicon.bad-script"
        case badStatus = "lexicon.bad-status"
        case badMethod = "lexicon.bad-method"
        case repeatedSource = "lexicon.repeated-source"
        case unknownSource = "lexicon.unknown-source"
        case unknownColumn = "lexicon.unknown-column"
        case repeatedColumn = "lexicon.repeated-column"
        case noHeadwordColumn = "lexicon.no-headword-column"
        case tooManyLanguages = "lexicon.too-many-languages"
        case missingEntries = "lexicon.missing-entries"
        case noEntries = "lexicon.no-entries"
        case noHeadword = "lexicon.no-headword"
        case tooManyFields = "lexicon.too-many-fields"
        case spacesForTab = "lexicon.spaces-for-tab"
        case hashInEntry = "lexicon.hash-in-entry"
        case tooLong = "lexicon.too-long"
        case emptyGloss = "lexicon.empty-gloss"
        case noGloss = "lexicon.no-gloss"
        case senseCount = "lexicon.sense-count"
        case badHomograph = "lexicon.bad-homograph"
        case repeatedHomograph = "lexicon.repeated-homograph"
        case repeatedEntry = "lexicon.repeated-entry"
        case repeatedSense = "lexicon.repeated-sense"
        case foreignLetter = "lexicon.foreign-letter"
        case badWeight = "lexicon.bad-weight"
        case missingFile = "lexicon.missing-file"
        case brokenReference = "lexicon.broken-reference"
        case tooLarge = "lexicon.too-large"
        case standIn = "lexicon.stand-in-letter"
        case outsideAlphabet = "lexicon.outside-alphabet"
        case mixedSpelling = "lexicon.mixed-spelling"
        case strayMark = "lexicon.stray-mark"
        case unknownMarker = "lexicon.unknown-marker"
        case noMarker = "lexicon.no-marker"
        case fieldBeforeEntry = "lexicon.field-before-entry"
        case noRegional = "lexicon.no-regional-language"
        case translationWithoutExample = "lexicon.translation-without-example"
        case repeatedField = "lexicon.repeated-field"
        case badTransliteration = "lexicon.bad-transliteration"
        case missingTransform = "lexicon.missing-transform"
        case brokenTransform = "lexicon.broken-transform"
        case notTransliterated = "lexicon.not-transliterated"
    }

    let id: ID
    let severity: Diagnostic.Severity
    let text: String

    private init(_ id: ID, _ severity: Diagnostic.Severity, _ text: String) {
        self.id = id
        self.severity = severity
        self.text = text
    }

    /// What stands at the last of many of one kind.
    static func notTold(_ count: Int) -> String {
        "\(count) more of this kind are not shown; mend some and check again"
    }

    // MARK: The text itself

    static func illFormed(_ encoding: LegacyEncoding?) -> Message {
        Message(
            .illFormed, .error,
            "these bytes are not UTF-8"
                + (encoding.map { "; the text looks like \($0.description); convert all of it" } ?? ""))
    }

    static let wideText = Message(
        .illFormed, .error, "this text is not UTF-8 but UTF-16 or UTF-32; save it as UTF-8")

    static func controlCharacter(_ scalar: Unicode.Scalar) -> Message {
        Message(.controlCharacter, .error, "control character \(codePoint(scalar)); remove it")
    }

    static func invisibleCharacter(_ scalar: Unicode.Scalar) -> Message {
        Message(.invisibleCharacter, .warning, "invisible character \(codePoint(scalar))")
    }

    static func notNFC(_ found: String, _ composed: String) -> Message {
        Message(
            .notNFC, .warning,
            "\(quoted(found)) is not in NFC; it is \(codePoints(found)) and is read as \(codePoints(composed))"
        )
    }

    // MARK: The header

    static func missingKeyword(_ keyword: String, example: String) -> Message {
        Message(.missingKeyword, .error, "the header has no '\(keyword)' statement, such as '\(example)'")
    }

    static func unknownKeyword(_ found: String, suggestion: String?) -> Message {
        Message(.unknownKeyword, .error, "unknown keyword \(quoted(found))" + didYouMean(suggestion))
    }

    static func repeatedKeyword(_ keyword: String) -> Message {
        Message(.repeatedKeyword, .error, "'\(keyword)' is stated twice")
    }

    static func emptyKeyword(_ keyword: String, example: String) -> Message {
        Message(.emptyKeyword, .error, "nothing after '\(keyword)'; expected such as '\(example)'")
    }

    static func misplacedKeyword(_ keyword: String, form: String) -> Message {
        Message(.misplacedKeyword, .error, "'\(keyword)' has no meaning in the \(form) form")
    }

    static let headerNotFirst = Message(
        .misplacedKeyword, .error,
        "'lexicon' is not the first statement; the version of the source comes first")

    static func keywordAfterEntry(_ keyword: String) -> Message {
        Message(.misplacedKeyword, .error, "'\(keyword)' belongs to the header, before the first entry")
    }

    static func wrongVersion(_ found: String) -> Message {
        Message(
            .wrongVersion, .error,
            "version \(quoted(found)) of the source form; this compiler reads version 1")
    }

    static func badTag(_ found: String) -> Message {
        Message(
            .badTag, .error,
            "\(quoted(found)) is no BCP 47 language tag; expected such as 'rad' or 'blt-Tavt'")
    }

    static func badScript(_ found: String) -> Message {
        Message(
            .badScript, .error,
            "\(quoted(found)) is no ISO 15924 script code; expected such as 'Latn' or 'Tavt'")
    }

    static func scriptDisagrees(_ script: String, tag: String) -> Message {
        Message(.badScript, .error, "script '\(script)' is not the one of the language tag '\(tag)'")
    }

    static func badStatus(_ found: String) -> Message {
        Message(.badStatus, .error, "status \(quoted(found)); expected 'draft' or 'stable'")
    }

    static func badMethod(_ found: String, suggestion: String?) -> Message {
        Message(
            .badMethod, .error,
            "method \(quoted(found)); expected 'direct' or 'concept'" + didYouMean(suggestion))
    }

    static func repeatedSource(_ id: String) -> Message {
        Message(.repeatedSource, .error, "source \(quoted(id)) is declared twice")
    }

    static func unknownSource(_ id: String, count: Int, suggestion: String?) -> Message {
        let times = count == 1 ? "" : " (\(count) entries)"
        return Message(
            .unknownSource, .error,
            "source \(quoted(id)) is not declared in the header\(times)" + didYouMean(suggestion))
    }

    static func unknownColumn(_ found: String, suggestion: String?) -> Message {
        Message(
            .unknownColumn, .error,
            "unknown column \(quoted(found))"
                + (didYouMean(suggestion).isEmpty
                    ? "; expected a column's name or a language tag" : didYouMean(suggestion)))
    }

    static func repeatedColumn(_ name: String) -> Message {
        Message(.repeatedColumn, .error, "column '\(name)' is named twice")
    }

    static let noHeadwordColumn = Message(.noHeadwordColumn, .error, "no column is named 'headword'")

    static func badTransliteration(_ found: String) -> Message {
        Message(
            .badTransliteration, .error,
            "\(quoted(found)) after the form; expected nothing, or 'partly' when the rules cannot write every word"
        )
    }

    static func missingTransform(_ name: String) -> Message {
        Message(
            .missingTransform, .error,
            "there is no transform '\(name)'; 'chu list transforms' shows what there is, and '\(name).transform' is looked for in the folder 'transforms' beside that of the lexicons and in the data folders"
        )
    }

    static func brokenTransform(_ name: String, _ errors: Int) -> Message {
        Message(
            .brokenTransform, .error,
            "the transform '\(name)' has \(errors) \(errors == 1 ? "error" : "errors") and is not used; mend it, 'chu check' tells all of them"
        )
    }

    static func otherTransform(_ name: String, from: String, to: String) -> Message {
        Message(
            .brokenTransform, .error,
            "the transform '\(name)' says that it is from '\(from)' to '\(to)'; name the file as its head does"
        )
    }

    static func notTransliterated(_ headword: String, _ form: String, left: Unicode.Scalar?) -> Message {
        let what =
            left.map { "the rules leave \(quoted(String($0))) (\(codePoint($0)))" }
            ?? "the rules leave nothing"
        return Message(
            .notTransliterated, .warning,
            "\(quoted(headword)) cannot be written in '\(form)', for \(what); mend the transform, or say '\(form) partly' in the header"
        )
    }

    static func tooManyLanguages(_ limit: Int) -> Message {
        Message(.tooManyLanguages, .error, "glosses in more than \(limit) languages")
    }

    // MARK: Entries

    static let missingEntries = Message(
        .missingEntries, .error, "entries begin here, but no 'entries' statement ends the header")

    static let noEntries = Message(.noEntries, .warning, "the lexicon has no entries")

    static let noHeadword = Message(.noHeadword, .error, "entry without a headword")

    static func tooManyFields(_ found: Int, _ expected: Int) -> Message {
        Message(.tooManyFields, .error, "\(found) fields, but 'columns' names \(expected)")
    }

    static let spacesOnly = Message(
        .spacesForTab, .error, "no tab in this entry; fields are separated by tabs, not by spaces")

    static let spacesInField = Message(
        .spacesForTab, .warning, "several spaces where a tab may be meant; this is one field")

    static let hashInEntry = Message(
        .hashInEntry, .warning, "'#' in an entry is text; a comment stands on a line of its own")

    static func tooLong(_ what: String, _ count: Int, _ limit: Int) -> Message {
        Message(.tooLong, .error, "\(what) of \(count) bytes; at most \(limit) can be held")
    }

    static let emptyGloss = Message(.emptyGloss, .warning, "empty gloss")

    static func noGloss(_ headword: String) -> Message {
        Message(.noGloss, .warning, "entry \(quoted(headword)) has no gloss")
    }

    static func senseCount(_ first: String, _ firstCount: Int, _ second: String, _ secondCount: Int)
        -> Message
    {
        Message(
            .senseCount, .warning,
            "\(secondCount) \(secondCount == 1 ? "sense" : "senses") in '\(second)', but \(firstCount) in '\(first)'"
        )
    }

    static func badHomograph(_ found: String) -> Message {
        Message(.badHomograph, .error, "homograph number \(quoted(found)); expected a number from 1 to 999")
    }

    static func badWeight(_ found: String) -> Message {
        Message(.badWeight, .error, "weight \(quoted(found)); expected a number from 0 to 255")
    }

    static func badFrequency(_ found: String) -> Message {
        Message(
            .badWeight, .error,
            "frequency \(quoted(found)); expected how often the word was counted, such as 120")
    }

    static func repeatedHomograph(_ headword: String, _ number: String) -> Message {
        Message(
            .repeatedHomograph, .warning,
            "\(quoted(headword)) with the homograph number \(number) is here twice")
    }

    static func repeatedEntry(_ headword: String) -> Message {
        Message(.repeatedEntry, .warning, "entry \(quoted(headword)) is here twice with the same glosses")
    }

    static let firstHere = "first here"

    static func repeatedGloss(_ gloss: String) -> Message {
        Message(.repeatedSense, .warning, "gloss \(quoted(gloss)) is given twice in one sense")
    }

    static func repeatedSense(_ headword: String) -> Message {
        Message(.repeatedSense, .warning, "two senses of \(quoted(headword)) have the same glosses")
    }

    static func missingFile(_ path: String) -> Message {
        Message(.missingFile, .warning, "file \(quoted(path)) is not there")
    }

    static func absolutePath(_ path: String) -> Message {
        Message(
            .missingFile, .warning,
            "\(quoted(path)) is a place on one machine; write the path from the folder of this file")
    }

    static func brokenReference(_ target: String, suggestion: String?) -> Message {
        Message(
            .brokenReference, .warning,
            "no entry is called \(quoted(target))"
                + (suggestion.map { "; did you mean \(quoted($0))?" } ?? ""))
    }

    static func tooLarge(_ limit: Int) -> Message {
        Message(.tooLarge, .error, "the source is larger than \(limit >> 20) MiB; make two lexicons of it")
    }

    static func foreignLetters(_ headword: String, _ letters: [Unicode.Scalar], script: String) -> Message {
        let names = letters.map {
            "\(quoted(String($0))) (\(codePoint($0)), \($0.properties.name ?? "no name"))"
        }
        return Message(
            .foreignLetter, .warning,
            "headword \(quoted(headword)) has \(names.joined(separator: ", ")), outside the script \(script)")
    }

    static func standIn(_ found: String, _ meant: String, language: String) -> Message {
        Message(
            .standIn, .warning,
            "\(quoted(found)) (\(codePoints(found))) is no letter of '\(language)'; \(quoted(meant)) (\(codePoints(meant))) is probably meant"
        )
    }

    static func outsideAlphabet(_ found: String, _ meant: String?, language: String) -> Message {
        Message(
            .outsideAlphabet, .warning,
            "\(quoted(found)) (\(codePoints(found))) is not in the alphabet of the header"
                + (meant.map { "; \(quoted($0)) (\(codePoints($0))) is probably meant" } ?? ""))
    }

    static func mixedSpelling(_ way: String, _ count: Int, usual: String, _ usualCount: Int) -> Message {
        Message(
            .mixedSpelling, .warning,
            "one letter is written \(quoted(way)) in \(count) headwords, here first, and \(quoted(usual)) in \(usualCount)"
        )
    }

    static func strayMark(_ mark: Unicode.Scalar) -> Message {
        Message(.strayMark, .warning, "\(quoted(String(mark))) has no letter before it")
    }

    // MARK: Standard format markers

    static func unknownMarker(_ marker: String, count: Int, suggestion: String?) -> Message {
        let times = count == 1 ? "" : ", \(count) times"
        return Message(
            .unknownMarker, .warning,
            "unknown marker '\\\(marker)'\(times); its text is left out" + didYouMean(suggestion))
    }

    static func unreadMarker(_ marker: String, count: Int) -> Message {
        let times = count == 1 ? "" : ", \(count) times"
        return Message(
            .unknownMarker, .warning,
            "marker '\\\(marker)'\(times) has no place in a lexicon; its text is left out")
    }

    static let noMarker = Message(
        .noMarker, .error, "text before the first marker; a line begins with '\\' and a marker")

    static func fieldBeforeEntry(_ marker: String) -> Message {
        Message(.fieldBeforeEntry, .error, "'\\\(marker)' before the first '\\lx'; it belongs to no entry")
    }

    static let noRegional = Message(
        .noRegional, .warning,
        "'\\gr', '\\dr' and '\\xr' are left out: the header names no regional language, such as '\\_regional fr'"
    )

    static func translationWithoutExample(_ field: String, of example: String) -> Message {
        Message(
            .translationWithoutExample, .warning,
            "'\(field)' translates no example; it is left out, as there is no '\(example)'")
    }

    static func repeatedField(_ marker: String) -> Message {
        Message(.repeatedField, .warning, "'\\\(marker)' is given twice in this entry; the first is kept")
    }

    // MARK: Words that recur

    private static func didYouMean(_ suggestion: String?) -> String {
        suggestion.map { "; did you mean '\($0)'?" } ?? ""
    }

    static func codePoint(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    private static func codePoints(_ text: String) -> String {
        let shown = text.unicodeScalars.prefix(8).map(codePoint).joined(separator: " ")
        return text.unicodeScalars.count > 8 ? shown + " …" : shown
    }
}
