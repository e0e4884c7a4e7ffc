import Bytes
public import Files
import Text

/// A text file that is opened, edited and saved without changing anything else in it.
///
///     var (file, text) = try TextFile.open("thư.txt")
///     try file.save(text + "\nAi dễ nuốt")
///
/// A byte-order mark, CRLF line ends and the presence of the last line end are kept as they were.
public struct TextFile: Sendable {
    /// Where it is.
    public let path: String
    /// Whether it was there when it was opened.
    public let exists: Bool
    private let hasMark: Bool
    private let hasReturns: Bool
    private let endsLine: Bool
    private let wasEmpty: Bool
    /// What the file held when it was last read or written.
    private var known: [UInt8]

    /// Why a file cannot be edited.
    public enum Failure: Error, Hashable, Sendable {
        /// The system refuses it.
        case file(FileError)
        /// It is not UTF-8; the line and the byte in it, both from 1.
        case illFormed(path: String, line: Int, column: Int)
        /// It has more bytes than ``TextFile/sizeLimit``.
        case tooLarge(path: String)
        /// The line with this number, from 1, has more bytes than ``Editor/lineLimit``.
        case longLine(path: String, line: Int)
    }

    /// Why a text cannot be saved.
    public enum SaveFailure: Error, Hashable, Sendable {
        /// The system refuses it.
        case file(FileError)
        /// Another program has changed the file; saving again writes over that.
        case changedByOthers
    }

    /// How many bytes a file has at most: 64 MiB.
    public static let sizeLimit = 1 << 26

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Reads the file at `path`; one that does not exist is empty.
    ///
    /// What an editor that was ended by force began to write is finished first.
    ///
    /// - Returns: The file, and its text with LF line ends and without the last of them.
    public static func open(_ path: String) throws(Failure) -> (file: TextFile, text: String) {
        finishReplacement(of: path)
        var mapped: Bytes?
        do throws(FileError) {
            mapped = try MappedFile(path: path).bytes
        } catch {
            guard error.isMissing, error.code == 2 else { throw .file(error) }
        }
        guard mapped?.count ?? 0 <= sizeLimit else { throw .tooLarge(path: path) }
        let bytes = mapped?.array() ?? []
        guard String(validating: bytes, as: UTF8.self) != nil else { throw illFormed(bytes, path) }
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        if let long = lines.firstIndex(where: { $0.count > Editor.lineLimit }) {
            throw .longLine(path: path, line: long + 1)
        }
        let hasMark = bytes.starts(with: mark)
        var content = hasMark ? Array(bytes.dropFirst(mark.count)) : bytes
        // Line ends are CRLF only when all of them are; otherwise a CR is a character as any other.
        let hasReturns = TextFile.hasReturns(content)
        if hasReturns { content.removeAll { $0 == 0x0D } }
        let endsLine = content.isEmpty || content.last == 0x0A
        if content.last == 0x0A { content.removeLast() }
        let file = TextFile(
            path: path, exists: mapped != nil, hasMark: hasMark, hasReturns: hasReturns, endsLine: endsLine,
            wasEmpty: bytes.count == (hasMark ? mark.count : 0), known: bytes)
        return (file, String(decoding: content, as: UTF8.self))
    }

    /// The bytes of the file when it holds `text`.
    public func bytes(of text: String) -> [UInt8] {
        var bytes: [UInt8] = hasMark ? TextFile.mark : []
        for byte in text.utf8 {
            if byte == 0x0A, hasReturns { bytes.append(0x0D) }
            bytes.append(byte)
        }
        if endsLine, !(text.isEmpty && wasEmpty) { bytes += hasReturns ? [0x0D, 0x0A] : [0x0A] }
        return bytes
    }

    /// Replaces the text of the file by `text`, whole or not at all.
    ///
    /// - Throws: ``SaveFailure/changedByOthers`` once when the file is not what was last read or written.
    public mutating func save(_ text: String) throws(SaveFailure) {
        if let now = (try? MappedFile(path: path))?.bytes.array(), now != known {
            known = now
            throw .changedByOthers
        }
        let bytes = bytes(of: text)
        do {
            try replaceFile(at: path, with: bytes)
        } catch {
            throw .file(error)
        }
        known = bytes
    }

    /// Writes `text` beside the file, under a name that nothing has yet, and returns that name.
    ///
    /// `FILE.recovered` is tried first, then `FILE.recovered2` and so on.
    public func saveBeside(_ text: String) throws(FileError) -> String {
        for number in 1..<1000 {
            let name = TextFile.recoveredName(path, number)
            do {
                _ = try MappedFile(path: name)
            } catch {
                guard error.isMissing else { continue }
                // Perhaps nobody else may read the file, so nobody else may read the copy.
                try replaceFile(at: name, with: bytes(of: text), mode: 0o600)
                return name
            }
        }
        throw FileError(.write, TextFile.recoveredName(path, 1), 17)
    }

    /// The texts that were saved beside the file at `path` when the editor was ended by force.
    public static func recovered(_ path: String) -> [String] {
        var names: [String] = []
        for number in 1..<1000 {
            let name = recoveredName(path, number)
            guard (try? MappedFile(path: name)) != nil else { break }
            names.append(name)
        }
        return names
    }

    private static func recoveredName(_ path: String, _ number: Int) -> String {
        "\(path).recovered\(number > 1 ? String(number) : "")"
    }

    /// Whether every LF has a CR before it, every CR an LF after it, and there is one.
    private static func hasReturns(_ bytes: [UInt8]) -> Bool {
        var count = 0
        var former: UInt8 = 0
        for byte in bytes {
            if (byte == 0x0A) != (former == 0x0D) { return false }
            if byte == 0x0A { count += 1 }
            former = byte
        }
        return count > 0 && former != 0x0D
    }

    private static func illFormed(_ bytes: [UInt8], _ path: String) -> Failure {
        var (offset, line, column) = (0, 1, 1)
        while offset < bytes.count, case .scalar(let scalar, let length) = UTF8Sequence(bytes.span, offset) {
            offset += length
            line += scalar == "\n" ? 1 : 0
            column = scalar == "\n" ? 1 : column + length
        }
        return .illFormed(path: path, line: line, column: column)
    }
}
