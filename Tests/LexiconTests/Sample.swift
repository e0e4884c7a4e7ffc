import Diagnostics
import Lexicon
import LexiconCompiler
import Bytes
import TestSupport
import Testing

/// A source compiled for a test.
struct Sample {
    /// A lexicon of the language `language` in the list form with these entries, fields separated by tabs.
    static func list(
        _ entries: [String], columns: String = "headword vi en", language: String = "rad",
        script: String = "Latn", header: String = ""
    ) -> SourceText {
        SourceText(
            path: "sample.lexicon",
            """
            lexicon 1
            language \(language)
            script \(script)
            title Klei Êđê
            licence CC0-1.0
            source sample words for tests
            \(header)
            columns \(columns)
            entries

            """ + entries.joined(separator: "\n") + "\n")
    }

    static func bytes(_ source: SourceText) throws -> [UInt8] {
        let (bytes, diagnostics) = LexiconCompiler.compile(source, transform: Repository.transformSource)
        return try #require(bytes, "\(diagnostics.map { $0.rendered() }.joined(separator: "\n"))")
    }

    static func lexicon(_ source: SourceText) throws -> Lexicon {
        try Lexicon(Bytes(try bytes(source)))
    }
}
