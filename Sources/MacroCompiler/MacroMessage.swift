/// A line of a macro file that cannot be used: which bytes, what is wrong with them, and how to mend it.
///
///     let (_, problems) = Macros.read(Array("macros 1\nko\n".utf8))
///     problems[0].line         // 2
///     problems[0].description  // "no '=' stands between the key and its expansion; expected 'ko = …'"
public struct MacroProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// The first line does not say what the file is.
        case missingHeader = "missing-header"
        /// The file is of another version, or a UniKey table that is not in UTF-8.
        case unknownVersion = "unknown-version"
        /// Bytes that are not UTF-8.
        case illFormedText = "ill-formed-text"
        /// A character that is no text.
        case controlCharacter = "control-character"
        /// Nothing parts a key from its expansion.
        case missingSeparator = "missing-separator"
        /// A line without a key.
        case missingKey = "missing-key"
        /// A key without an expansion.
        case missingExpansion = "missing-expansion"
        /// A key with a blank in it.
        case blankInKey = "blank-in-key"
        /// A key longer than any word.
        case longKey = "long-key"
        /// An expansion that does not fit.
        case longExpansion = "long-expansion"
        /// A key that was there before.
        case duplicateKey = "duplicate-key"
        /// More keys than there may be.
        case tooMany = "too-many"

        /// Whether a table goes on well without the line.
        ///
        /// UniKey too leaves such lines out, or has other limits.
        var isOfOneLine: Bool {
            switch self {
            case .missingSeparator, .missingKey, .missingExpansion, .blankInKey, .longKey, .longExpansion,
                .duplicateKey:
                true
            case .missingHeader, .unknownVersion, .illFormedText, .controlCharacter, .tooMany: false
            }
        }
    }

    /// What is wrong.
    public var reason: Reason
    /// Whether the table is good without the line: it is UniKey's, and was not written for this program.
    public var isWarning: Bool
    /// The line, from 1.
    public var line: Int
    /// The column, from 1, in bytes.
    public var column: Int
    /// The bytes of the file that are wrong.
    public var range: Range<Int>
    /// What was found and what was expected, without a full stop.
    public var description: String
    /// The line at which the key was defined first, when ``reason`` is ``Reason/duplicateKey``.
    public var firstLine: Int?

    /// The name of the kind of problem, such as `macros.missing-separator`.
    public var id: String { "macros.\(reason.rawValue)" }
}
