import Diagnostics
@testable import LexiconCompiler
import Lexicon
import Bytes
import TransformCompiler
import Testing

/// Headwords as rules write them: what comes out, and what is said when nothing can.
struct TransliterationTests {
    /// A list of Yi syllables with a further statement in its header.
    static func list(_ statement: String, _ entries: String = "ꀀ") -> String {
        """
        lexicon 1
        language iii
        script Yiii
        title ꆈꌠꁱꂷ
        licence CC0-1.0
        source unicode The Unicode Standard, block Yi Syllables
        \(statement)
        columns headword
        entries
        \(entries)

        """
    }

    /// Rules for two syllables; ꀃ becomes nothing.
    static let rules = """
        transform 1
        from iii-Yiii
        to iii-Latn
        title ꆈꌠꁱꂷ
        version 1.0
        licence CC0-1.0
        status draft
        source unicode The Unicode Standard, block Yi Syllables
        rules
        ꀀ > it;
        ꀁ > ix;
        ꀃ > ;
        tests
          ꀀ -> it

        """

    /// The transforms there are; that of Greek has the head of another, that of Thai an error.
    static let transform: @Sendable (String) -> SourceText? = { name in
        switch name {
        case "iii-Yiii/iii-Latn", "iii-Yiii/iii-Grek": SourceText(path: "\(name).transform", rules)
        case "iii-Yiii/iii-Thai":
            SourceText(path: "\(name).transform", rules.replacing("ꀁ > ix;", with: "ꀁ ix;"))
        default: nil
        }
    }

    static func compile(
        _ text: String, transform: ((String) -> SourceText?)? = transform
    ) -> (bytes: [UInt8]?, diagnostics: [Diagnostic]) {
        LexiconCompiler.compile(SourceText(path: "yi.lexicon", text), transform: transform)
    }

    @Test func `The rules and what they make are in the compiled lexicon`() throws {
        let (bytes, diagnostics) = Self.compile(Self.list("transliteration iii-Latn", "ꀀꀁ\nꀀ"))
        #expect(diagnostics.map { $0.rendered() } == [])
        let lexicon = try Lexicon(Bytes(try #require(bytes)))
        #expect(lexicon.info.transliterations == [.init(form: "iii-Latn", status: "draft", version: "1.0")])
        #expect(lexicon.info.status(ofForm: "iii-Latn") == "draft")
        #expect(lexicon.entry(0)?.transliterations == [.init(form: "iii-Latn", text: "itix")])
        #expect(lexicon.entry(1)?.transliterations == [.init(form: "iii-Latn", text: "it")])
        #expect(lexicon.entry(0)?.romanisation == nil)
    }

    @Test func `Without the statement the file has nothing of them`() throws {
        let bytes = try #require(Self.compile(Self.list("status draft")).bytes)
        let lexicon = try Lexicon(Bytes(bytes))
        #expect(lexicon.info.transliterations.isEmpty)
        #expect(lexicon.entry(0)?.transliterations == [])
    }

    @Test func `Said to be partial, what cannot be written is left out without a word`() throws {
        let (bytes, diagnostics) = Self.compile(
            Self.list("transliteration iii-Latn partly", "ꀀꀂ\nꀀꀁ\nꀃ"))
        #expect(diagnostics.map { $0.rendered() } == [])
        let lexicon = try Lexicon(Bytes(try #require(bytes)))
        #expect((0..<3).map { lexicon.entry($0)?.transliterations.map(\.text) } == [[], ["itix"], []])
        #expect(lexicon.searchHeadwords("it", .prefix, limit: 9).map(\.entry) == [1])
    }

    @Test func `A transform with errors is not used, and its first error is shown`() throws {
        let (bytes, diagnostics) = Self.compile(Self.list("transliteration iii-Thai"))
        #expect(bytes == nil)
        #expect(diagnostics.map(\.id) == ["lexicon.broken-transform"])
        let diagnostic = try #require(diagnostics.first)
        #expect("\(diagnostic.position)" == "7:17")
        let note = try #require(diagnostic.notes.first)
        #expect(note.text.path == "iii-Yiii/iii-Thai.transform")
        #expect(note.wording == TransformCompiler.read(note.text).diagnostics.first?.wording)
        #expect(diagnostic.rendered().contains("iii-Yiii/iii-Thai.transform:11:"))
    }

    @Test func `Without any transforms they are missing`() {
        let (bytes, diagnostics) = Self.compile(Self.list("transliteration iii-Latn"), transform: nil)
        #expect(bytes == nil)
        #expect(diagnostics.map(\.id) == ["lexicon.missing-transform"])
    }

    @Test func `Markers have the statement too`() throws {
        let source = SourceText(
            path: "yi.sfm",
            """
            \\_lexicon 1
            \\_language iii-Yiii
            \\_title ꆈꌠꁱꂷ
            \\_licence CC0-1.0
            \\_source unicode The Unicode Standard, block Yi Syllables
            \\_transliteration iii-Latn
            \\lx ꀁꀀ
            """)
        let (bytes, diagnostics) = LexiconCompiler.compile(source, transform: Self.transform)
        #expect(diagnostics.map { $0.rendered() } == [])
        let lexicon = try Lexicon(Bytes(try #require(bytes)))
        #expect(lexicon.searchHeadwords("ixit", .exact, limit: 1).map(\.field) == [.transliteration])
    }
}
