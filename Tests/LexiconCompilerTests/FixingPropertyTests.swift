import Diagnostics
import Files
import LexiconCompiler
import TestSupport
import Testing

/// `chu check --fix` on the shipped lexicons, and on mutations of them.
struct FixingPropertyTests {
    static let property = FixingProperty(
        replacing: [
            "lexicon.stand-in-letter", "lexicon.not-nfc", "lexicon.unknown-keyword",
            // The id of a source, the name of a method: a slip of a word that the header has.
            "lexicon.unknown-source", "lexicon.bad-method", "lexicon.unknown-marker",
        ],
        isContent: { $0.contains("\t") || $0.hasPrefix("\\") }, counts: { LexiconCompiler.counts(of: $0) },
        diagnose: { LexiconCompiler.compile($0, transform: Repository.transformSource).diagnostics })

    @Test(arguments: Repository.lexiconNames) func `In what is shipped nothing is fixed`(name: String) throws
    {
        #expect(Self.property.expect(try #require(Repository.lexiconSource(name))) == 0)
    }

    @Test(arguments: 0..<4) func `Mutations are fixed once and for all, and lose nothing`(shard: Int) throws {
        var mutations = SourceMutations(seed: 2_000 + UInt64(shard))
        let names = Repository.lexiconNames
        var fixes = 0
        for _ in 0..<FixingProperty.mutations(share: 10) {
            let name = mutations.choose(names)
            let source = try #require(name.flatMap(Repository.lexiconSource))
            let head = (0..<source.lineCount).first { source.text(source.lineRange($0)) == "entries" } ?? 20
            let part = mutations.part(of: source.bytes, head: head + 1, lines: 30)
            fixes += Self.property.expect(SourceText(path: source.path, bytes: mutations.mutated(part)))
        }
        #expect(fixes > 0)
    }

    @Test func `Mutations of records too`() {
        var mutations = SourceMutations(seed: 3_000)
        for _ in 0..<FixingProperty.mutations(share: 5) {
            let bytes = mutations.mutated(Array((MarkerTests.head + MarkerTests.record).utf8))
            Self.property.expect(SourceText(path: "a.sfm", bytes: bytes))
        }
    }
}
