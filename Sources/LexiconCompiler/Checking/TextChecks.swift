import Diagnostics
import ICU

/// What is wrong with the text as text, line by line, whatever form it has.
enum TextChecks {
    /// Adds to `report` what is wrong with its text.
    ///
    /// - Parameter progress: Called now and then with the part that has been looked at.
    static func run(_ report: inout LexiconReport, progress: (Double) -> Void) {
        let text = report.text
        for line in 0..<text.lineCount {
            if line & 0xFFFF == 0xFFFF { progress(Double(line) / Double(text.lineCount)) }
            let range = text.lineRange(line)
            guard !text.isPlain(range) else { continue }
            checkCharacters(range, &report)
            checkNormalization(range, &report)
        }
    }

    /// One diagnostic a line for control characters and one for invisible ones, at the first; the fix-it fixes all.
    ///
    /// A control character may be a letter of an old encoding, and one that ends a line may stand between two words: to
    /// remove it is a guess. Marks of direction stay where a line has letters that are written from right to left.
    private static func checkCharacters(_ range: Range<Int>, _ report: inout LexiconReport) {
        var controls: [(scalar: Unicode.Scalar, edit: Diagnostic.FixIt.Edit)] = []
        var invisibles: [(scalar: Unicode.Scalar, edit: Diagnostic.FixIt.Edit)] = []
        var offset = range.lowerBound
        let line = report.text.text(range)
        let isRightToLeft = line.unicodeScalars.contains { isRightToLeftLetter($0) }
        var endsLines = false
        for scalar in line.unicodeScalars {
            let here = offset..<(offset + UTF8.width(scalar))
            offset = here.upperBound
            switch scalar.value {
            case 0x09: break
            case 0x00...0x1F, 0x7F...0x9F: controls.append((scalar, .init(here, "")))
            case 0xA0: invisibles.append((scalar, .init(here, " ")))
            case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
                if !isRightToLeft { invisibles.append((scalar, .init(here, ""))) }
            case 0x2028, 0x2029:
                endsLines = true
                invisibles.append((scalar, .init(here, "")))
            case 0xAD, 0x2060...0x2065, 0xFEFF: invisibles.append((scalar, .init(here, "")))
            default: break
            }
        }
        if let first = controls.first {
            report.add(
                .controlCharacter(first.scalar), at: first.edit.range,
                fixIts: [LexiconFix.removeControls.by(controls.map(\.edit), isObvious: false)])
        }
        if let first = invisibles.first {
            report.add(
                .invisibleCharacter(first.scalar), at: first.edit.range,
                fixIts: [LexiconFix.plainSpaces.by(invisibles.map(\.edit), isObvious: !endsLines)])
        }
    }

    /// Whether `scalar` is a letter of a script that is written from right to left, by its block.
    private static func isRightToLeftLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
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
