import Text
import Conversion
import Diagnostics
import ICU
import Lexicon

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
        if hasStandIns { checkStandIns(form, &report) }
        // Most headwords in Latin letters have nothing but ASCII and letters of Vietnamese.
        guard script != "Latn" || form.text.utf8.contains(where: { $0 >= 0x80 }) else { return }
        checkMarks(form, &report)
        checkScript(form, &report)
    }

    /// Adds a word on `form` when it is written for several words at once.
    func checkForms(_ form: Piece, _ report: inout LexiconReport) {
        guard form.text.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "(") }) else {
            return
        }
        let readings = FormReadings.of(form.text).dropFirst()
        if readings.count > 1 { report.add(.severalForms(form.text, Array(readings)), at: form.range) }
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
            guard scalar.isInheritedMark, before == nil || before == " " else { continue }
            let fixed = StrayMarks(form.text)
            report.add(
                .strayMark(scalar), at: form.range,
                fixIts: fixed.text == form.text
                    ? [] : [.write(fixed.text, at: form.range, isObvious: fixed.isSure)])
            return
        }
    }

    // MARK: Letters typed in the place of missing ones

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
                at: place(of: String(letter), form, report.text), fixIts: fixIts)
        }
    }

    /// Letters typed for others that the keyboard lacks, by the judgement of ``CorrectedWord``, which repairs texts too.
    ///
    /// A word that may be Vietnamese is a loan, rather than a slip.
    private func checkStandIns(_ form: Piece, _ report: inout LexiconReport) {
        guard form.text.utf8.contains(where: { $0 >= 0x80 || $0 == 0x27 || $0 == 0x60 }) else { return }
        let headword = StandInHeadword(form.text, language: language)
        for found in headword.found {
            report.add(
                .standIn(found.letter, meant: found.meant, language: language),
                at: place(of: found.letter, form, report.text),
                fixIts: [.write(headword.text, at: form.range)])
        }
        if let doubtful = headword.doubtful {
            report.add(
                .mayBeVietnamese(doubtful.word, doubtful.letter, meant: doubtful.meant, language: language),
                at: place(of: doubtful.letter, form, report.text),
                fixIts: [.write(doubtful.fixed, at: form.range, isObvious: false)])
        }
    }

    /// Where `letter` first stands in the source; the whole of `form` when it is not written in NFC there.
    private func place(of letters: String, _ form: Piece, _ text: SourceText) -> Range<Int> {
        guard form.text.utf8.count == form.range.count,
            text.text(form.range).unicodeScalars.elementsEqual(form.text.unicodeScalars)
        else {
            return form.range
        }
        let (bytes, wanted) = (Array(form.text.utf8), Array(letters.utf8))
        guard let index = bytes.indices.first(where: { bytes[$0...].starts(with: wanted) }) else {
            return form.range
        }
        let start = form.range.lowerBound + index
        return start..<(start + wanted.count)
    }
}
