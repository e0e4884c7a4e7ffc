import Foundation

/// Finds English in what should be Vietnamese.
enum EnglishWords {
    /// Words that every other English sentence has and that are not Vietnamese syllables.
    private static let common: Set<String> = [
        "the", "is", "of", "not", "and", "with", "expected", "such", "this", "that", "are", "was", "has",
        "have",
        "from", "be", "which", "it", "or", "for", "here", "but", "only", "must", "cannot", "there", "its",
        "write",
        "remove", "missing", "unknown", "error", "warning", "note", "twice", "first", "nothing", "before",
        "after",
        "does", "did", "you", "show", "default", "values", "please", "provide",
    ]

    /// The lines of `text` with such a word, quoted text, options, placeholders, ids, names of forms and of ICU aside.
    ///
    /// Lines of sources that a diagnostic shows, and the carets below them, are not looked at.
    static func lines(of text: String) -> [String] {
        text.split(separator: "\n").map(String.init).filter { line in
            if line.prefixMatch(of: #/\s*\d* \| /#) != nil { return false }
            if line.prefixMatch(of: #/  (trước|sau): /#) != nil { return false }
            let own = line.replacing(#/^\S+:\d+:\d+: /#, with: "").replacing(#/'[^']*'/#, with: "")
                .replacing(#/\[[a-z]+\.[a-z-]+\]/#, with: "").replacing(#/--?[a-z][a-z-]*/#, with: "")
                .replacing(#/<[^>]*>|\([A-Z_]+\)/#, with: "").replacing(#/\S*[/.]\S+/#, with: "")
                .replacing(#/[a-z0-9]+(-[a-z0-9]+)+/#, with: "")
            return own.split { !$0.isLetter }.contains { common.contains($0.lowercased()) }
        }
    }
}
