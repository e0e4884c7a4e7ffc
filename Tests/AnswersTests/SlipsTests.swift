import Answers
import TestSupport
import Testing

/// The words with slips of `Tests/Questions`: whether what was meant is suggested.
struct SlipsTests {
    @Test func `Nine slips in ten have the word that was meant among the suggestions`() throws {
        let lexicons = try QuestionsTests.lexicons.get()
        var counts = (all: 0, first: 0, amongFive: 0)
        for path in Repository.files(in: "Tests", ending: ".suggestions") {
            for item in try QuestionFile(path).items {
                let words = lexicons.suggestions(item.question).words.map { $0.lowercased() }
                let wanted = item.wanted.lowercased().split(separator: " ; ").map(String.init)
                let place = words.firstIndex { wanted.contains($0) }
                counts.all += 1
                counts.first += place == 0 ? 1 : 0
                counts.amongFive += (place ?? 5) < 5 ? 1 : 0
                if place == nil {
                    print("\(item.place): '\(item.question.query)', meant \(item.wanted), suggested \(words)")
                }
            }
        }
        print("slips: \(counts)")
        #expect(counts.all >= 60)
        withKnownIssue("not every kind of slip is known yet", isIntermittent: true) {
            #expect(10 * counts.amongFive >= 9 * counts.all, "\(counts)")
        }
    }
}
