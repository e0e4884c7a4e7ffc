import Diagnostics
import Testing

/// What every compiler collects, and the header grammar that compilers share.
struct HeaderTests {
    enum ID: String, DiagnosticID {
        case unknown, repeated, empty, missing
        var severity: Diagnostic.Severity { self == .repeated ? .warning : .error }
    }

    enum Message: HeaderMessage, Equatable {
        case unknownKeyword(String, meant: String?)
        case repeatedKeyword(String)
        case emptyKeyword(String, example: String)
        case missingKeyword(String, example: String)

        var id: ID {
            switch self {
            case .unknownKeyword: .unknown
            case .repeatedKeyword: .repeated
            case .emptyKeyword: .empty
            case .missingKeyword: .missing
            }
        }
        var wording: Wording { Wording("\(self)", "\(self)") }
    }

    enum Keyword: String, HeaderKeyword {
        case title, source, licence
        var example: String { "\(rawValue) such" }
        var isRepeatable: Bool { self != .licence }
    }

    /// Where each diagnostic of a header stands, its id, and what its note points at.
    private func findings(_ header: String) -> [String] {
        let text = SourceText(path: "a", header)
        var report = Report<Message>(text)
        var reader = HeaderReader<Keyword, Message>()
        for line in 0..<text.lineCount where !text.isBlankOrComment(text.lineRange(line)) {
            guard let (word, value) = text.firstWord(of: text.lineRange(line)),
                let keyword = reader.keyword(at: word, among: Keyword.allCases, &report),
                reader.takes(keyword, at: word, value, &report)
            else { continue }
            switch keyword {
            case .title: _ = reader.title(.title, at: word, value, &report) { _, _ in true }
            case .source: _ = reader.source(.source, value, &report) { .repeatedKeyword($0) }
            case .licence: break
            }
        }
        let end = text.bytes.count..<text.bytes.count
        reader.require(Keyword.allCases, title: .title, example: "title Own", at: end, &report)
        return report.diagnostics.map { found in
            let notes = found.notes.map { " \(text.position(of: $0.range.lowerBound))" }
            return "\(found.position) \(found.id)" + notes.joined()
        }
    }

    @Test(arguments: [
        ("title A\nsource a Text\nlicence B", []),
        ("# none\ntitle A\ntitle (vi) B\n\nsource a Text\nsource b Text\nlicence B", []),
        ("title A\nsource a Text", ["2:14 missing"]),
        ("title A\nsource a Text\nlicense B\nlicence B", ["3:1 unknown"]),
        ("title A\nlicence B\nsource a Text\nlicence C", ["4:1 repeated 2:1"]),
        ("title A\ntitle B\nsource a Text\nlicence B", ["2:1 repeated 1:7"]),
        ("title A\ntitle (vi) B\ntitle (vi) C\nsource a T\nlicence B", ["3:7 repeated 2:8"]),
        ("title (vi) B\nsource a Text\nlicence B", ["3:10 missing"]),
        ("title A\ntitle (vi)\nsource a Text\nlicence B", ["2:7 empty"]),
        ("title A\nsource a\nsource a Text\nlicence", ["2:8 empty", "3:8 repeated 2:8", "4:1 empty"]),
    ])
    func `A header is read by one grammar`(header: String, expected: [String]) {
        #expect(findings(header) == expected)
    }

    @Test func `A fix-it writes the nearest keyword`() throws {
        var report = Report<Message>(SourceText(path: "a", "license B"))
        let reader = HeaderReader<Keyword, Message>()
        #expect(reader.keyword(at: 0..<7, among: Keyword.allCases, &report) == nil)
        let found = try #require(report.diagnostics.first)
        #expect(found.text.applying(try #require(found.fixIts.first)).bytes == Array("licence B".utf8))
        #expect(report.hasErrors)
    }

    @Test func `So many of each kind are kept, in the order of the source, and the rest is counted`() {
        let limit = Report<Message>.limit
        var report = Report<Message>(
            SourceText(path: "a", String(repeating: "a\n", count: limit + 5)))
        for line in (0..<limit + 5).reversed() {
            report.add(.repeatedKeyword("a"), at: 2 * line..<2 * line + 1)
        }
        report.add(.emptyKeyword("a", example: "a"), at: 0..<1)
        #expect(report.hasErrors)
        let found = report.diagnostics
        #expect(found.count == limit + 2)
        #expect(found.map(\.count).reduce(0, +) == limit + 6)
        #expect(found.prefix(limit + 1).map(\.range.lowerBound).isSorted)
        #expect(found.last?.count == 5 && found.last?.severity == .warning)
    }
}

extension [Int] {
    fileprivate var isSorted: Bool { zip(self, dropFirst()).allSatisfy(<=) }
}
