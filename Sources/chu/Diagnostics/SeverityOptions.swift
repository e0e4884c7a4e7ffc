import ArgumentParser
import Diagnostics

/// What becomes of warnings: `--silence`, `--error` and `--strict`.
struct SeverityOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(Wording.silenceHelp.text, valueName: "id"), completion: DiagnosticKinds.completion)
    var silence: [String] = []

    @Option(
        help: ArgumentHelp(Wording.errorHelp.text, valueName: "id"), completion: DiagnosticKinds.completion)
    var error: [String] = []

    @Flag(help: ArgumentHelp(Wording.strictHelp.text))
    var strict = false

    /// Makes sure that the ids are ids.
    ///
    /// - Throws: ``Failure`` that names the one that is none, and the one probably meant.
    func check() throws {
        for id in silence + error { _ = try DiagnosticKinds.kind(id) }
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
