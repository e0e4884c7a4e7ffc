import Composition
import Diagnostics

/// Runs the tests in a keymap's source through the real composition machine.
struct AuthorTests {
    let keymap: Keymap

    /// A diagnostic for each test whose keys give another text than the author expects.
    func failures(of tests: [KeymapDefinition.Test]) -> [Diagnostic] {
        tests.compactMap { test in
            var field = Transcript(keymap: keymap)
            for option in test.options { _ = field.composer.setOption(option.name, to: option.value) }
            var steps: [String] = []
            for event in test.events {
                field.type(event)
                steps.append(field.shown)
            }
            field.finish()
            // Compared code point by code point: the normal form is part of what is tested.
            guard !field.text.unicodeScalars.elementsEqual(test.expected.unicodeScalars) else { return nil }
            return failure(test, found: field.text, steps: steps)
        }
    }
}

extension AuthorTests {
    private func failure(_ test: KeymapDefinition.Test, found: String, steps: [String]) -> Diagnostic {
        Diagnostic(
            "keymap.failed-test", .error,
            "the keys give \(quoted(found)), not \(quoted(test.expected)); step by step: \(steps.joined(separator: " · "))",
            at: test.origin.range, in: test.origin.text,
            fixIts: [
                .init(
                    "if the keymap is right, expect this text", [.init(test.origin.range, found)],
                    isObvious: false)
            ])
    }
}
