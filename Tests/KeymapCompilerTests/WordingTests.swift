import Composition
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import KeymapCompiler

/// How everything that the compiler reports is worded, in each language.
///
/// The golden files in `Wordings` hold one sight of each sentence.
struct WordingTests {
    // MARK: Sights

    /// What is the same in diagnostics that say the same about other texts; a setting is not a text of the author.
    static func shape(_ diagnostic: Diagnostic) -> String {
        let wordings =
            [diagnostic.wording] + diagnostic.notes.map(\.wording) + diagnostic.fixIts.map(\.wording)
        return diagnostic.id
            + wordings.map(\.english).joined(separator: "; ").replacing(
                /'(?!capitals )[^']*'|[0-9]+/, with: "")
    }

    /// Sources that have more than one mistake, or whose mistake only the tables or the tests show.
    static let sources: [String] =
        DiagnosticsTests.limits.sorted { $0.key < $1.key }.map { Samples.spoilt + $0.value }
        + AmbiguityTests.endings.map { AmbiguityTests.keymap + $0.rest }
        + AmbiguityTests.failing.map { Samples.spoilt + "tests\n  \($0.test)\n" }
        + [
            Samples.spoilt + "rules\n  e; > ê\n  ( u | o ) e; > ô\n",
            // What could still become a word is none when the line ends.
            Samples.spoilt + "restore unless syllable\nsyllable Test\n  rime ên\ntests\n  ee -> x\n",
            Samples.spoilt + "tests\n  ee -> ê\u{200B}\n",
            Samples.spoilt + "rules\n  e; > e U+200B\ntests\n  e; -> e\n",
            Samples.spoilt + "tests\n  ' -> ’\n", Samples.spoilt + "tests\n  ee->ê\n",
            Samples.spoilt + "syllable Test\n  rime ê\n  ee -> ê\n",
            Samples.header + "include vi/loop\nletters\n  a\n",
            DiagnosticsTests.tooManyConditions, Samples.spoilt + DiagnosticsTests.longForm,
            Samples.spoilt + "tests\n  e\u{7}e -> ê\n",
            Samples.header + "include deep/0\nletters\n  a\n",
            Samples.header + "letters\n  a\n" + (0..<65).map { "include wide/\($0)\n" }.joined(),
        ]

    /// What no source brings about: a fault of the compiler, and a key whose losing meaning nothing types.
    static let others: [KeymapMessage] = [
        .compilerFault("damaged"),
        .ambiguousKey(
            .init(
                key: "w", before: "o", meanings: [.makes("ơ"), .tone("sắc")], first: ("ow", "ơ"),
                again: ("oww", "ow"), other: "ó")),
    ]

    static let sights: [Diagnostic] = {
        let empty = SourceText(path: "test.keymap", "")
        var texts = DiagnosticsTests.cases.map(\.source)
        texts += sources.map { SourceText(path: "test.keymap", $0) }
        texts += DocumentationTests.sections.filter { $0.language == "en" }.compactMap { section in
            DocumentationTests.blocks(section.text).first.map {
                DocumentationTests.source(DocumentationTests.keymap($0))
            }
        }
        let found = texts.flatMap { source in
            KeymapCompiler.compile(
                source, include: { DiagnosticsTests.include($0, for: source) },
                includable: { DiagnosticsTests.included.keys.sorted() }
            ).diagnostics
        }
        var shapes: Set<String> = []
        let all = found + others.map { Diagnostic($0, at: 0..<0, in: empty) }
        return all.filter { shapes.insert(shape($0)).inserted }.enumerated()
            .sorted { ($0.element.id, $0.offset) < ($1.element.id, $1.offset) }.map(\.element)
    }()

    /// All sentences of the sights.
    static let wordings = sights.flatMap { sight in
        [sight.wording] + sight.notes.map(\.wording) + sight.fixIts.map(\.wording)
    }

    // MARK: Golden files

    @Test func `Every sentence is worded as before, and in two languages`() throws {
        var golden = GoldenWordings("Tests/KeymapCompilerTests/Wordings/keymap")
        for sight in Self.sights { golden.add(sight) }
        try golden.check()
    }

    @Test func `Every id has a sight`() {
        #expect(Set(Self.sights.map(\.id)) == Set(KeymapCompiler.diagnosticKinds.map(\.id)))
    }

    // MARK: Every wording of the sources

    /// A wording as it is written in the sources: what stands between its interpolations, in each language.
    struct Template: CustomTestStringConvertible {
        var english: [String]
        var vietnamese: [String]
        var testDescription: String { english.joined(separator: "…") }

        /// Whether a line of a sight is this wording, or has it as a part.
        func isSeen(in line: Wording) -> Bool {
            Template.holds(line.english, english) && Template.holds(line.vietnamese, vietnamese)
        }

        private static func holds(_ text: String, _ pieces: [String]) -> Bool {
            var rest = text[...]
            for piece in pieces {
                guard let found = rest.firstRange(of: piece) else { return false }
                rest = rest[found.upperBound...]
            }
            return true
        }
    }

    /// All wordings that are written in the folder of messages.
    static let templates: [Template] = {
        let messages = DocumentationTests.sources.appending(path: "Messages")
        let files = (try? FileManager.default.contentsOfDirectory(atPath: messages.path)) ?? []
        return files.sorted().flatMap { file -> [Template] in
            let text = (try? String(contentsOf: messages.appending(path: file), encoding: .utf8)) ?? ""
            return text.components(separatedBy: "Wording(").dropFirst().compactMap { call in
                var rest = call[...]
                guard let english = literal(&rest), let vietnamese = literal(&rest) else { return nil }
                let template = Template(english: english, vietnamese: vietnamese)
                return english.isEmpty ? nil : template
            }
        }
    }()

    /// The pieces of a literal at the start of `text`, after blanks and a comma; nil when there is none.
    private static func literal(_ text: inout Substring) -> [String]? {
        text = text.drop { $0.isWhitespace || $0 == "," }
        guard text.first == "\"" else { return nil }
        text = text.dropFirst()
        var pieces = [""]
        while let character = text.popFirst(), character != "\"" {
            guard character == "\\", let next = text.popFirst() else {
                pieces[pieces.count - 1].append(character)
                continue
            }
            guard next == "(" else {
                pieces[pieces.count - 1].append(next)
                continue
            }
            var depth = 1
            while depth > 0, let inner = text.popFirst() {
                depth += inner == "(" ? 1 : inner == ")" ? -1 : 0
            }
            pieces.append("")
        }
        return pieces.filter { !$0.isEmpty }
    }

    @Test func `Wordings are found in the sources`() { #expect(Self.templates.count > 250) }

    @Test(arguments: templates)
    func `Every wording has a sight`(template: Template) {
        #expect(Self.wordings.contains { template.isSeen(in: $0) })
    }

    @Test func `A keymap that cannot be read back is a fault of the compiler`() throws {
        let (bytes, _) = KeymapCompiler.compile(SourceText(path: "test.keymap", Samples.vietnamese)) { _ in
            nil
        }
        let whole = try #require(bytes)
        _ = try KeymapCompiler.opened(whole)
        #expect(throws: KeymapCompiler.Fault.self) { try KeymapCompiler.opened(Array(whole.dropLast(8))) }
    }
}
