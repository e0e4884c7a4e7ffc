/// Something wrong in a text file: what, where, and how to fix it, in each language of ``Wording``.
///
///     Diagnostic(
///         KeymapMessage.duplicateLetter("â"), at: range, in: text,
///         notes: [.init(.firstDeclaredHere, at: first, in: text)],
///         fixIts: [.init(.removeThisDeclaration, [.init(range, "")])])
///
/// Messages are lower case, without a full stop, and quote the author's own text.
public struct Diagnostic: Sendable {
    /// How bad it is.
    public enum Severity: String, Sendable {
        /// Nothing is written.
        case error
        /// Probably not what the author meant.
        case warning
        /// What belongs to another diagnostic.
        case note
    }

    /// A further place that explains a diagnostic.
    public struct Note: Sendable {
        /// What is to be seen there.
        public var wording: Wording
        /// The text it is in.
        public var text: SourceText
        /// The bytes it is about.
        public var range: Range<Int>

        /// A note on the bytes `range` of `text`.
        public init(_ wording: Wording, at range: Range<Int>, in text: SourceText) {
            self.wording = wording
            self.text = text
            self.range = range
        }
    }

    /// A change that fixes what is wrong.
    public struct FixIt: Sendable {
        /// A range of bytes and what replaces it.
        public struct Edit: Sendable {
            /// The bytes to be replaced; empty to insert.
            public var range: Range<Int>
            /// What stands there afterwards.
            public var replacement: String

            /// Replaces the bytes of `range` by `replacement`.
            public init(_ range: Range<Int>, _ replacement: String) {
                self.range = range
                self.replacement = replacement
            }
        }

        /// What the change does, in the imperative.
        public var wording: Wording
        /// The changes, in any order, not overlapping; all in the diagnostic's text.
        public var edits: [Edit]
        /// Whether it is the only fix there is, so that it may be made without asking.
        ///
        /// A change that guesses what the author meant, or that throws away what may be wanted, is not.
        public var isObvious: Bool

        /// A change described by `wording`; without edits it is advice.
        public init(_ wording: Wording, _ edits: [Edit] = [], isObvious: Bool = true) {
            self.wording = wording
            self.edits = edits
            self.isObvious = isObvious
        }
    }

    /// The stable name of this kind of problem, such as `keymap.duplicate-letter`.
    public var id: String
    /// How bad it is.
    public var severity: Severity
    /// What was found and what was expected.
    public var wording: Wording
    /// The text it is in.
    public var text: SourceText
    /// The bytes it is about.
    public var range: Range<Int>
    /// Further places that explain it.
    public var notes: [Note]
    /// Ways to fix it.
    public var fixIts: [FixIt]
    /// How many problems it reports: 1, unless it stands for many that are not shown one by one.
    public var count = 1

    /// A diagnostic that reports `message` about the bytes `range` of `text`.
    public init(
        _ message: some DiagnosticMessage, at range: Range<Int>, in text: SourceText,
        notes: [Note] = [], fixIts: [FixIt] = []
    ) {
        id = message.id.rawValue
        severity = message.severity
        wording = message.wording
        self.text = text
        self.range = range
        self.notes = notes
        self.fixIts = fixIts
    }

    /// Where it begins.
    public var position: Position { text.position(of: range.lowerBound) }
}

extension Diagnostic {
    /// `diagnostics` by where they begin in the text; those of one place as they were found.
    ///
    /// - Complexity: O(*n* log *n*).
    public static func inOrder(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        diagnostics.enumerated().sorted {
            ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
        }.map { $0.element }
    }
}
