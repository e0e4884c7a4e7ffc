import Diagnostics
import ICU

/// What is wrong with the text as text, line by line, whatever form it has.
struct TextChecks {
    /// The encoding the text seems to be in, once that was asked.
    private var encoding: LegacyEncoding?
    private var hasGuessed = false

    /// Adds to `report` what is wrong with its text.
    ///
    /// - Parameter progress: Called now and then with the part that has been looked at.
    static func run(_ report: inout LexiconReport, progress: (Double) -> Void) {
        let text = report.text
        var checks = TextChecks()
        for line in 0..<text.lineCount {
            if line & 0xFFFF == 0xFFFF { progress(Double(line) / Double(text.lineCount)) }
            let range = text.lineRange(line)
            guard !text.isPlain(range) else { continue }
            guard checks.checkEncoding(line, &report) else { continue }
            checkCharacters(range, &report)
            checkNormalization(range, &report)
        }
    }

    /// One error a line: bytes that are in another encoding come by the hundred.
    ///
    /// - Returns: Whether the line is UTF-8.
    private mutating func checkEncoding(_ line: Int, _ report: inout LexiconReport) -> Bool {
        let range = report.text.lineRange(line)
        if report.text.isUTF8(range) { return true }
        let text = SourceText(path: "", bytes: Array(report.text.bytes[range]))
        guard let bad = text.illFormedRange else { return true }
        if !hasGuessed {
            hasGuessed = true
            encoding = LegacyEncoding.guess(
                report.text, lines: line..<min(line + 10_000, report.text.lineCount))
        }
        report.add(
            .illFormed(encoding),
            at: (range.lowerBound + bad.lowerBound)..<(range.lowerBound + bad.upperBound))
        return false
    }

    /// One diagnostic a line for control characters and one for invisible ones, at the first; the fix-it fixes all.
    private static func checkCharacters(_ range: Range<Int>, _ report: inout LexiconReport) {
        var controls: [(scalar: Unicode.Scalar, edit: Diagnostic.FixIt.Edit)] = []
        var invisibles: [(scalar: Unicode.Scalar, edit: Diagnostic.FixIt.Edit)] = []
        var offset = range.lowerBound
        for scalar in report.text.text(range).unicodeScalars {
            // An ill-formed byte decodes to three bytes that are not there; its line has an error already.
            guard scalar != "\u{FFFD}" else { return }
            let here = offset..<(offset + UTF8.width(scalar))
            offset = here.upperBound
            switch scalar.value {
            case 0x09: break
            case 0x00...0x1F, 0x7F...0x9F: controls.append((scalar, .init(here, "")))
            case 0xA0: invisibles.append((scalar, .init(here, " ")))
            case 0xAD, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF:
                invisibles.append((scalar, .init(here, "")))
            default: break
            }
        }
        if let first = controls.first {
            report.add(
                .controlCharacter(first.scalar), at: first.edit.range,
                fixIts: [LexiconFix.removeControls.by(controls.map(\.edit))])
        }
        if let first = invisibles.first {
            report.add(
                .invisibleCharacter(first.scalar), at: first.edit.range,
                fixIts: [LexiconFix.plainSpaces.by(invisibles.map(\.edit))])
        }
    }

    /// One warning a line, at the first word that is not in NFC; the fix-it fixes all of the line.
    private static func checkNormalization(_ range: Range<Int>, _ report: inout LexiconReport) {
        let bytes = report.text.bytes
        let line = report.text.text(range)
        guard !line.isNormalized(.nfc) else { return }
        var edits: [Diagnostic.FixIt.Edit] = []
        var start = range.lowerBound
        for end in range.lowerBound...range.upperBound
        where end == range.upperBound || bytes[end] == 0x20 || bytes[end] == 0x09 {
            let word = report.text.text(start..<end)
            let composed = word.normalized(.nfc)
            if !word.unicodeScalars.elementsEqual(composed.unicodeScalars) {
                edits.append(.init(start..<end, composed))
            }
            start = end + 1
        }
        guard let first = edits.first else { return }
        report.add(
            .notNFC(report.text.text(first.range), composed: first.replacement), at: first.range,
            fixIts: [LexiconFix.compose.by(edits)])
    }
}
