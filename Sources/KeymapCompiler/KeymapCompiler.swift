import Bytes
import Composition
public import Diagnostics

/// Compiles a keymap's source.
///
///     let (bytes, diagnostics) = KeymapCompiler.compile(source) { name in find(name) }
///     for diagnostic in diagnostics { print(diagnostic.rendered()) }
public struct KeymapCompiler {
    /// Compiles `source`, and runs the tests in it through the real composition machine.
    ///
    /// - Parameters:
    ///   - source: What the author wrote.
    ///   - include: Finds the source of a keymap that `source` includes, by its name, such as `vi/telex`.
    ///   - includable: The names that `include` may be asked for, to say which was meant when it finds nothing.
    /// - Returns: The compiled keymap, nil when there is an error; and all diagnostics in the order of the source,
    ///   those about included sources last.
    public static func compile(
        _ source: SourceText, include: (String) -> SourceText?, includable: () -> [String] = { [] }
    ) -> (bytes: [UInt8]?, diagnostics: [Diagnostic]) {
        let (bytes, diagnostics, _) = compiled(source, include: include, includable: includable)
        return (bytes, diagnostics)
    }

    /// Compiles `source` as ``compile(_:include:includable:)`` does, and says what it was compiled from.
    ///
    /// - Returns: The compiled keymap, nil when there is an error; all diagnostics in the order of the source; and the
    ///   paths of the sources that it includes, directly or not, in the order in which they are read.
    public static func compiled(
        _ source: SourceText, include: (String) -> SourceText?, includable: () -> [String] = { [] }
    ) -> (bytes: [UInt8]?, diagnostics: [Diagnostic], includes: [String]) {
        let checked = CheckedKeymap(source, include: include, includable: includable)
        var diagnostics = checked.diagnostics
        var bytes: [UInt8]?
        if let (definition, network) = checked.keymap {
            let written = written(definition, network, source)
            diagnostics += written.diagnostics
            bytes = written.bytes
        }
        return (bytes, inOrder(diagnostics, of: source, checked.includes), checked.includes)
    }

    /// The compiled keymap of a checked definition, and what only its tables and its tests show.
    private static func written(
        _ definition: KeymapDefinition, _ network: Network, _ source: SourceText
    ) -> (bytes: [UInt8]?, diagnostics: [Diagnostic]) {
        let reports = Reports(source: source)
        let automata: Automata
        let tables: KeymapWriter.Written
        do {
            automata = try Automata(definition, network)
            tables = try KeymapWriter.write(definition, automata)
        } catch {
            let origin = error.origin ?? KeymapDefinition.Origin(text: source, range: 0..<0)
            return (nil, [Reports.diagnostic(.tooLarge(error.table), origin)])
        }
        let hidden = tables.hiddenRules.filter { $0.rule.origin.text.path == source.path }
        let warnings = hidden.map(reports.hiddenRule)
        let keymap: Keymap
        do {
            keymap = try opened(tables.bytes)
        } catch {
            return (nil, warnings + [reports.diagnostic(.compilerFault(error.reason), 0..<0)])
        }
        let failures = AuthorTests(keymap: keymap, reason: SyllableReason(definition, network)).failures(
            of: definition.tests)
        guard failures.isEmpty else { return (nil, warnings + failures) }
        let ambiguities = Ambiguities(definition, automata, keymap, source: source)
        return (tables.bytes, warnings + ambiguities.diagnostics())
    }

    /// A compiled keymap that its own reader refuses, and why: a fault of this compiler.
    struct Fault: Error {
        var reason: String
    }

    /// The keymap of the bytes that were written.
    static func opened(_ bytes: [UInt8]) throws(Fault) -> Keymap {
        do {
            return try Keymap(Bytes(bytes))
        } catch {
            throw Fault(reason: "\(error)")
        }
    }

    /// Those of the source itself in its order, then those of each included source in its own.
    static func inOrder(
        _ diagnostics: [Diagnostic], of source: SourceText, _ includes: [String]
    ) -> [Diagnostic] {
        let paths = [source.path] + includes.filter { $0 != source.path }
        return paths.flatMap { path in
            Diagnostic.inOrder(diagnostics.filter { $0.text.path == path })
        }
    }
}

extension KeymapCompiler {
    /// How many different statements and how many tests `source` has, whatever is wrong with it; a fix must not lose any.
    ///
    /// - Complexity: O(*n*) in the length of the source.
    public static func counts(of source: SourceText) -> [Int] {
        let statements = Statements(source).statements
        let different = Set(statements.map { [$0.keyword.rawValue] + $0.words.map(\.text) })
        let tests = statements.filter { $0.keyword == .tests }.reduce(0) { $0 + $1.block.count }
        return [different.count, tests]
    }
}
