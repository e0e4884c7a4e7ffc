import Diagnostics
import Lexicon
import Bytes

/// The words that entries refer to, and whether there are entries of them.
struct References {
    private struct Target {
        var digest: Digest
        /// That of the text without the number of a homograph.
        var bare: Digest
        var start: UInt32
        var length: UInt32
    }

    /// A headword, variant or citation form, and where it stands.
    private struct Form {
        var digest: Digest
        var start: UInt32
        var length: UInt32
    }

    private var forms: [Form] = []
    private var targets: [Target] = []

    /// Takes up what the entry `found` is called and what it refers to.
    mutating func add(_ found: SourceEntry) {
        for piece in [found.headword] + found.variants + [found.citation].compactMap({ $0 }) {
            forms.append(
                Form(
                    digest: Digest(piece.text), start: UInt32(clamping: piece.range.lowerBound),
                    length: UInt32(clamping: piece.range.count)))
        }
        for piece in found.related where !piece.isEmpty {
            targets.append(
                Target(
                    digest: Digest(piece.text), bare: Digest(References.withoutNumber(piece.text)),
                    start: UInt32(clamping: piece.range.lowerBound),
                    length: UInt32(clamping: piece.range.count)))
        }
    }

    /// Adds to `report` the references that lead nowhere; a form with the same search key in `script` was probably
    /// meant.
    mutating func check(script: String, _ report: inout LexiconReport) {
        guard !targets.isEmpty else { return }
        forms.sort { $0.digest != $1.digest ? $0.digest < $1.digest : $0.start < $1.start }
        let broken = targets.filter { !isThere($0.digest) && !isThere($0.bare) }
        guard !broken.isEmpty, let folding = Folding(Bytes(FoldingRules(script: script).encoded()))
        else { return }
        let text = report.text
        func piece(_ start: UInt32, _ length: UInt32) -> Piece {
            text.piece(Int(start)..<(Int(start) + Int(length)))
        }
        var meant: [[UInt8]: String] = [:]
        for target in broken.prefix(LexiconReport.limit) {
            meant[folding.key(piece(target.start, target.length).text)] = ""
        }
        for form in forms {
            let found = piece(form.start, form.length).text
            let key = folding.key(found)
            if meant[key] == "" { meant[key] = found }
        }
        for target in broken {
            let piece = piece(target.start, target.length)
            let suggestion = meant[folding.key(piece.text)].flatMap { $0.isEmpty ? nil : $0 }
            report.add(
                .brokenReference(piece.text, meant: suggestion), at: piece.range,
                fixIts: suggestion.map { [.write($0, at: piece.range, isObvious: false)] } ?? [])
        }
    }

    private func isThere(_ digest: Digest) -> Bool {
        var low = 0
        var high = forms.count
        while low < high {
            let middle = (low + high) / 2
            if forms[middle].digest == digest { return true }
            if forms[middle].digest < digest { low = middle + 1 } else { high = middle }
        }
        return false
    }

    /// `text` without the number of a homograph: `klei2`, `klei 2`, `klei₂`.
    private static func withoutNumber(_ text: String) -> String {
        var scalars = text.unicodeScalars
        while let last = scalars.last,
            (0x30...0x39).contains(last.value) || (0x2080...0x2089).contains(last.value)
        {
            scalars.removeLast()
        }
        while scalars.last == " " { scalars.removeLast() }
        return String(scalars)
    }
}
