/// The section of an article that explains one kind of diagnostic.
///
///     ArticleSection("keymap.duplicate-letter", in: article)?.severity  // "Error"
///
/// Such a section has the id as its heading, then text that begins with the severity in italics, a block of code with
/// the mistake, a line of text, and a block with its correction.
public struct ArticleSection: Sendable {
    /// A piece of a section.
    public enum Block: Hashable, Sendable {
        /// A paragraph in Markdown, its lines joined by blanks.
        case text(String)
        /// The lines of an example.
        case code([String])
    }

    /// The id of the diagnostic.
    public let id: String
    /// How bad it is, in the language of the article: `Error`, `Warning` or `Error or warning`.
    public let severity: String
    /// What it says, without the severity.
    public let blocks: [Block]

    /// The section about `id` in the text of an article; nil when there is none.
    ///
    /// A `#` in an example is not a heading.
    ///
    /// - Complexity: O(*n*) in the length of the article.
    public init?(_ id: String, in article: String) {
        var blocks: [Block] = []
        var paragraph: [Substring] = []
        var code: [String]?
        var isWanted = false
        func finish() {
            if !paragraph.isEmpty { blocks.append(.text(paragraph.joined(separator: " "))) }
            paragraph = []
        }
        for line in article.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                if let lines = code {
                    if isWanted { blocks.append(.code(lines)) }
                    code = nil
                } else {
                    finish()
                    code = []
                }
            } else if code != nil {
                code?.append(String(line))
            } else if ["# ", "## ", "### "].contains(where: { line.hasPrefix($0) }) {
                if isWanted { break }
                isWanted = line == "### \(id)"
            } else if isWanted, line.isEmpty {
                finish()
            } else if isWanted {
                paragraph.append(line)
            }
        }
        finish()
        guard isWanted, case .text(let first) = blocks.first, first.first == "*",
            let end = first.dropFirst().firstIndex(of: "*")
        else { return nil }
        let word = first[first.index(after: first.startIndex)..<end]
        severity = word.hasSuffix(".") ? String(word.dropLast()) : String(word)
        blocks[0] = .text(String(first[first.index(after: end)...].drop { $0 == " " }))
        self.id = id
        self.blocks = blocks
    }

    /// Whether an example writes a character as `<TAB>`, `<U+0306>` or `<BE>`.
    public var hasNotation: Bool {
        blocks.contains { block in
            guard case .code(let lines) = block else { return false }
            return lines.contains { line in
                line.split(separator: "<").dropFirst().contains { piece in
                    guard let end = piece.firstIndex(of: ">") else { return false }
                    let name = piece[..<end]
                    return name == "TAB" || name.hasPrefix("U+")
                        || name.utf8.count == 2 && name.allSatisfy(\.isHexDigit)
                }
            }
        }
    }
}
