import Bytes
import Engine
import Lexicon
import Composition
import Diagnostics
import Files
import KeymapCompiler
import LexiconCompiler
import TestSupport
import Testing

@testable import Catalogue

/// Which lexicons go with a keymap.
struct LexiconRuleTests {
    /// A data folder with a keymap of Tai Dam in Tai Viet script, and lexicons in two scripts and of other languages.
    private func withInstalled(_ body: (String) throws -> Void) throws {
        try withScratchFolder { folder in
            // The last one lies in a folder without a script, and one states another language than its folder.
            let lexicons = [
                ("blt-Latn/a", "blt", "Latn"), ("blt-Tavt/c", "blt", "Tavt"), ("blt-Tavt/b", "blt", "Tavt"),
                ("rad/core", "rad", "Latn"), ("blt/d", "blt", "Tavt"), ("blt/e", "rad", "Latn"),
            ]
            for (name, language, script) in lexicons {
                try install(
                    "\(folder)/lexicons/\(name).chulex",
                    LexiconCompiler.compile(lexicon(language, script, name), transform: { _ in nil }))
            }
            let keymaps = [
                ("blt-Tavt/k", "blt-Tavt"), ("blt/k", "blt"), ("blt-Latn/k", "blt-Latn"), ("vi/k", "vi"),
            ]
            for (name, language) in keymaps {
                try install(
                    "\(folder)/keymaps/\(name).chukey",
                    KeymapCompiler.compile(keymap(language), include: { _ in nil }))
            }
            try body(folder)
        }
    }

    private func install(_ path: String, _ compiled: (bytes: [UInt8]?, diagnostics: [Diagnostic])) throws {
        let bytes = try #require(
            compiled.bytes, "\(compiled.diagnostics.map { $0.rendered() }.joined(separator: "\n"))")
        try makeFolder(at: Path.parent(of: path))
        try replaceFile(at: path, with: bytes)
    }

    private func lexicon(_ language: String, _ script: String, _ name: String) -> SourceText {
        SourceText(
            path: "\(name).lexicon",
            """
            lexicon 1
            language \(language)
            script \(script)
            title \(name)
            licence CC0-1.0
            source sample words for tests
            columns headword vi
            entries
            mạ\tngựa

            """)
    }

    private func keymap(_ language: String) -> SourceText {
        SourceText(
            path: "k.keymap",
            """
            keymap 1
            language \(language)
            title Thử
            version 1.0
            licence CC0-1.0
            status draft
            source sample a keymap for tests
            letters vowel
              a e
            letters consonant
              m n
            syllable Word
              onset [consonant]+
              rime [vowel]+
            tests
              ma -> ma

            """)
    }

    @Test(arguments: [
        ("blt-Tavt", ["blt-Tavt/b", "blt-Tavt/c", "blt/d", "blt-Latn/a"]),
        ("blt-Latn", ["blt-Latn/a", "blt-Tavt/b", "blt-Tavt/c", "blt/d"]),
        ("blt", ["blt-Latn/a", "blt-Tavt/b", "blt-Tavt/c", "blt/d"]),
        ("BLT-tavt-VN", ["blt-Tavt/b", "blt-Tavt/c", "blt/d", "blt-Latn/a"]),
        ("vi", []),
    ])
    func `Those of the script come first, then by name`(language: String, names: [String]) throws {
        try withInstalled { folder in
            let (found, problems) = Catalogue.lexicons(for: language, in: [folder])
            #expect(found.map(\.name) == names)
            #expect(problems.isEmpty)
        }
    }

    @Test func `A tag names the lexicons that fit all of it`() throws {
        try withInstalled { folder in
            let found = Catalogue.lexicons(for: "blt-Tavt", in: [folder]).lexicons
            #expect(found.filter(\.isOfScript).map(\.name) == ["blt-Tavt/b", "blt-Tavt/c", "blt/d"])
        }
    }

    /// `Catalogue.engine(_:in:)` is what `chu type` calls, the method of a catalogue what `chu_catalogue_open` does.
    @Test(arguments: ["blt-Tavt/k", "blt/k", "blt-Latn/k", "vi/k"])
    func `The command and the C library give a keymap the same lexicons in the same order`(name: String)
        throws
    {
        try withInstalled { folder in
            let catalogue = Catalogue.read([folder]).catalogue
            let opened = try #require(try catalogue.engine(name))
            let keymap = try Catalogue.keymap(at: "\(folder)/keymaps/\(name).chukey")
            let titles = opened.engine.lexicons.map(\.info.title)
            #expect(titles == Catalogue.engine(keymap, in: [folder]).engine.lexicons.map(\.info.title))
            #expect(
                titles == Catalogue.lexicons(for: keymap.info.language, in: [folder]).lexicons.map(\.name))
            #expect(titles.count == (name == "vi/k" ? 0 : 4))
        }
    }

    @Test func `A lexicon that cannot be opened is left out and reported`() throws {
        try withInstalled { folder in
            let path = "\(folder)/lexicons/blt-Tavt/b.chulex"
            try replaceFile(at: path, with: Array("lexicon 1\n".utf8))
            let opened = try #require(try Catalogue.read([folder]).catalogue.engine("blt-Tavt/k"))
            #expect(opened.engine.lexicons.map(\.info.title) == ["blt-Tavt/c", "blt/d", "blt-Latn/a"])
            #expect(opened.problems == [.container(path: path, .notCompiled)])
            #expect(
                opened.problems.map(\.description) == [
                    "\(path): not a compiled file; compile the source with 'chu build'"
                ])
        }
    }
}
