import Text
import Conversion
import Diagnostics
import ICU

/// Whether headwords are written in the letters of their language, as far as that is known.
struct HeadwordChecks {
    let script: String
    private let language: String
    private let scripts: Set<String>
    private let hasStandIns: Bool
    private let alphabet: Alphabet?

    init(_ header: SourceHeader) {
        let tag = header.language?.text ?? "und"
        language = String(tag.prefix { $0 != "-" })
        script = LanguageTag.script(of: tag) ?? header.script?.text ?? "Zyyy"
        // Han in either form, and the mixtures of Japanese and Korean, are several scripts to Unicode.
        switch script {
        case "Hans", "Hant": scripts = ["Hani"]
        case "Jpan": scripts = ["Hani", "Hira", "Kana"]
        case "Kore": scripts = ["Hani", "Hang"]
        default: scripts = [script]
        }
        let isTranscription =
            header.orthography.map { ["ipa", "transcription"].contains($0.text.lowercased()) } ?? false
        let isHighlands = StandIns.languages.contains(language) && script == "Latn" && !isTranscription
        alphabet = header.alphabet.isEmpty ? nil : Alphabet(header.alphabet.map(\.text))
        // Who states an alphabet knows better than any list here.
        hasStandIns = isHighlands && alphabet == nil
        asksForImplosives = isHighlands && (alphabet?.has("ƀ") ?? true)
    }

    /// Whether the ways in which ƀ is written are worth comparing.
    let asksForImplosives: Bool

    /// Adds what is wrong with `form` to `report`.
    func check(_ form: Piece, _ report: inout LexiconReport) {
        if let alphabet { checkAlphabet(form, alphabet, &report) }
        if hasStandIns, StandIns.withBarredB.contains(language) { checkImplosives(form, &report) }
        // Most headwords in Latin letters have nothing but ASCII and letters of Vietnamese.
        guard script != "Latn" || form.text.utf8.contains(where: { $0 >= 0x80 }) else { return }
        checkMarks(form, &report)
        checkScript(form, &report)
        if hasStandIns { checkStandIns(form, &report) }
    }

    private func checkScript(_ form: Piece, _ report: inout LexiconReport) {
        guard script != "Zyyy", script != "Zxxx" else { return }
        var foreign: [Unicode.Scalar] = []
        for scalar in form.text.unicodeScalars where !foreign.contains(scalar) {
            let found = scalar.scriptCode
            if !scripts.contains(found), found != "Zyyy", found != "Zinh", scalar != "\u{FFFD}" {
                foreign.append(scalar)
            }
        }
        guard !foreign.isEmpty else { return }
        report.add(.foreignLetters(form.text, foreign, script: script), at: form.range)
    }

    /// A combining mark at the beginning or after a blank: the blank came in when the text was converted.
    private func checkMarks(_ form: Piece, _ report: inout LexiconReport) {
        var before: Unicode.Scalar?
        for scalar in form.text.unicodeScalars {
            defer { before = scalar }
            guard scalar.properties.generalCategory == .nonspacingMark, scalar.scriptCode == "Zinh" else {
                continue
            }
            guard before == nil || before == " " else { continue }
            let fixed = form.text.unicodeScalars.isEmpty ? "" : joined(form.text).normalized(.nfc)
            report.add(
                .strayMark(scalar), at: form.range,
                fixIts: before == nil ? [] : [.write(fixed, at: form.range)])
            return
        }
    }

    /// `text` without the blanks before combining marks.
    private func joined(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.properties.generalCategory == .nonspacingMark, scalar.scriptCode == "Zinh",
                result.last == " "
            {
                result.removeLast()
            }
            result.append(scalar)
        }
        return String(result)
    }

    // MARK: Letters typed in the place of missing ones

    private func checkImplosives(_ form: Piece, _ report: inout LexiconReport) {
        guard let way = ImplosiveWays.first(in: form.text), way != "ƀ", way != "ɓ" else { return }
        let fixed = ImplosiveWays.fixed(form.text)
        report.add(
            .standIn(way, meant: "ƀ", language: language), at: form.range,
            fixIts: [.write(fixed, at: form.range)])
    }

    private func checkAlphabet(_ form: Piece, _ alphabet: Alphabet, _ report: inout LexiconReport) {
        var reported: [Character] = []
        for letter in form.text where !alphabet.has(letter) && !reported.contains(letter) {
            reported.append(letter)
            let meant = alphabet.meant(by: letter)
            var fixIts: [Diagnostic.FixIt] = []
            if let meant {
                let fixed = String(form.text.map { $0 == letter ? meant : $0 })
                fixIts = [.write(fixed, at: form.range, isObvious: false)]
            }
            report.add(
                .outsideAlphabet(String(letter), meant: meant.map { String($0) }),
                at: place(of: letter, form, report.text), fixIts: fixIts)
        }
    }

    private func checkStandIns(_ form: Piece, _ report: inout LexiconReport) {
        var found: [(letter: Character, meant: Character)] = []
        var fixed = ""
        for letter in form.text {
            let meant = HeadwordChecks.meant(letter)
            fixed.append(meant ?? letter)
            if let meant, !found.contains(where: { $0.letter == letter }) { found.append((letter, meant)) }
        }
        for (letter, meant) in found {
            report.add(
                .standIn(String(letter), meant: String(meant), language: language),
                at: place(of: letter, form, report.text),
                fixIts: [.write(fixed, at: form.range)])
        }
    }

    /// The letter that `letter` stands in for, or nil when it is none of these.
    static func meant(_ letter: Character) -> Character? { StandIns.meaning(of: String(letter))?.text.first }

    /// Where `letter` first stands in the source; the whole of `form` when it is not written in NFC there.
    private func place(of letter: Character, _ form: Piece, _ text: SourceText) -> Range<Int> {
        // Bytes that are not UTF-8 read as a letter of three bytes that is not there.
        guard form.text.utf8.count == form.range.count,
            text.text(form.range).unicodeScalars.elementsEqual(form.text.unicodeScalars)
        else {
            return form.range
        }
        guard let index = form.text.firstIndex(of: letter) else { return form.range }
        let start = form.range.lowerBound + form.text.utf8.distance(from: form.text.startIndex, to: index)
        return start..<(start + String(letter).utf8.count)
    }
}
