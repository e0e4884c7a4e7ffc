internal import Diagnostics
internal import ICU

/// What is said about the text that a keymap puts out.
extension Messages {
    func failedTest(_ test: KeymapDefinition.Test, found: String, steps: String) -> Diagnostic {
        Diagnostic(
            "keymap.failed-test", .error, "the keys give \(quoted(found)), not \(quoted(test.expected))",
            at: test.origin.range, in: test.origin.text,
            notes: steps.isEmpty
                ? [] : [Note("key by key: \(steps)", at: test.keys.range, in: test.keys.text)],
            fixIts: [
                FixIt(
                    "if the keymap is right, expect this text", [.init(test.origin.range, found)],
                    isObvious: false)
            ])
    }

    /// - Parameter meant: A letter of `script` that looks like it.
    func foreignLetter(
        _ word: Word, _ scalar: Unicode.Scalar, script: String, meant: Unicode.Scalar?
    ) -> Diagnostic {
        let mended = meant.map { meant in
            String(String.UnicodeScalarView(word.text.unicodeScalars.map { $0 == scalar ? meant : $0 }))
        }
        let hint = meant.map { "did you mean \(quoted(String(Character($0)))) (\(codePoint($0)))?" }
        return warning(
            "keymap.foreign-script",
            "\(codePoint(scalar)) in \(quoted(word.text)) is a letter of \(scalar.scriptCode), not of \(script); "
                + (hint ?? "if it is meant, write it as \(codePoint(scalar))"),
            word.range, fixIts: replacing(word.range, mended))
    }

    func foreignTag(_ word: Word, script: String, letters: String, mended: String?) -> Diagnostic {
        warning(
            "keymap.foreign-script",
            "\(quoted(word.text)) is written in \(script), but the letters are \(letters)", word.range,
            fixIts: replacing(word.range, mended, isObvious: false))
    }

    func notNormalizedCodePoint(_ word: Word, mended: String) -> Diagnostic {
        error(
            "keymap.not-normalized", "\(quoted(word.text)) is not in NFC; expected \(quoted(mended))",
            word.range, fixIts: [FixIt("write it in NFC", [.init(word.range, mended)])])
    }

    func composingLetters(_ origin: Origin, _ first: String, _ second: String, composed: String) -> Diagnostic
    {
        let points = composed.unicodeScalars.map(codePoint).joined(separator: " ")
        return Diagnostic(
            "keymap.composing-letters", .warning,
            "letter \(quoted(second)) after \(quoted(first)) is not in NFC; there they are \(points): "
                + "declare them as one letter, or use 'marks'",
            at: origin.range, in: origin.text)
    }

    func codePoint(_ scalar: Unicode.Scalar) -> String { "U+" + hexadecimal(scalar.value, width: 4) }

    func unknownWord(_ word: Word, meant: String) -> Diagnostic {
        error(
            "keymap.unknown-word", "\(quoted(word.text)) is not known here; did you mean '\(meant)'?",
            word.range,
            fixIts: replacing(word.range, meant))
    }
}
