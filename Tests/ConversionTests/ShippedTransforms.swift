import Conversion
import Diagnostics
import TransformCompiler
import TestSupport
import Testing

/// The transforms in the folder `Transforms`.
enum ShippedTransforms {
    /// Their names, such as `blt-Tavt/blt-Latn`, in order.
    static let names = Repository.names(in: "Transforms", endings: [".transform"])

    /// The transform `name`; fails the test when it has an error.
    static func read(_ name: String) throws -> Transform {
        let source = try #require(Repository.text("\(Repository.root)/Transforms/\(name).transform"))
        let (transform, diagnostics) = TransformCompiler.read(source)
        return try #require(transform, "\(diagnostics.map { $0.rendered() }.joined(separator: "\n"))")
    }

    /// Each of `texts` after the transform `name`: all lines of one text, because a file is one text.
    static func apply(_ name: String, to texts: [String]) throws -> [String] {
        let transform = try read(name)
        return transform.applied(to: texts.joined(separator: "\n")).split(
            separator: "\n", omittingEmptySubsequences: false
        ).map(String.init)
    }

    /// Brings `texts`, which are `what`, forth by one transform and back by another, and expects them unchanged and
    /// their results distinct.
    static func roundTrip(_ forth: String, _ back: String, _ texts: [String], _ what: String) throws {
        let there = try apply(forth, to: texts)
        let again = try apply(back, to: there)
        try #require(there.count == texts.count && again.count == texts.count)
        let wrong = texts.indices.filter { !texts[$0].unicodeScalars.elementsEqual(again[$0].unicodeScalars) }
        #expect(wrong.isEmpty, "\(what): \(wrong.prefix(5).map { "\(texts[$0]) \(there[$0]) \(again[$0])" })")
        #expect(Set(there).count == Set(texts).count, "\(what)")
    }
}
