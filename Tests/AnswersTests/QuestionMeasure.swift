import Answers
import Lexicon

/// How a question was answered.
struct QuestionOutcome {
    /// Whether a wanted entry comes first, in a way that may be said.
    var isFirst = false
    /// Whether one is among the first five.
    var isAmongFive = false
    /// Whether another entry comes first and is said to be exact: nothing warns the reader.
    var isSilentlyWrong = false

    /// How `answer` answers the question of `item`.
    ///
    /// Where parts of a query are wanted, each part must have its own first.
    init(_ item: QuestionFile.Item, _ answer: Answer) {
        let first = answer.results.first
        if item.parts.isEmpty {
            isFirst = item.ways.contains(first?.way ?? .none)
            isAmongFive = isFirst
            isSilentlyWrong = !item.ways.contains(.exact) && answer.results.contains { $0.way == .exact }
        } else {
            let found = item.parts.map { QuestionOutcome.places($0, item.ways, answer.results) }
            isFirst = found.allSatisfy { $0 == 0 }
            isAmongFive = found.allSatisfy { $0.map { $0 < 5 } ?? false }
            isSilentlyWrong = !isFirst && first?.way == .exact
        }
    }

    /// The place of the first entry that is right, among those that answer the same part.
    private static func places(
        _ part: QuestionFile.Part, _ ways: [Way], _ results: [AnswerResult]
    ) -> Int? {
        let answering = results.filter { part.asked.isEmpty || part.asked.contains($0.asked.lowercased()) }
        return answering.firstIndex { result in
            ways.contains(result.way)
                && part.wanted.contains(
                    .init(language: result.info.language, headword: result.entry.headword))
        }
    }
}

/// How many questions of a kind were answered how.
struct QuestionCounts {
    private(set) var all = 0
    private(set) var first = 0
    private(set) var amongFive = 0
    private(set) var silentlyWrong = 0

    /// Counts a question.
    mutating func add(_ outcome: QuestionOutcome) {
        all += 1
        first += outcome.isFirst ? 1 : 0
        amongFive += outcome.isAmongFive ? 1 : 0
        silentlyWrong += outcome.isSilentlyWrong ? 1 : 0
    }

    /// Counts the questions of `other` too.
    mutating func add(_ other: QuestionCounts) {
        all += other.all
        first += other.first
        amongFive += other.amongFive
        silentlyWrong += other.silentlyWrong
    }

    /// A row of the table of the article, under the head `head`.
    func row(_ head: String) -> String {
        "| \(head) | \(all) | \(first) | \(amongFive) | \(silentlyWrong) |"
    }
}
