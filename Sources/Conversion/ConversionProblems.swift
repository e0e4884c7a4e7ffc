import Text

/// What a converter could not convert: counted by kind, with the place of the first of each.
///
///     decoder.problems[.undefined]?.count        // 3
///     decoder.problems[.undefined]?.firstOffset  // 1200, in bytes from the beginning of the input
public struct ConversionProblems: Hashable, Sendable {
    /// What may be wrong with a piece of the input.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Bytes that are not UTF-8.
        case illFormed = "ill-formed"
        /// A byte that the encoding gives no meaning.
        case undefined
        /// A mark that follows no letter which can bear it; it is read as the Latin-1 letter of its byte.
        case misplaced
        /// A character that the encoding has no way to write.
        case lacking
        /// A capital that the encoding has only as a small letter, which was written; or the reverse.
        case caseLost = "case-lost"
        /// A line that can be read both in the legacy encoding and in Unicode; it was left as it is.
        case undecided
        /// More marks on one letter than a text can mean (over 30); they were put in order in parts.
        case tooManyMarks = "too-many-marks"
        /// A line that the rules of a transform make more than 16 times as long, as when each makes more of what
        /// another has made; it was left as it is.
        case overgrown
        /// A word that the rules of a transform cannot decide: one of several spellings was written, or it was left.
        case doubtful
    }

    /// The problems of one kind.
    public struct Finding: Hashable, Sendable {
        /// What kind they are of.
        public var kind: Kind
        /// How many there are.
        public var count: Int
        /// Where the first one begins, in bytes from the beginning of the input.
        public var firstOffset: Int
        /// The first one as a text: the character, or the byte in hexadecimal such as `0xA7`.
        public var first: String
    }

    /// One finding for each kind that was met, in the order in which they were met.
    public private(set) var findings: [Finding] = []

    /// No problems.
    public init() {}

    /// Whether nothing was wrong.
    public var isEmpty: Bool { findings.isEmpty }

    /// How many problems there are, of all kinds.
    public var count: Int { findings.reduce(0) { $0 + $1.count } }

    /// The problems of `kind`, or nil when there are none.
    public subscript(kind: Kind) -> Finding? { findings.first { $0.kind == kind } }

    /// Counts one more problem.
    ///
    /// - Parameters:
    ///   - kind: What it is.
    ///   - offset: Where it begins, in bytes from the beginning of the input.
    ///   - first: What stands there; asked for the first of each kind only.
    public mutating func note(_ kind: Kind, at offset: Int, _ first: @autoclosure () -> String = "") {
        for index in findings.indices where findings[index].kind == kind {
            findings[index].count += 1
            return
        }
        findings.append(Finding(kind: kind, count: 1, firstOffset: offset, first: first()))
    }

    /// Counts `bytes` as one more problem, which is named by the first of them in hexadecimal, such as `0xC3 0x28`.
    mutating func note(_ kind: Kind, at offset: Int, bytes: some Sequence<UInt8>) {
        note(kind, at: offset, bytes.map { "0x" + hexadecimal(UInt32($0), width: 2) }.joined(separator: " "))
    }

    /// Adds the problems of `other`, whose offsets are of the same input.
    public mutating func add(_ other: ConversionProblems) {
        for finding in other.findings {
            if let index = findings.firstIndex(where: { $0.kind == finding.kind }) {
                findings[index].count += finding.count
                if finding.firstOffset < findings[index].firstOffset {
                    findings[index].firstOffset = finding.firstOffset
                    findings[index].first = finding.first
                }
            } else {
                findings.append(finding)
            }
        }
    }

    /// These problems with those of `kind` among `others`, which were found in a later form of the text.
    func adding(_ kind: Kind, of others: ConversionProblems) -> ConversionProblems {
        guard let finding = others[kind] else { return self }
        var result = self
        result.findings.append(finding)
        return result
    }
}
