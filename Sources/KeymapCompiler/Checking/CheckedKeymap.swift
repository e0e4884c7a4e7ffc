import Diagnostics

/// A source that is read with all it includes, and checked as a whole.
struct CheckedKeymap {
    /// What it declares, and what its grammars read; nil when there is an error.
    private(set) var keymap: (definition: KeymapDefinition, network: Network)?
    /// In no order yet; those about included keymaps too.
    let diagnostics: [Diagnostic]
    /// Paths of the included keymaps, in the order in which they are read.
    let includes: [String]

    init(_ source: SourceText, include: (String) -> SourceText?, includable: () -> [String]) {
        let loaded = IncludeLoader.load(source, include: include, includable: includable)
        includes = loaded.includes
        if let reader = loaded.reader, reader.header.hasKnownVersion {
            let includesErrors = !loaded.includedErrors.isEmpty
            // What is done once, for the outermost keymap.
            reader.addPlainLetters()
            reader.checkLimits()
            reader.checkClassNames(hasErrors: includesErrors || loaded.reading.hasErrors)
            // What looks unused or unreachable may be the shadow of a mistake.
            if !includesErrors, !loaded.reading.hasErrors {
                let definition = reader.definition
                let network = GrammarNetwork(definition).network
                reader.checkUse()
                reader.checkWays()
                reader.checkRepairs(network)
                reader.checkOutput()
                keymap = (definition, network)
            }
        }
        let all = loaded.reading.diagnostics + loaded.includedErrors
        let lacksInclude = all.contains { $0.id == KeymapDiagnosticID.unknownInclude.rawValue }
        // What an included keymap may declare is not missing because that was not found.
        diagnostics = lacksInclude ? all.filter { !CheckedKeymap.isShadow($0) } : all
        if diagnostics.contains(where: { $0.severity == .error }) { keymap = nil }
    }

    /// Whether a diagnostic says that something is not declared.
    private static func isShadow(_ diagnostic: Diagnostic) -> Bool {
        switch KeymapDiagnosticID(rawValue: diagnostic.id) {
        case .unknownLetter, .unknownClass, .unknownTone, .unknownOption, .unknownValue, .unknownMarker,
            .unknownPart, .letterWithoutKeys, .keysWithoutLetter, .emptyGrammar, .notOneLetter:
            true
        default: false
        }
    }
}
