import Bytes
public import Files

/// Why the user's words cannot be read or kept.
public enum UserWordsError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The system refused.
    case file(FileError)
    /// The file at this path does not begin with `words 1`.
    case otherFile(String)
    /// The file at this path is too large to be one of words.
    case tooLarge(String)

    /// What went wrong and with which file, without a full stop.
    public var description: String {
        switch self {
        case .file(let error): error.description
        case .otherFile(let path):
            "\(path): no file of words, which begins with the line 'words 1'; move it away, and a new one is made"
        case .tooLarge(let path):
            "\(path): larger than 4 MiB, so no file of words; move it away, and a new one is made"
        }
    }

    static func wrap<Result: ~Copyable>(
        _ body: () throws(FileError) -> Result
    ) throws(UserWordsError) -> Result {
        do throws(FileError) {
            return try body()
        } catch {
            throw .file(error)
        }
    }
}

/// The file of words: `words 1`, and then a line for each, how often it was written, a blank and the word.
extension UserWords {
    private static let header = "words 1"
    private static let sizeLimit = 4 << 20

    /// The words of a file's `bytes`, or nil when it does not begin with `words 1`.
    ///
    ///     UserWords.words(of: Array("words 1\n12 asâo\n".utf8))  // asâo, 12 times
    ///
    /// A line that has no count or no word is passed over, so that one bad line costs no other.
    public static func words(of bytes: [UInt8]) -> [Word]? {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)[...]
        guard let first = lines.popFirst(), first.elementsEqual(header.utf8) else { return nil }
        var words: [Word] = []
        for line in lines {
            let parts = line.split(separator: 0x20, maxSplits: 1)
            guard parts.count == 2, let count = Int(String(decoding: parts[0], as: UTF8.self)), count > 0,
                let text = String(validating: parts[1], as: UTF8.self), isWord(text)
            else { continue }
            words.append(Word(text, count: count))
        }
        return words
    }

    /// The file for `words`, those written most first.
    public static func text(of words: [Word]) -> [UInt8] {
        Array((header + "\n" + words.map { "\($0.count) \($0.text)\n" }.joined()).utf8)
    }

    static func text(of words: [String: Int]) -> [UInt8] { text(of: sorted(words)) }

    static func read(_ path: String) throws(UserWordsError) -> [String: Int] {
        let file: MappedFile
        do throws(FileError) {
            file = try MappedFile(path: path)
        } catch {
            guard error.isMissing else { throw .file(error) }
            return [:]
        }
        guard file.bytes.count <= sizeLimit else { throw .tooLarge(path) }
        guard let words = words(of: file.bytes.array()) else { throw .otherFile(path) }
        return bounded([:].merging(words.map { ($0.text, $0.count) }, uniquingKeysWith: sum))
    }

    /// Whether `text` is one word that can be kept: no blank or control character, and not too long.
    static func isWord(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= wordLimit
            && text.unicodeScalars.allSatisfy {
                !$0.properties.isWhitespace && $0.properties.generalCategory != .control
            }
    }

    static func sum(_ one: Int, _ other: Int) -> Int {
        let (sum, overflow) = one.addingReportingOverflow(other)
        return overflow ? .max : sum
    }

    static func sum(_ one: [String: Int], _ other: [String: Int]) -> [String: Int] {
        one.merging(other, uniquingKeysWith: sum)
    }

    static func copy(_ words: [String: Int]) -> [String: Int] {
        [:].merging(words.map { ($0.key, $0.value) }) { $1 }
    }

    static func sorted(_ words: [String: Int]) -> [Word] {
        words.map { Word($0.key, count: $0.value) }
            .sorted {
                $0.count != $1.count
                    ? $0.count > $1.count : $0.text.utf8.lexicographicallyPrecedes($1.text.utf8)
            }
    }

    /// `words`, without those written least where there are too many.
    static func bounded(_ words: [String: Int]) -> [String: Int] {
        guard words.count > countLimit else { return words }
        return [:].merging(sorted(words).prefix(countLimit).map { ($0.text, $0.count) }) { $1 }
    }
}
