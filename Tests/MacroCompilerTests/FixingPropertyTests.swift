import Composition
import Diagnostics
import MacroCompiler
import TestSupport
import Testing

/// `chu check --fix` on mutations of macro files.
struct FixingPropertyTests {
    @Test(arguments: [
        "macros 1\n# của tôi\nko = không\nđc = được\nvn = Việt Nam\nng\tngười\n",
        ";DO NOT DELETE THIS LINE*** version=1 ***\nko:không\nđc:được\nvn:Việt Nam\n",
    ])
    func `Mutations are fixed once and for all, and lose nothing`(text: String) {
        let property = FixingProperty(
            replacing: [], isContent: { !$0.isEmpty },
            counts: { [MacroCompiler.read($0).macros.entries.count] },
            diagnose: { MacroCompiler.read($0).diagnostics })
        var mutations = SourceMutations(seed: 5_000)
        for _ in 0..<FixingProperty.mutations(share: 5) / 2 {
            property.expect(SourceText(path: "a.macros", bytes: mutations.mutated(Array(text.utf8))))
        }
    }
}
