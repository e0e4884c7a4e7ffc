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
    /// - Returns: The compiled keymap, nil when there is an error; and all diagnostics in the order of the source.
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
        let (definition, diagnostics, includes) = KeymapParser.parse(
            source, include: include, includable: includable)
        guard let definition else { return (nil, diagnostics, includes) }
        let (bytes, all) = compiled(definition, source, diagnostics)
        return (bytes, all, includes)
    }

    private static func compiled(
        _ definition: KeymapDefinition, _ source: SourceText, _ found: [Diagnostic]
    ) -> (bytes: [UInt8]?, diagnostics: [Diagnostic]) {
        var diagnostics = found
        let bytes: [UInt8]
        do {
            let written = try KeymapWriter.write(definition)
            bytes = written.bytes
            for hidden in written.hiddenRules where hidden.rule.origin.text.path == source.path {
                diagnostics.append(Messages(source: source).hiddenRule(hidden))
            }
        } catch {
            let messages = Messages(source: source)
            switch error {
            case .grammar:
                diagnostics.append(messages.tooLarge("the syllables", definition.grammars.first?.origin))
            case .rules(let origin): diagnostics.append(messages.tooLarge("the rules", origin))
            case .cluster: diagnostics.append(messages.tooLarge("the cluster", definition.cluster?.origin))
            case .conditions:
                let ways = definition.letters.lazy.flatMap(\.ways)
                let origin = ways.last { $0.condition != nil }?.origin
                diagnostics.append(messages.tooLarge("what hangs on options", origin))
            }
            return (nil, diagnostics)
        }
        guard let keymap = try? Keymap(Bytes(bytes)) else {
            diagnostics.append(Messages(source: source).tooLarge("the keymap", nil))
            return (nil, diagnostics)
        }
        let failures = AuthorTests(keymap: keymap).failures(of: definition.tests)
        if failures.isEmpty, let ambiguities = Ambiguities(definition, keymap, source: source) {
            diagnostics += ambiguities.diagnostics()
        }
        return (failures.isEmpty ? bytes : nil, diagnostics + failures)
    }
}
