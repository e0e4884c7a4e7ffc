import Diagnostics
import ICU

/// What is wrong with the text as text, line by line, whatever form it has.
struct TextChecks {
    static func run(_ report: inout Report) {
        let text = report.text
        for line in 0..<text.lineCount {
            let range = text.lineRange(line)
            guard !text.isPlain(range) else { continue }
            checkEncoding(range, &report)
            checkCharacters(range, &report)
            checkNormalization(range, &report)
        }
    }

    /// One error a line: bytes that are in another encoding come by the hundred.
    private static func checkEncoding(_ range: Range<Int>, _ report: inout Report) {
        let line = SourceText(path: "", bytes: Array(report.text.bytes[range]))
        guard let bad = line.illFormedRange else { return }
        report.add(.illFormed, at: (range.lowerBound + bad.lowerBound)..<(range.lowerBound + bad.upperBound))
    }

    /// One diagnostic a line for control characters and one for invisible ones, at the first; the fix-it mends all.
    private static func checkCharacters(_ range: Range<Int>, _ report: inout Report) {
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
                fixIts: [.init("remove the control characters of this line", controls.map(\.edit))])
        }
        if let first = invisibles.first {
            report.add(
                .invisibleCharacter(first.scalar), at: first.edit.range,
                fixIts: [.init("make them plain spaces or remove them in this line", invisibles.map(\.edit))])
        }
    }

    /// One warning a line, at the first word that is not in NFC; the fix-it mends all of the line.
    private static func checkNormalization(_ range: Range<Int>, _ report: inout Report) {
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
            .notNFC(report.text.text(first.range), first.replacement), at: first.range,
            fixIts: [.init("compose the letters of this line", edits)])
    }
}
