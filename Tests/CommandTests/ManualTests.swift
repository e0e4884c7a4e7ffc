import Foundation
import TestSupport
import Testing

/// The manuals exist in English and in Vietnamese: both are built alike, and both show what really happens.
struct ManualTests {
    /// A page and its translation, by their paths in the repository.
    struct Pair: CustomTestStringConvertible {
        var english: String
        var vietnamese: String
        var testDescription: String { vietnamese }
    }

    /// Every `X.vi.md` of the articles with the `X.md` beside it, the READMEs and the guides.
    static let pairs: [Pair] = {
        let root = Command.repository
        let names =
            FileManager.default.enumerator(atPath: root + "/Sources")?.compactMap { $0 as? String } ?? []
        let articles = names.filter { $0.contains(".docc/") && $0.hasSuffix(".vi.md") }.sorted()
        let pages = ReadmeTests.pages.map { $0 + ".vi.md" }
        return (articles.map { "Sources/" + $0 } + pages).map {
            Pair(english: $0.replacingOccurrences(of: ".vi.md", with: ".md"), vietnamese: $0)
        }
    }()

    /// The guides for those who have never written a keymap or a lexicon.
    static let guides = [
        "Sources/KeymapCompiler/KeymapCompiler.docc/First-keymap",
        "Sources/LexiconCompiler/LexiconCompiler.docc/First-lexicon",
    ]

    /// The manuals that have a translation.
    static let manuals = [
        "Sources/TransformCompiler/TransformCompiler.docc/Writing-a-transform",
        "Sources/KeymapCompiler/KeymapCompiler.docc/Keymap-language",
        "Sources/KeymapCompiler/KeymapCompiler.docc/Rules",
        "Sources/LexiconCompiler/LexiconCompiler.docc/Writing-a-lexicon",
        "Sources/MacroCompiler/MacroCompiler.docc/Macro-files",
    ]

    @Test(arguments: guides + manuals) func `The manual exists in Vietnamese`(name: String) {
        #expect(Self.pairs.contains { $0.english == name + ".md" })
    }

    @Test(arguments: pairs) func `A translation is built like its original`(pair: Pair) throws {
        let english = try Page(pair.english)
        let vietnamese = try Page(pair.vietnamese)
        // Files have names in the language of their page; what the examples of diagnostics give is tested with each compiler.
        let isWhole =
            !ReadmeTests.pages.contains(pair.english.replacingOccurrences(of: ".md", with: ""))
            && !pair.english.hasSuffix("-diagnostics.md")
        for (original, translation) in zip(english.sections, vietnamese.sections) {
            let place = "\(pair.vietnamese):\(translation.line): '\(translation.title)'"
            let other = "\(pair.english):\(original.line): '\(original.title)'"
            try #require(
                translation.level == original.level, "\(place) is a heading of another level than \(other)")
            #expect(translation.rows == original.rows, "\(place) has more or fewer table rows than \(other)")
            guard isWhole else {
                #expect(
                    translation.transcripts == original.transcripts,
                    "\(place) has more or fewer transcripts than \(other)")
                continue
            }
            #expect(
                translation.items == original.items, "\(place) has more or fewer list items than \(other)")
            #expect(translation.code == original.code, "\(place) has other code than \(other)")
        }
        #expect(
            vietnamese.sections.count == english.sections.count,
            "\(pair.vietnamese) has more or fewer headings than \(pair.english)")
    }

    @Test(arguments: guides, [("", "C.UTF-8"), (".vi", "vi_VN.UTF-8")])
    func `Every command of a guide prints what it says`(guide: String, language: (String, String)) throws {
        let outside = try ScratchFolder()
        try FileManager.default.createDirectory(
            atPath: outside.path + "/bin", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: outside.path + "/bin/chu", withDestinationPath: Command.path)
        let transcript = try Transcript(guide + language.0 + ".md")
        #expect(transcript.steps.count > 10)
        try transcript.run(
            in: try ScratchFolder(),
            variables: [
                "PATH": outside.path + "/bin:/usr/bin:/bin", "HOME": outside.path + "/home",
                "LANG": language.1,
            ])
    }
}

/// What a page is built of.
private struct Page {
    /// A heading, and what follows it before the next one.
    struct Section {
        /// The line of the heading, from 1.
        var line: Int
        /// How many `#` it has.
        var level: Int
        var title: String
        /// How many rows of tables there are, and how many items of lists.
        var rows = 0
        var items = 0
        /// How many blocks of code have commands.
        var transcripts = 0
        /// The blocks of code, without comments and without what commands print.
        var code: [[String]] = []
    }

    private(set) var sections: [Section] = []

    /// Reads the page at `path` in the repository.
    init(_ path: String) throws {
        let text = try String(contentsOfFile: Command.repository + "/" + path, encoding: .utf8)
        var isCode = false
        var isPrinted = false
        for (index, line) in text.components(separatedBy: "\n").enumerated() {
            if line.hasPrefix("```") {
                isCode.toggle()
                isPrinted = false
                if isCode, !sections.isEmpty { sections[sections.count - 1].code.append([]) }
            } else if isCode {
                try #require(!sections.isEmpty, "\(path) has no heading")
                sections[sections.count - 1].read(code: line, isPrinted: &isPrinted)
            } else if line.hasPrefix("#") {
                let level = line.prefix { $0 == "#" }.count
                let title = line.dropFirst(level).trimmingCharacters(in: .whitespaces)
                sections.append(Section(line: index + 1, level: level, title: title))
            } else if !sections.isEmpty {
                if line.hasPrefix("|") { sections[sections.count - 1].rows += 1 }
                if line.hasPrefix("- ") || line.prefixMatch(of: #/[0-9]+\. /#) != nil {
                    sections[sections.count - 1].items += 1
                }
            }
        }
        try #require(!sections.isEmpty, "\(path) has no heading")
    }
}

extension Page.Section {
    /// Takes in a line of a block of code; `isPrinted` while lines are what a command prints.
    mutating func read(code line: String, isPrinted: inout Bool) {
        if line.hasPrefix("$ ") {
            if !code[code.count - 1].contains(where: { $0.hasPrefix("$ ") }) { transcripts += 1 }
            // What is in a file that the reader writes is the same in both languages.
            isPrinted = !line.hasPrefix("$ cat ") && !line.hasPrefix("$ tail ")
        } else if isPrinted || line.drop(while: { $0 == " " }).hasPrefix("# ") {
            return
        }
        code[code.count - 1].append(line)
    }
}
