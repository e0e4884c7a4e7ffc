/// A text file a person wrote, with the places in it.
///
///     let text = SourceText(path: "a.keymap", bytes: Array("language vi\n".utf8))
///     text.position(of: 9)  // 1:10
///
/// Offsets and columns count bytes of UTF-8. A byte-order mark at the start is skipped; line ends are LF, CRLF or CR.
public struct SourceText: Sendable {
    /// The path, as shown in diagnostics.
    public let path: String
    /// The file's bytes, as they are.
    public let bytes: [UInt8]
    /// The offset of the first byte of each line.
    public let lineStarts: [Int]
    /// The encoding the bytes are likely in where they are not UTF-8, for messages; who reads the file may know it.
    public var likelyEncoding: UnreadableText.Encoding?

    /// A text of `bytes`, which may be any: ``unreadable`` shows whether they are UTF-8.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
        for (index, byte) in bytes.enumerated() where byte <= 0x0D {
            // CR ends a line, unless LF follows, which ends it then.
            if byte == 0x0A || byte == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A) {
                starts.append(index + 1)
            }
        }
        lineStarts = starts
    }

    /// A text given as a string.
    public init(path: String, _ text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    /// How many lines there are; a line end at the very end begins no further line.
    public var lineCount: Int {
        guard let last = lineStarts.last else { return 0 }
        return last >= bytes.count ? lineStarts.count - 1 : lineStarts.count
    }

    /// The bytes of the line at `index` (from 0), without its line end.
    public func lineRange(_ index: Int) -> Range<Int> {
        guard lineStarts.indices.contains(index) else { return bytes.count..<bytes.count }
        let start = min(lineStarts[index], bytes.count)
        var end = index + 1 < lineStarts.count ? lineStarts[index + 1] : bytes.count
        if end > start, bytes[end - 1] == 0x0A { end -= 1 }
        if end > start, bytes[end - 1] == 0x0D { end -= 1 }
        return start..<max(start, end)
    }

    /// The text of `range`; ill-formed bytes become U+FFFD.
    public func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    /// The line and column of the byte at `offset`, both from 1, the column in bytes.
    ///
    /// - Complexity: O(log *lines*).
    public func position(of offset: Int) -> Position {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return Position(line: low + 1, column: max(0, offset - lineStarts[low]) + 1)
    }

    /// The first bytes that are not UTF-8, or nil when all are.
    public var illFormedRange: Range<Int>? {
        // The quick way, for all but broken texts.
        if (try? UTF8Span(validating: bytes.span)) != nil { return nil }
        var decoder = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var offset = 0
        while true {
            switch decoder.parseScalar(from: &iterator) {
            case .valid(let scalar): offset += scalar.count
            case .error(let length): return offset..<min(offset + max(length, 1), bytes.count)
            case .emptyInput: return nil
            }
        }
    }
}

/// A line and a column of a text, both from 1; the column counts bytes.
public struct Position: Hashable, Sendable, CustomStringConvertible {
    /// The line, from 1.
    public var line: Int
    /// The column, from 1, in bytes of UTF-8.
    public var column: Int

    /// The place at `line` and `column`.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// `line:column`.
    public var description: String { "\(line):\(column)" }
}
