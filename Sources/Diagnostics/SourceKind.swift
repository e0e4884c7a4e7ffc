/// A kind of file that people write: how it is recognized, and what is done with it.
///
///     SourceKind.of(SourceText(path: "a.sfm", "\\lx êa\n"))  // records, of a lexicon
///
/// ``all`` is the one table of them. A new format is a row there; what looks for sources, and the sentences that say
/// what is looked for, follow.
public struct SourceKind: Hashable, Sendable {
    /// What a source describes, and so who reads it.
    public enum Product: String, CaseIterable, Sendable {
        case keymap, lexicon, transform, macros

        /// What the name of the file ends in that programs use: the compiled one, or the source where nothing is
        /// compiled.
        public var suffix: String {
            switch self {
            case .keymap: "chukey"
            case .lexicon: "chulex"
            case .transform: "transform"
            case .macros: "macros"
            }
        }
    }

    /// What is done with a kind of source.
    public struct Uses: OptionSet, Hashable, Sendable {
        /// The uses as bits.
        public let rawValue: Int

        /// Uses numbered as `rawValue` says.
        public init(rawValue: Int) { self.rawValue = rawValue }

        /// It is compiled to a file, by `chu build`.
        public static let build = Uses(rawValue: 1 << 0)
        /// It is checked, by `chu check`.
        public static let check = Uses(rawValue: 1 << 1)
        /// It is not a source of its own but included by others, and not looked for in folders.
        public static let include = Uses(rawValue: 1 << 2)
    }

    /// How a file begins that is not recognized by its name; blank lines and comments aside.
    enum Beginning: Hashable {
        /// A statement of this keyword.
        case statement(String)
        /// This character.
        case character(Unicode.Scalar)
        /// A line that has all of these in it.
        case words([String])
    }

    /// What it is a source of.
    public let product: Product
    /// What the names of its files end in.
    public let suffixes: [String]
    /// What is done with it.
    public let uses: Uses
    private let beginning: Beginning?

    private init(_ product: Product, _ suffixes: [String], _ beginning: Beginning?, _ uses: Uses) {
        self.product = product
        self.suffixes = suffixes
        self.beginning = beginning
        self.uses = uses
    }

    /// A keymap.
    public static let keymap = SourceKind(.keymap, ["keymap"], .statement("keymap"), [.build, .check])
    /// A part of keymaps, which others include.
    public static let part = SourceKind(.keymap, ["part"], nil, [.build, .check, .include])
    /// A lexicon as a table.
    public static let table = SourceKind(.lexicon, ["lexicon"], .statement("lexicon"), [.build, .check])
    /// A lexicon as records of marked fields (MDF).
    public static let records = SourceKind(
        .lexicon, ["sfm", "mdf", "db"], .character("\\"), [.build, .check])
    /// The rules of a transform.
    public static let transform = SourceKind(.transform, ["transform"], .statement("transform"), .check)
    /// A macro file.
    public static let macros = SourceKind(.macros, ["macros"], .statement("macros"), .check)
    /// A table of macros that UniKey has written.
    public static let uniKeyMacros = SourceKind(.macros, [], .words(["***", "version="]), .check)

    /// All kinds, in the order in which they are looked for.
    public static let all = [keymap, part, table, records, transform, macros, uniKeyMacros]

    /// The first line by which the kind is recognized, for a person to write; nil where there is none.
    public var firstLine: String? {
        if case .statement(let keyword) = beginning { "\(keyword) 1" } else { nil }
    }

    /// The kind of `text`, from the name of its file or else from its first line; nil when it is none of them.
    public static func of(_ text: SourceText) -> SourceKind? {
        let name = text.path.split(separator: "/").last ?? ""
        if let dot = name.lastIndex(of: "."), dot != name.startIndex {
            let suffix = String(name[name.index(after: dot)...])
            if let kind = all.first(where: { $0.suffixes.contains(suffix) }) { return kind }
        }
        for index in 0..<text.lineCount {
            let line = text.text(text.lineRange(index)).drop { $0 == " " || $0 == "\t" }
            if !line.isEmpty, line.first != "#" { return all.first { $0.begins(line) } }
        }
        return nil
    }

    /// What the names of sources end in that have all of `uses`, or that are of `product`.
    public static func suffixes(
        for uses: Uses = [], of product: Product? = nil, without others: Uses = []
    ) -> [String] {
        all.filter {
            $0.uses.isSuperset(of: uses) && $0.uses.isDisjoint(with: others)
                && (product == nil || $0.product == product)
        }.flatMap(\.suffixes)
    }

    private func begins(_ line: Substring) -> Bool {
        switch beginning {
        case .statement(let keyword): line == keyword || line.hasPrefix(keyword + " ")
        case .character(let scalar): line.unicodeScalars.first == scalar
        case .words(let words): words.allSatisfy { SourceKind.holds(line, $0) }
        case nil: false
        }
    }
    /// Whether `word` stands in `line`: by bytes, because the standard library's search brings its regex engine along.
    private static func holds(_ line: Substring, _ word: String) -> Bool {
        let (line, word) = (Array(line.utf8), Array(word.utf8))
        return line.indices.contains { line[$0...].starts(with: word) }
    }
}
