extension Macros {
    /// Reads a macro file: this project's own, or UniKey's.
    ///
    /// - Returns: The table of all lines that can be used, and what is wrong with the others, in their order.
    /// - Complexity: O(*n* log *n*).
    public static func read(_ file: [UInt8]) -> (macros: Macros, problems: [MacroProblem]) {
        var reader = MacroReader(file)
        reader.read()
        return (Macros(reader.entries), reader.problems)
    }
}

/// The reading of one macro file, as <doc:Macro-files> describes it.
struct MacroReader {
    /// Who wrote the file.
    private enum Form {
        /// `macros 1`, then `key = expansion`.
        case own
        /// UniKey's heading, then `key:expansion`.
        case unikey
    }

    private let bytes: [UInt8]
    private(set) var entries: [Macros.Entry] = []
    private(set) var problems: [MacroProblem] = []
    /// The line at which a key was defined.
    private var lines: [String: Int] = [:]
    private var form = Form.own
    private var line = 0
    private var lineStart = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func read() {
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard readEncoding() else { return }
        var hasHeader = false
        while start < bytes.count {
            let feed = bytes[start...].firstIndex(of: 0x0A)
            var end = feed ?? bytes.count
            let next = feed.map { $0 + 1 } ?? bytes.count
            if end > start, bytes[end - 1] == 0x0D { end -= 1 }
            line += 1
            lineStart = line == 1 ? 0 : start
            let content = start..<end
            start = next
            guard !isBlank(content) else { continue }
            guard hasHeader else {
                if isComment(content) { continue }
                guard readHeader(content) else { return }
                hasHeader = true
                continue
            }
            guard problems.last?.reason != .tooMany else { return }
            readLine(content)
        }
        if !hasHeader { tellMissingHeader(bytes.count..<bytes.count) }
    }

    // MARK: The file as a whole

    /// Whether the file is text in UTF-8 at all; a line that is not is told when it is reached.
    private mutating func readEncoding() -> Bool {
        guard bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) else { return true }
        line = 1
        tell(.illFormedText, "the file is in UTF-16; save it as UTF-8", at: 0..<2)
        return false
    }

    private mutating func readHeader(_ content: Range<Int>) -> Bool {
        let words = bytes[content].split(separator: 0x20)
        let first = words.first.map { String(decoding: $0, as: UTF8.self) }
        if first == "macros" {
            guard words.count == 2, words[1].elementsEqual("1".utf8) else {
                tell(
                    .unknownVersion,
                    "the file is \(quoted(content)); this program reads version 1, written 'macros 1'",
                    at: content)
                return false
            }
            return true
        }
        guard let version = unikeyVersion(content) else {
            tellMissingHeader(content.lowerBound..<content.lowerBound)
            return false
        }
        guard version == 1 else {
            tell(
                .unknownVersion,
                "the table is of UniKey's version \(version), whose text is in VIQR; "
                    + "open it in UniKey 4 and save it there, which makes it version 1, in UTF-8",
                at: content)
            return false
        }
        form = .unikey
        return true
    }

    /// The number after `*** version=` in UniKey's heading; nil when the line is none.
    private func unikeyVersion(_ content: Range<Int>) -> Int? {
        let stars = Array("***".utf8)
        var index = content.lowerBound
        while index + stars.count <= content.upperBound, !bytes[index...].starts(with: stars) { index += 1 }
        index += stars.count
        while index < content.upperBound, bytes[index] == 0x20 { index += 1 }
        let word = Array("version=".utf8)
        guard index + word.count <= content.upperBound, bytes[index...].starts(with: word) else { return nil }
        index += word.count
        let digits = bytes[index..<content.upperBound].prefix { $0 >= 0x30 && $0 <= 0x39 }.prefix(9)
        return Int(String(decoding: digits, as: UTF8.self))
    }

    private mutating func tellMissingHeader(_ range: Range<Int>) {
        line = max(line, 1)
        tell(
            .missingHeader,
            "the first line does not say that this is a macro file; "
                + "expected 'macros 1', or the heading of a UniKey table, ';DO NOT DELETE THIS LINE*** version=1 ***'",
            at: range)
    }

    // MARK: Lines

    private mutating func readLine(_ content: Range<Int>) {
        guard let text = String(validating: bytes[content], as: UTF8.self) else {
            let bad = illFormed(content)
            let byte = String(bytes[bad.lowerBound], radix: 16, uppercase: true).padded(to: 2)
            tell(.illFormedText, "byte \(byte) is not UTF-8; save the file as UTF-8", at: bad)
            return
        }
        // A TAB may part a key from its expansion, or stand in the text; anything else is a slip.
        let scalars = text.unicodeScalars
        if let index = scalars.firstIndex(where: { MacroReader.isControl($0) && $0 != "\t" }) {
            let name = "U+" + String(scalars[index].value, radix: 16, uppercase: true).padded(to: 4)
            let start = content.lowerBound + text.utf8.distance(from: text.startIndex, to: index)
            tell(
                .controlCharacter, "\(name) is no text; take it away",
                at: start..<start + UTF8.width(scalars[index]))
            return
        }
        switch form {
        case .own: if !isComment(content) { readOwn(content) }
        case .unikey: readUniKey(content)
        }
    }

    /// `key = expansion`, or a TAB in place of the sign.
    private mutating func readOwn(_ content: Range<Int>) {
        let content = trimmed(content)
        let isSign = { (byte: UInt8) in byte == UInt8(ascii: "=") }
        let keyEnd =
            bytes[content].firstIndex { isSign($0) || MacroReader.isBlank($0) } ?? content.upperBound
        let key = content.lowerBound..<keyEnd
        var index = keyEnd
        while index < content.upperBound, MacroReader.isBlank(bytes[index]) { index += 1 }
        let hasTab = bytes[keyEnd..<index].contains(0x09)
        if index < content.upperBound, isSign(bytes[index]) {
            add(key: key, expansion: trimmed(index + 1..<content.upperBound))
        } else if hasTab {
            add(key: key, expansion: trimmed(index..<content.upperBound))
        } else if let sign = bytes[index..<content.upperBound].firstIndex(where: isSign), !key.isEmpty {
            tellBlank(in: trimmed(content.lowerBound..<sign))
        } else {
            tell(
                .missingSeparator,
                "no '=' stands between the key and its expansion; expected '\(shown(key)) = …'", at: content)
        }
    }

    /// `key:expansion`, both to the last blank as they stand.
    private mutating func readUniKey(_ content: Range<Int>) {
        guard let colon = bytes[content].firstIndex(of: UInt8(ascii: ":")) else {
            tell(
                .missingSeparator,
                "no ':' stands between the key and its expansion; expected '\(shown(content)):…'",
                at: content)
            return
        }
        add(key: content.lowerBound..<colon, expansion: colon + 1..<content.upperBound)
    }

    private mutating func add(key: Range<Int>, expansion: Range<Int>) {
        guard !key.isEmpty else {
            tell(
                .missingKey, "no key stands before the expansion; expected what is to be typed", at: expansion
            )
            return
        }
        let keyText = CanonicalComposition.composed(text(key))
        guard keyText.unicodeScalars.count <= Macros.keyLimit else {
            tell(
                .longKey,
                "the key has \(keyText.unicodeScalars.count) characters; no word has more than \(Macros.keyLimit)",
                at: key)
            return
        }
        guard !keyText.unicodeScalars.contains(where: { $0.properties.isWhitespace }) else {
            tellBlank(in: key)
            return
        }
        let expansionText = CanonicalComposition.composed(text(expansion))
        guard !expansionText.isEmpty else {
            let end = expansion.lowerBound
            tell(
                .missingExpansion, "nothing stands after \(quoted(key)); expected what it stands for",
                at: end..<end)
            return
        }
        let size = LetterCase.forms(of: expansionText).longest
        guard size <= Macros.expansionLimit else {
            tell(
                .longExpansion,
                "the expansion of \(quoted(key)) has \(size) bytes, "
                    + "\(size - Macros.expansionLimit) more than the \(Macros.expansionLimit) that can be put in at once; "
                    + "make two of it",
                at: expansion)
            return
        }
        if let first = lines[keyText] {
            tell(
                .duplicateKey, "\(quoted(key)) has an expansion already, at line \(first); that one counts",
                at: key, firstLine: first)
            return
        }
        guard entries.count < Macros.countLimit else {
            tell(.tooMany, "the file has more than \(Macros.countLimit) keys; make two files of it", at: key)
            return
        }
        lines[keyText] = line
        entries.append(Macros.Entry(key: keyText, expansion: expansionText))
    }

    // MARK: Telling

    private mutating func tell(
        _ reason: MacroProblem.Reason, _ description: String, at range: Range<Int>, firstLine: Int? = nil
    ) {
        // A file of another kind has something wrong in every line.
        guard problems.count < 1000 else { return }
        problems.append(
            MacroProblem(
                reason: reason, isWarning: form == .unikey && reason.isOfOneLine, line: line,
                column: max(0, range.lowerBound - columnStart) + 1, range: range, description: description,
                firstLine: firstLine))
    }

    /// Where column 1 is: a byte-order mark is none.
    private var columnStart: Int {
        lineStart == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : lineStart
    }

    private mutating func tellBlank(in key: Range<Int>) {
        tell(
            .blankInKey,
            "the key \(quoted(key)) has a blank in it, and a blank ends a word; write it without", at: key)
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The author's text for a message, the beginning of a long one.
    private func shown(_ range: Range<Int>) -> String {
        let scalars = text(range).unicodeScalars
        guard scalars.count > 24 else { return text(range) }
        return String(String.UnicodeScalarView(scalars.prefix(24))) + "…"
    }

    private func quoted(_ range: Range<Int>) -> String { "'\(shown(range))'" }

    /// The first byte of `content` that is not UTF-8.
    private func illFormed(_ content: Range<Int>) -> Range<Int> {
        var decoder = Unicode.UTF8.ForwardParser()
        var iterator = bytes[content].makeIterator()
        var offset = content.lowerBound
        while case .valid(let scalar) = decoder.parseScalar(from: &iterator) { offset += scalar.count }
        let start = min(offset, content.upperBound - 1)
        return start..<start + 1
    }

    // MARK: Bytes

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var range = range
        while let first = range.first, MacroReader.isBlank(bytes[first]) { range.removeFirst() }
        while let last = range.last, MacroReader.isBlank(bytes[last]) { range.removeLast() }
        return range
    }

    private func isBlank(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy(MacroReader.isBlank) }

    /// A line of the project's own files that begins with `#` and a blank: `#k` may be a key.
    private func isComment(_ content: Range<Int>) -> Bool {
        let content = trimmed(content)
        guard content.first.map({ bytes[$0] }) == UInt8(ascii: "#") else { return false }
        return content.count == 1 || MacroReader.isBlank(bytes[content.lowerBound + 1])
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || scalar.value == 0xFEFF
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        String(repeating: "0", count: Swift.max(0, width - utf8.count)) + self
    }
}
