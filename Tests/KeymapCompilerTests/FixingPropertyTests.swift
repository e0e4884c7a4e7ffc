import Diagnostics
import KeymapCompiler
import TestSupport
import Testing

/// `chu check --fix` on the shipped keymaps, and on mutations of them.
struct FixingPropertyTests {
    static let property = FixingProperty(
        replacing: [
            // A word that is nearly another, a letter declared twice, a character of another script.
            "keymap.bad-key", "keymap.not-normalized", "keymap.unknown-statement", "keymap.foreign-script",
            "keymap.missing-statement", "keymap.listed-twice", "keymap.unknown-word",
            "keymap.duplicate-statement",
            "keymap.duplicate-rule", "keymap.not-first", "keymap.unknown-option", "keymap.unknown-value",
            // A rule that moves is gone from where it was.
            "keymap.hidden-rule",
        ],
        isContent: { $0.contains("->") }, counts: { KeymapCompiler.counts(of: $0) },
        diagnose: { KeymapCompiler.compile($0, include: Repository.keymapSource).diagnostics })

    @Test(arguments: Repository.keymapNames) func `In what is shipped nothing is fixed`(name: String) throws {
        #expect(Self.property.expect(try #require(Repository.keymapSource(name))) == 0)
    }

    @Test(arguments: 0..<4) func `Mutations are fixed once and for all, and lose nothing`(shard: Int) throws {
        var mutations = SourceMutations(seed: 1_000 + UInt64(shard))
        let names = Repository.keymapNames
        var fixes = 0
        for _ in 0..<FixingProperty.mutations(share: 10) {
            let name = mutations.choose(names)
            let source = try #require(name.flatMap(Repository.keymapSource))
            fixes += Self.property.expect(
                SourceText(path: source.path, bytes: mutations.mutated(source.bytes)))
        }
        #expect(fixes > 0)
    }
}
