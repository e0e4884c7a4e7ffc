import Composition
import Diagnostics
import Text

/// The reading of one macro file.
struct MacroReader {
    private let text: SourceText
    private(set) var entries: [Macros.Entry] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// The line, from 0, in which a key was defined.
    private var lines: [String: Int] = [:]
    /// The line being read, from 0.
    private var line = 0
    private var isUniKey = false
    private var isFull = false

    init(_ text: SourceText) { self.text = text }

    mutating func read() {
        var hasHeader = false
        var isReadable = true
        while isReadable, line < text.lineCount, !isFull {
            defer { line += 1 }
            let content = MacroLine(text.bytes, text.lineRange(line))
            if content.isBlank { continue }
            if hasHeader {
                readLine(content)
            } else if !content.isComment {
                hasHeader = true
                isReadable = readHeader(content)
            }
        }
        if !hasHeader { reportMissingHeader(at: text.bytes.count) }
        // The lines that are text are used; what is wrong with the file as a whole is all that is said.
        if let unreadable = text.unreadable {
            diagnostics = [Diagnostic(MacroMessage.unreadable(unreadable), at: unreadable.range, in: text)]
        }
    }

    // MARK: The file as a whole

    /// Reads the first line; false when the rest cannot be read.
    private mutating func readHeader(_ content: MacroLine) -> Bool {
        switch MacroHeader(content) {
        case .own: return true
        case .uniKey(version: 1): isUniKey = true
        case .uniKey(let version): report(.unknownUniKeyVersion(version), at: content.range)
        case .ownOfUnknownVersion: report(.unknownVersion(header: content.shown), at: content.range)
        case nil: reportMissingHeader(at: content.range.lowerBound)
        }
        return isUniKey
    }

    private mutating func reportMissingHeader(at offset: Int) {
        let start = text.lineStarts.first ?? 0
        // It may as well be a table of UniKey, or a list of another program.
        let fixIt = Diagnostic.FixIt(
            MacroFix.beginWithHeader, [.init(start..<start, "macros 1\n")], isObvious: false)
        report(.missingHeader, at: offset..<offset, fixIts: [fixIt])
    }

    // MARK: Lines

    private mutating func readLine(_ content: MacroLine) {
        guard isText(content) else { return }
        if isUniKey {
            readUniKey(content)
        } else if !content.isComment {
            readOwn(content.trimmed)
        }
    }

    /// Whether the line is text in UTF-8; the first that is not is reported.
    private mutating func isText(_ content: MacroLine) -> Bool {
        let bytes = content.bytes
        let span = bytes.span.extracting(content.range)
        var offset = 0
        while offset < span.count {
            let start = content.range.lowerBound + offset
            // That the file is not UTF-8 is reported once.
            guard case .scalar(let scalar, let length) = UTF8Sequence(span, offset) else { return false }
            // A tab may separate a key from its expansion, or be part of the text.
            guard scalar == "\t" || Macros.isText(scalar) else {
                report(.controlCharacter(scalar), at: start..<start + length)
                return false
            }
            offset += length
        }
        return true
    }

    /// Reads `key = expansion`, or a tab in place of the sign.
    private mutating func readOwn(_ content: MacroLine) {
        let range = content.range
        let sign = content.index(of: "=")
        let blank = content.content.firstIndex(where: MacroLine.isBlank)
        let key = content.part(range.lowerBound..<min(sign ?? range.upperBound, blank ?? range.upperBound))
        let rest = content.part(key.range.upperBound..<range.upperBound)
        let expansion = rest.trimmed
        if let sign, sign == expansion.range.lowerBound {
            add(key, expansion: content.part(sign + 1..<range.upperBound).trimmed)
        } else if rest.content.prefix(expansion.range.lowerBound - rest.range.lowerBound).contains(0x09) {
            add(key, expansion: expansion)
        } else if let sign {
            let key = content.part(range.lowerBound..<sign).trimmed
            report(.blankInKey(key.shown), at: key.range)
        } else {
            report(.missingEqualsSign(key: key.shown), at: range)
        }
    }

    /// Reads `key:expansion`, both to the last blank as they stand.
    private mutating func readUniKey(_ content: MacroLine) {
        guard let colon = content.index(of: ":") else {
            report(.missingColon(line: content.shown), at: content.range)
            return
        }
        add(
            content.part(content.range.lowerBound..<colon),
            expansion: content.part(colon + 1..<content.range.upperBound))
    }

    private mutating func add(_ key: MacroLine, expansion: MacroLine) {
        guard !key.range.isEmpty else { return report(.missingKey, at: expansion.range) }
        let keyText = CanonicalComposition.composed(key.text)
        let count = keyText.unicodeScalars.count
        guard count <= Macros.keyLimit else { return report(.longKey(count: count), at: key.range) }
        guard !keyText.unicodeScalars.contains(where: \.properties.isWhitespace) else {
            return report(.blankInKey(key.shown), at: key.range)
        }
        let expansionText = CanonicalComposition.composed(expansion.text)
        guard !expansionText.isEmpty else {
            let end = expansion.range.lowerBound
            return report(.missingExpansion(key: key.shown), at: end..<end)
        }
        let size = Macros.size(ofExpansion: expansionText)
        guard size <= Macros.expansionLimit else {
            return report(.longExpansion(key: key.shown, size: size), at: expansion.range)
        }
        if let first = lines[keyText] {
            let note = Diagnostic.Note(MacroNote.firstDefinedHere, at: text.lineRange(first), in: text)
            return report(.duplicateKey(key.shown, line: first + 1), at: key.range, notes: [note])
        }
        guard entries.count < Macros.countLimit else {
            isFull = true
            return report(.tooMany, at: key.range)
        }
        lines[keyText] = line
        entries.append(Macros.Entry(key: keyText, expansion: expansionText))
    }

    // MARK: Reporting

    private mutating func report(
        _ message: MacroMessage, at range: Range<Int>, notes: [Diagnostic.Note] = [],
        fixIts: [Diagnostic.FixIt] = []
    ) {
        // A file of another kind has something wrong in every line.
        guard diagnostics.count < 1000 else { return }
        var diagnostic = Diagnostic(message, at: range, in: text, notes: notes, fixIts: fixIts)
        if isUniKey, message.id.isOfOneLine { diagnostic.severity = .warning }
        diagnostics.append(diagnostic)
    }
}
