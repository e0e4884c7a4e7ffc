/// Why a file is not read as the text of a source: it is no text, or text in another encoding than UTF-8.
///
///     SourceText(path: "a.keymap", bytes: [0x50, 0x4B, 3, 4]).unreadable?.content  // .archive
///
/// Nothing of such a file is read, and no fix-it is made in it: what is not understood stays as it is. One message says what
/// it seems to be, and which command helps.
public struct UnreadableText: Hashable, Sendable {
    /// What a file seems to be that is not text in UTF-8.
    public enum Content: Hashable, Sendable {
        /// Text in UTF-16 or UTF-32, by its name; with LE or BE where no byte order mark begins it.
        case wide(String)
        /// A ZIP archive.
        case archive
        /// A document of an office program, by the end of its name: `docx`, `odt`.
        case document(String)
        /// A document of an old office program, such as `.doc` and `.xls`.
        case oldDocument
        /// Text with formatting, RTF.
        case richText
        /// A page of the web, or another file in HTML or XML.
        case markup
        /// A document in PDF.
        case pdf
        /// A compressed file, by the program that opens it.
        case compressed(String)
        /// A picture.
        case picture
        /// A program.
        case program
        /// A database of SQLite.
        case database
        /// A keymap or lexicon that is compiled.
        case compiled
        /// Something else with NUL bytes in it.
        case binary
        /// Text in an encoding of Vietnamese, by its name for `chu convert --from`.
        case legacy(String)
        /// Text in Windows-1252, as spreadsheets write Western languages.
        case western
        /// Bytes that are not UTF-8, in text of unknown encoding.
        case unknown
        /// Text with the marks of a merge in it that somebody has to decide.
        case conflict
        /// UTF-8 but for some lines, so many.
        case mixed(lines: Int)
    }

    /// An encoding other than UTF-8 that a text is likely in, as ``SourceText/likelyEncoding``.
    public enum Encoding: Hashable, Sendable {
        /// One of Vietnamese, by its name for `chu convert --from`, such as `tcvn3`.
        case legacy(String)
        /// Windows-1252.
        case western
    }

    /// What it seems to be.
    public let content: Content
    /// The bytes that show it.
    public let range: Range<Int>
    /// Where the file is, for the command that helps.
    let path: String
    /// The first bytes that are not UTF-8.
    let bytes: [UInt8]
}

extension SourceText {
    /// What the text seems to be when it cannot be read as UTF-8; nil when it can.
    ///
    /// - Complexity: O(*bytes*).
    public var unreadable: UnreadableText? {
        let start = bytes.prefix(4096)
        func found(_ content: UnreadableText.Content, _ range: Range<Int>? = nil) -> UnreadableText {
            let range = range ?? 0..<min(4, bytes.count)
            return UnreadableText(
                content: content, range: range, path: path, bytes: Array(bytes[range].prefix(4)))
        }
        if let content = UnreadableText.Content(beginning: start) { return found(content) }
        if let zero = bytes.firstIndex(of: 0) {
            return found(UnreadableText.Content(zeros: bytes.prefix(1024)) ?? .binary, zero..<zero + 1)
        }
        if let mark = mergeMark { return found(.conflict, mark) }
        guard let bad = illFormedRange else { return nil }
        let counts = illFormedLines
        // Text in another encoding seldom has a line in which the bytes fit together as UTF-8.
        if counts.good * 4 > counts.bad { return found(.mixed(lines: counts.bad), bad) }
        switch likelyEncoding {
        case .legacy(let name): return found(.legacy(name), bad)
        case .western: return found(.western, bad)
        case nil: return found(.unknown, bad)
        }
    }

    /// The first line that `git` and others write where two changes do not go together: `<<<<<<< ours`, `>>>>>>> theirs`.
    private var mergeMark: Range<Int>? {
        for index in 0..<lineCount {
            let start = lineStarts[index]
            guard start + 7 <= bytes.count, bytes[start] == 0x3C || bytes[start] == 0x3E else { continue }
            let line = lineRange(index)
            let isMark =
                line.count >= 7 && bytes[line.prefix(7)].allSatisfy { $0 == bytes[start] }
                && (line.count == 7 || bytes[line.lowerBound + 7] == 0x20)
            if isMark { return line }
        }
        return nil
    }

    /// How many lines are not UTF-8, and in how many others there are characters beyond ASCII.
    private var illFormedLines: (bad: Int, good: Int) {
        var (bad, good) = (0, 0)
        for index in 0..<lineCount {
            let line = bytes[lineRange(index)]
            guard line.contains(where: { $0 >= 0x80 }) else { continue }
            if String(validating: line, as: UTF8.self) == nil { bad += 1 } else { good += 1 }
        }
        return (bad, good)
    }
}

extension UnreadableText.Content {
    /// What begins with `start`; nil when that says nothing.
    fileprivate init?(beginning start: ArraySlice<UInt8>) {
        for (bytes, content) in Self.beginnings where start.starts(with: bytes) {
            self = content == .archive ? Self.document(inArchive: start) ?? content : content
            return
        }
        // After a mark of UTF-8, blanks and lines, as programs write such files.
        let text = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start.dropFirst(3) : start
        let rest = text.drop { [0x09, 0x0A, 0x0D, 0x20].contains($0) }
        let first = rest.prefix(14).map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
        if ["<!doctype html", "<html", "<?xml"].contains(where: { first.starts(with: $0.utf8) }) {
            self = .markup
            return
        }
        return nil
    }

    private static let beginnings: [([UInt8], Self)] = [
        ([0xFF, 0xFE, 0, 0], .wide("UTF-32")), ([0, 0, 0xFE, 0xFF], .wide("UTF-32")),
        ([0xFF, 0xFE], .wide("UTF-16")), ([0xFE, 0xFF], .wide("UTF-16")),
        (Array("PK\u{3}\u{4}".utf8), .archive), (Array("PK\u{5}\u{6}".utf8), .archive),
        ([0xD0, 0xCF, 0x11, 0xE0], .oldDocument), (Array("{\\rtf".utf8), .richText),
        (Array("%PDF-".utf8), .pdf), ([0x1F, 0x8B], .compressed("gzip")),
        (Array("BZh".utf8), .compressed("bzip2")), ([0xFD, 0x37, 0x7A, 0x58, 0x5A], .compressed("xz")),
        ([0x28, 0xB5, 0x2F, 0xFD], .compressed("zstd")), ([0x89, 0x50, 0x4E, 0x47], .picture),
        ([0xFF, 0xD8, 0xFF], .picture), (Array("GIF8".utf8), .picture), ([0x7F, 0x45, 0x4C, 0x46], .program),
        (Array("SQLite format 3\0".utf8), .database), ([0x89, 0x43, 0x48, 0x55], .compiled),
    ]

    /// The kind of document whose archive begins with `start`; the names of the parts show it.
    private static func document(inArchive start: ArraySlice<UInt8>) -> Self? {
        let names = [
            ("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"), ("opendocument.text", "odt"),
            ("opendocument.spreadsheet", "ods"), ("epub+zip", "epub"),
        ]
        for (name, kind) in names {
            let pattern = Array(name.utf8)
            let isThere = start.indices.contains { start[$0...].starts(with: pattern) }
            if isThere { return .document(kind) }
        }
        return nil
    }

    /// Text of two or four bytes a character, without a mark: most of every second byte is zero, or of three in four.
    fileprivate init?(zeros start: ArraySlice<UInt8>) {
        guard start.count >= 8 else { return nil }
        let counts = (0..<4).map { place in
            stride(from: place, to: start.count, by: 4).count { start[start.startIndex + $0] == 0 }
        }
        let most = start.count / 4 * 3 / 4
        func isZero(_ places: [Int]) -> Bool { places.allSatisfy { counts[$0] > most } }
        func isText(_ places: [Int]) -> Bool { places.allSatisfy { counts[$0] * 8 <= start.count / 4 } }
        if isZero([1, 2, 3]), isText([0]) {
            self = .wide("UTF-32LE")
        } else if isZero([0, 1, 2]), isText([3]) {
            self = .wide("UTF-32BE")
        } else if isText([0, 2]), counts[1] + counts[3] > most {
            self = .wide("UTF-16LE")
        } else if isText([1, 3]), counts[0] + counts[2] > most {
            self = .wide("UTF-16BE")
        } else {
            return nil
        }
    }
}
