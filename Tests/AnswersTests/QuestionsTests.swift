import Answers
import Diagnostics
import Files
import Foundation
import Lexicon
import TestSupport
import Testing

/// The measure: the questions of `Tests/Questions`, put to the shipped lexicons.
///
/// The table is printed, and stands in the article *Questions*; `CHU_RENEW_TRANSCRIPTS=1` writes it there.
struct QuestionsTests {
    static let files = Result {
        try Repository.files(in: "Tests", ending: ".questions").map(QuestionFile.init)
    }
    static let lexicons = Result {
        NamedLexicons(try Repository.lexiconNames.map { ($0, try Repository.lexicon($0)) })
    }

    @Test func `Nineteen questions in twenty are answered, and no wrong answer claims to be exact`() throws {
        let lexicons = try QuestionsTests.lexicons.get()
        var total = QuestionCounts()
        var rows: [(english: String, vietnamese: String)] = []
        for file in try QuestionsTests.files.get() {
            var counts = QuestionCounts()
            for item in file.items {
                let answer = lexicons.answer(item.question)
                let outcome = QuestionOutcome(item, answer)
                counts.add(outcome)
                if !outcome.isFirst { print(QuestionsTests.sight(item, answer, outcome)) }
            }
            total.add(counts)
            rows.append((counts.row(file.kind.english), counts.row(file.kind.vietnamese)))
        }
        rows.append((total.row("**All**"), total.row("**Tất cả**")))
        print(rows.map(\.english).joined(separator: "\n"))
        #expect(total.all >= 400)
        try check(rows.map(\.english), in: "Questions.md")
        try check(rows.map(\.vietnamese), in: "Questions.vi.md")
        #expect(20 * total.first >= 19 * total.all, "\(total.first) of \(total.all)")
        #expect(total.silentlyWrong == 0)
    }

    /// Compares `rows` with the table of the article `name`, or writes them there.
    private func check(_ rows: [String], in name: String) throws {
        let path = "\(Repository.root)/Sources/Answers/Answers.docc/\(name)"
        let article = try #require(Repository.text(path))
        let text = article.text(0..<article.bytes.count)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let rule = try #require(lines.firstIndex { $0.hasPrefix("| ---") })
        let end = lines[rule...].firstIndex { !$0.hasPrefix("|") } ?? lines.endIndex
        if environmentVariable("CHU_RENEW_TRANSCRIPTS") == "1" {
            let renewed = lines[...rule] + rows + lines[end...]
            try replaceFile(at: path, with: Array(renewed.joined(separator: "\n").utf8))
        } else {
            #expect(
                Array(lines[(rule + 1)..<end]) == rows,
                "the table of \(name); CHU_RENEW_TRANSCRIPTS=1 renews it")
        }
    }

    /// A question that is not answered: what was wanted, and what came.
    static func sight(_ item: QuestionFile.Item, _ answer: Answer, _ outcome: QuestionOutcome) -> String {
        let question = item.question
        let came = answer.results.prefix(4).map { result in
            "\(result.way.rawValue) [\(result.asked)] \(result.info.language) \(result.entry.headword)"
        }
        return """
            \(outcome.isSilentlyWrong ? "SILENT " : "")\(item.place): '\(question.query)' \
            \(question.from ?? "")>\(question.to ?? "")
              wanted: \(item.ways.map(\.rawValue).joined(separator: " ")) \(item.wanted)
              came: \(came.isEmpty ? "nothing" : came.joined(separator: ", "))
            """
    }

    @Test func `Every entry that is wanted stands in a lexicon`() throws {
        let lexicons = try QuestionsTests.lexicons.get()
        var headwords: [String: Set<String>] = [:]
        for lexicon in lexicons.set.lexicons {
            for id in 0..<lexicon.entryCount {
                guard let entry = lexicon.entry(id) else { continue }
                headwords[lexicon.info.language, default: []].insert(entry.headword)
            }
        }
        for item in try QuestionsTests.files.get().flatMap(\.items) {
            for wanted in item.parts.flatMap(\.wanted) {
                #expect(
                    headwords[wanted.language]?.contains(wanted.headword) == true,
                    "\(item.place): \(wanted.language) \(wanted.headword)")
            }
            #expect(!item.ways.isEmpty, "\(item.place) names no way")
            #expect(!item.parts.isEmpty || item.ways.contains(.none), "\(item.place) wants no entry")
        }
    }

    @Test func `A question stands once`() throws {
        var seen: [String: String] = [:]
        for item in try QuestionsTests.files.get().flatMap(\.items) {
            let question = item.question
            // Not equal are texts that differ in their code points only.
            let key = [question.query, question.from ?? "", question.to ?? "", question.match.rawValue].map {
                $0.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ")
            }.joined(separator: ",")
            if let place = seen.updateValue(item.place, forKey: key) {
                Issue.record("\(item.place) and \(place)")
            }
        }
    }
}
