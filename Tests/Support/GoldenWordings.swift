public import Diagnostics
import Files
import Text
import Testing

/// The sentences of a compiler's diagnostics as people see them, in one file a language beside the tests.
///
/// A file has a paragraph for each diagnostic: its id and what it points at, then the sentence, then its fix-its and
/// notes. `CHU_RENEW_WORDINGS=1` in the environment writes the files again.
public struct GoldenWordings {
    /// What stands in the files, from the root of the checkout, without `.en.txt`.
    private let path: String
    private var sights: [(head: String, sentences: [(label: Wording, wording: Wording)])] = []
    /// The ids of the diagnostics that were added.
    public private(set) var ids: Set<String> = []

    /// The files called `path`, such as `Tests/LexiconCompilerTests/Wordings/lexicon`.
    public init(_ path: String) { self.path = path }

    /// Adds a diagnostic with its fix-its and notes.
    public mutating func add(_ diagnostic: Diagnostic) {
        ids.insert(diagnostic.id)
        let marked = diagnostic.text.text(diagnostic.range).withVisibleControls.replacing("\t", with: " ")
            .prefix(30)
        sights.append(
            (
                diagnostic.id + (marked.isEmpty ? "" : " at \(quoted(String(marked)))"),
                [(Wording("", ""), diagnostic.wording)]
                    + diagnostic.fixIts.map { (Wording("fix-it: ", "cách sửa: "), $0.wording) }
                    + diagnostic.notes.map { (Wording("note: ", "ghi chú: "), $0.wording) }
            ))
    }

    /// Adds a sentence that no short source shows.
    public mutating func add(_ message: some DiagnosticMessage) {
        ids.insert(message.id.rawValue)
        sights.append((message.id.rawValue, [(Wording("", ""), message.wording)]))
    }

    /// Compares everything that was added with the files, and the two languages with each other.
    ///
    /// - Parameter same: Sentences that are the same in both languages for a reason.
    public func check(same: Set<String> = []) throws {
        for language in Wording.Language.allCases {
            let path = "\(Repository.root)/\(path).\(language.rawValue).txt"
            let text = sights.map { sight in
                ([sight.head]
                    + sight.sentences.map {
                        "  " + $0.label.text(in: language) + $0.wording.text(in: language)
                    })
                    .joined(separator: "\n") + "\n"
            }.joined(separator: "\n")
            if environmentVariable("CHU_RENEW_WORDINGS") == "1" {
                try replaceFile(at: path, with: Array(text.utf8))
            }
            let golden = Repository.text(path).map { $0.text(0..<$0.bytes.count) } ?? ""
            let lines = golden.split(separator: "\n", omittingEmptySubsequences: false)
            let found = text.split(separator: "\n", omittingEmptySubsequences: false)
            let different = zip(lines, found).first { $0 != $1 }
            #expect(
                golden == text,
                "\(path): '\(different?.0 ?? "")' is now '\(different?.1 ?? ""); CHU_RENEW_WORDINGS=1 renews it"
            )
        }
        for sight in sights {
            for (_, wording) in sight.sentences where !same.contains(wording.english) {
                #expect(wording.vietnamese != wording.english, "\(sight.head)")
                #expect(!wording.english.isEmpty && !wording.vietnamese.isEmpty, "\(sight.head)")
            }
        }
    }
}
