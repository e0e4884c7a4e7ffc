import Diagnostics
import TestSupport
import Testing
import TransformCompiler

/// `chu check --fix` on the shipped transforms, and on mutations of them.
struct FixingPropertyTests {
    static let property = FixingProperty(
        replacing: ["transform.unknown-keyword"], isContent: { $0.contains("->") },
        counts: { [TransformCompiler.lineCount(of: $0)] },
        diagnose: { TransformCompiler.read($0).diagnostics })

    static let paths = Repository.files(in: "Transforms", ending: ".transform")

    @Test(arguments: paths) func `In what is shipped nothing is fixed`(path: String) throws {
        #expect(Self.property.expect(try #require(Repository.text("\(Repository.root)/\(path)"))) == 0)
    }

    @Test func `Mutations are fixed once and for all, and lose nothing`() throws {
        var mutations = SourceMutations(seed: 4_000)
        for _ in 0..<FixingProperty.mutations(share: 10) {
            let path = mutations.choose(Self.paths)
            let source = try #require(path.flatMap { Repository.text("\(Repository.root)/\($0)") })
            Self.property.expect(SourceText(path: source.path, bytes: mutations.mutated(source.bytes)))
        }
    }
}
