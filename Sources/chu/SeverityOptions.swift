import Text
import ArgumentParser
import Diagnostics
import LexiconCompiler

/// What becomes of warnings: `--silence`, `--error` and `--strict`.
struct SeverityOptions: ParsableArguments {
    @Option(help: ArgumentHelp(Message.silenceHelp.text, valueName: "id"))
    var silence: [String] = []

    @Option(help: ArgumentHelp(Message.errorHelp.text, valueName: "id"))
    var error: [String] = []

    @Flag(help: ArgumentHelp(Message.strictHelp.text))
    var strict = false

    /// Makes sure that the ids are ids.
    ///
    /// - Throws: ``Failure`` that names the one that is none, and the one probably meant.
    func check() throws {
        let known = LexiconCompiler.diagnosticKinds.map(\.id)
        for id in silence + error where !known.contains(id) {
            // The ids of keymaps and macros are many and not listed; only their first word can be told.
            if id.hasPrefix("keymap.") || id.hasPrefix("macros.") { continue }
            let meant = known.min {
                editDistance(Array(id.unicodeScalars.prefix(64)), Array($0.unicodeScalars))
                    < editDistance(Array(id.unicodeScalars.prefix(64)), Array($1.unicodeScalars))
            }
            throw Failure(.wrongUsage, .unknownID(id, meant: meant ?? ""))
        }
    }

    /// `diagnostics` without the warnings that are silenced, and with errors for those that are to be errors.
    func applied(to diagnostics: [Diagnostic]) -> [Diagnostic] {
        if silence.isEmpty, error.isEmpty, !strict { return diagnostics }
        return diagnostics.compactMap { found in
            guard found.severity == .warning else { return found }
            var diagnostic = found
            if error.contains(found.id) {
                diagnostic.severity = .error
            } else if silence.contains(found.id) {
                return nil
            } else if strict {
                diagnostic.severity = .error
            }
            return diagnostic
        }
    }
}
