@testable import LexiconCompiler
import Diagnostics
import TestSupport
import Testing

/// What the compiler says, in each language.
struct WordingTests {
    /// What no short source shows, or shows only in another file.
    static let others: [LexiconMessage] =
        LimitedText.allCases.map {
            .tooLong($0, count: 2000, limit: 1023)
        } + [
            .tooLarge(limit: LexiconCompiler.sizeLimit),
            .brokenTransform("iii-Yiii/iii-Thai", errors: 1),
            .brokenTransform("iii-Yiii/iii-Thai", errors: 2),
            .unreadMarker("pd", count: 2), .mixedSpelling("ɓ", count: 2, usual: "ƀ", usualCount: 3),
            .foreignLetters("ка", ["\u{E000}"], script: "Latn"),
        ]

    @Test func `Each sentence is in the files of both languages, and each id has one`() throws {
        var golden = GoldenWordings("Tests/LexiconCompilerTests/Wordings/lexicon")
        for example in DiagnosticsTests.cases {
            let source = try example.markedSource().text
            let diagnostics = LexiconCompiler.compile(
                source, exists: { $0.hasPrefix("here") }, transform: TransliterationTests.transform
            ).diagnostics
            for diagnostic in diagnostics { golden.add(diagnostic) }
        }
        for message in Self.others { golden.add(message) }
        let unreadable = try #require(SourceText(path: "a.lexicon", bytes: [0xFF]).unreadable)
        golden.add(LexiconMessage.unreadable(unreadable))
        #expect(golden.ids == Set(LexiconCompiler.diagnosticKinds.map(\.id)))
        try golden.check()
    }

    @Test func `A severity is the one of its kind, or less`() {
        for example in DiagnosticsTests.cases {
            let kind = LexiconCompiler.diagnosticKinds.first { $0.id == example.id }
            #expect(kind?.severity == example.severity || kind?.severity == .error, "\(example.id)")
        }
    }
}
