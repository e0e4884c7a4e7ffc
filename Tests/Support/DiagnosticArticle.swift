import Diagnostics

/// An article that explains diagnostics: a section for each id, with a mistake and what to write instead.
public struct DiagnosticArticle {
    /// A language in which articles are written.
    public enum Language: Sendable {
        case english, vietnamese

        /// The line between the mistake and what is right.
        var instead: String { self == .english ? "Instead:" : "Sửa thành:" }

        /// What stands before the first sentence, for each severity that a section can have.
        var severities: [Severity: String] {
            switch self {
            case .english: [.error: "*Error.* ", .warning: "*Warning.* ", .either: "*Error or warning.* "]
            case .vietnamese: [.error: "*Lỗi.* ", .warning: "*Cảnh báo.* ", .either: "*Lỗi hoặc cảnh báo.* "]
            }
        }
    }

    /// What the first words of a section say.
    public enum Severity: Sendable {
        case error, warning
        /// An error in some files and a warning in others.
        case either
    }

    /// The section of one id.
    public struct Section: Sendable {
        /// The id, such as `lexicon.no-gloss`.
        public var id: String
        /// The severity that the first words state.
        public var severity: Severity
        /// The mistake, as it is printed.
        public var mistake: String
        /// What is right, as it is printed.
        public var correction: String
    }

    /// A section that has another form than all others, or an article that cannot be read.
    public struct Malformed: Error {
        /// Where it is.
        public var place: String
    }

    /// The sections, in the order of the article.
    public var sections: [Section] = []
    /// How deep each heading is, and the ids in between.
    private var outline: [String] = []

    /// Reads the article at `path`, from the root of the checkout.
    public init(_ path: String, in language: Language) throws {
        guard let file = Repository.text("\(Repository.root)/\(path)") else { throw Malformed(place: path) }
        var body: [Substring] = []
        var id: Substring?
        var isCode = false
        func finish() throws {
            guard let id else { return }
            sections.append(try DiagnosticArticle.section(id, body, language))
        }
        for line in file.text(0..<file.bytes.count).split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") { isCode.toggle() }
            if !isCode, line.hasPrefix("# ") || line.hasPrefix("## ") || line.hasPrefix("### ") {
                try finish()
                id = line.hasPrefix("### ") ? line.dropFirst(4) : nil
                body = []
                outline.append(id.map(String.init) ?? String(line.prefix { $0 == "#" }))
            } else {
                body.append(line)
            }
        }
        try finish()
    }

    /// Whether `other`, in another language, has the same headings, ids and severities in the same order.
    public func hasOutline(of other: DiagnosticArticle) -> Bool {
        outline == other.outline && sections.map(\.severity) == other.sections.map(\.severity)
    }

    /// One or more paragraphs, a block, a line of its own, a block, and nothing more.
    private static func section(
        _ id: Substring, _ body: [Substring], _ language: Language
    ) throws -> Section {
        let text = body.joined(separator: "\n")
        let pieces = text.split(separator: "```", omittingEmptySubsequences: false)
        guard let severity = language.severities.first(where: { text.hasPrefix("\n" + $0.value) })?.key,
            pieces.count == 5, pieces[1].hasPrefix("\n"), pieces[3].hasPrefix("\n"),
            pieces[2] == "\n\n\(language.instead)\n\n", pieces[4].allSatisfy({ $0 == "\n" })
        else { throw Malformed(place: String(id)) }
        return Section(
            id: String(id), severity: severity, mistake: String(pieces[1].dropFirst()),
            correction: String(pieces[3].dropFirst()))
    }

    /// The bytes of an example: `<TAB>` is a tab, `<U+0306>` a code point and `<F3>` a byte.
    public static func bytes(_ example: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = Substring(example)
        while let first = rest.first {
            if first == "<", let end = rest.firstIndex(of: ">"),
                let named = DiagnosticArticle.named(rest[rest.index(after: rest.startIndex)..<end])
            {
                bytes += named
                rest = rest[rest.index(after: end)...]
            } else {
                bytes += Array(String(first).utf8)
                rest = rest.dropFirst()
            }
        }
        return bytes
    }

    private static func named(_ name: Substring) -> [UInt8]? {
        if name == "TAB" { return [0x09] }
        if name.hasPrefix("U+") {
            return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init).map {
                Array(String(Character($0)).utf8)
            }
        }
        return name.utf8.count == 2 ? UInt8(name, radix: 16).map { [$0] } : nil
    }
}
