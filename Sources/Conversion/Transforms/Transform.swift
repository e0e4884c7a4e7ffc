package import ICU

/// What the head of a transform says about it.
public struct TransformInfo: Hashable, Sendable {
    /// A source the rules were made from.
    public struct Origin: Hashable, Sendable {
        /// The short name it is called by.
        public var id: String
        /// What it is, for people.
        public var text: String

        /// A source called `id`.
        package init(id: String, text: String) {
            self.id = id
            self.text = text
        }
    }

    /// The form the text is in: a BCP 47 tag, such as `blt-Tavt`, or the name of a way of typing, such as `telex`.
    public var from = ""
    /// The form it is brought into.
    public var to = ""
    /// The name in the language itself, or whatever stands without a language.
    public var title = ""
    /// The name in further languages, by tag, in the order of the file.
    public var titles: [(language: String, text: String)] = []
    /// The version of the rules; empty when none is stated.
    public var version = ""
    /// The licence, an SPDX identifier.
    public var licence = ""
    /// `stable` or `draft`: whether every rule is confirmed by a source.
    public var status = ""
    /// Where the rules come from.
    public var sources: [Origin] = []

    /// A head that says nothing yet.
    package init() {}

    /// Whether two heads say the same.
    public static func == (left: TransformInfo, right: TransformInfo) -> Bool {
        left.key == right.key
    }

    /// Feeds what ``==(_:_:)`` compares.
    public func hash(into hasher: inout Hasher) { hasher.combine(key) }

    /// The title in `language`, or the own one when there is none.
    public func title(in language: String) -> String {
        titles.first { $0.language == language }?.text ?? title
    }

    private var key: [String] {
        [from, to, title, version, licence, status] + titles.flatMap { [$0.language, $0.text] }
            + sources.flatMap { [$0.id, $0.text] }
    }
}

/// Rules that bring text from one script or spelling into another, with what their file says about them.
///
///     let (transform, diagnostics) = TransformCompiler.read(source)
///     for diagnostic in diagnostics { print(diagnostic.rendered()) }
///     transform?.applied(to: "ꀉꂿ")  // "at mop"
///
/// `TransformCompiler` reads the file and describes it; the rules are those of ICU.
public struct Transform {
    /// A pair of the part `tests`: a text, and what becomes of it.
    public struct Pair: Hashable, Sendable {
        /// The text before.
        public var input: String
        /// The text after, in NFC.
        public var expected: String

        /// A pair of `input` and what it becomes.
        package init(input: String, expected: String) {
            self.input = input
            self.expected = expected
        }
    }

    /// What the head says.
    public let info: TransformInfo
    /// The pairs of the part `tests`, in order; each has been run.
    public let tests: [Pair]
    let rules: Transliterator

    /// A transform by compiled `rules`.
    package init(info: TransformInfo, tests: [Pair], rules: Transliterator) {
        self.info = info
        self.tests = tests
        self.rules = rules
    }

    /// `text` converted to the other form, in NFC; line by line, because no rule reaches across the end of a line.
    ///
    /// A line of which the rules make far too much stays as it is.
    ///
    /// - Complexity: O(*n*) for most rules.
    public func applied(to text: String) -> String {
        var converter = TransformConverter(self)
        var output: [UInt8] = []
        let input = Array(text.utf8)
        converter.convert(input.span, into: &output)
        converter.finish(into: &output)
        return String(decoding: output, as: UTF8.self)
    }
}
