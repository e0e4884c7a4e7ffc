/// Something wrong in a text file: what, where, and how to mend it.
///
///     Diagnostic(
///         "keymap.duplicate-letter", .error, "letter 'â' is declared twice", at: range, in: text,
///         notes: [.init("first declared here", at: first, in: text)],
///         fixIts: [.init("remove this declaration", [.init(range, "")])])
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
        public var message: String
        /// The text it is in.
        public var text: SourceText
        /// The bytes it is about.
        public var range: Range<Int>

        /// A note on the bytes `range` of `text`.
        public init(_ message: String, at range: Range<Int>, in text: SourceText) {
            self.message = message
            self.text = text
            self.range = range
        }
    }

    /// A change that mends what is wrong.
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
        public var message: String
        /// The changes, in any order, not overlapping; all in the diagnostic's text.
        public var edits: [Edit]
        /// Whether it is the one mend there is, so that it may be made unasked.
        ///
        /// A change that guesses what the author meant, or that throws away what may be wanted, is not.
        public var isObvious: Bool

        /// A change described by `message`; without edits it is advice.
        public init(_ message: String, _ edits: [Edit] = [], isObvious: Bool = true) {
            self.message = message
            self.edits = edits
            self.isObvious = isObvious
        }
    }

    /// The stable name of this kind of problem, such as `keymap.duplicate-letter`.
    public var id: String
    /// How bad it is.
    public var severity: Severity
    /// What was found and what was expected.
    public var message: String
    /// The text it is in.
    public var text: SourceText
    /// The bytes it is about.
    public var range: Range<Int>
    /// Further places that explain it.
    public var notes: [Note]
    /// Ways to mend it.
    public var fixIts: [FixIt]
    /// How many problems it tells of: 1, unless it stands for many that are not told one by one.
    public var count = 1

    /// A diagnostic of the kind `id` about the bytes `range` of `text`.
    public init(
        _ id: String, _ severity: Severity, _ message: String, at range: Range<Int>, in text: SourceText,
        notes: [Note] = [], fixIts: [FixIt] = []
    ) {
        self.id = id
        self.severity = severity
        self.message = message
        self.text = text
        self.range = range
        self.notes = notes
        self.fixIts = fixIts
    }

    /// Where it begins.
    public var place: Place { text.place(of: range.lowerBound) }
}

/// The source could not be compiled; every reason is told.
public struct CompilationError: Error, Sendable {
    /// Errors and warnings, in the order of the source.
    public var diagnostics: [Diagnostic]

    /// A failure for the reasons `diagnostics`.
    public init(_ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }
}
