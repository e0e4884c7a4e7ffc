import Foundation
import TestSupport
import Testing

/// What a translator asks, in files a translator can read; the answers are those of the shipped lexicons.
struct QuestionTests {
    /// One question.
    struct Question: Sendable, CustomTestStringConvertible {
        var text = ""
        var command = ""
        /// What must stand in the answer, in this order.
        var wanted: [String] = []
        /// What must not.
        var unwanted: [String] = []

        var testDescription: String { text }
    }

    static let questions: [Question] = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
        let path = folder + "/Questions/translator.txt"
        let lines = (try? String(contentsOfFile: path, encoding: .utf8))?.components(separatedBy: "\n") ?? []
        var questions: [Question] = []
        for line in lines where line.count > 2 && !line.hasPrefix("#") {
            let rest = String(line.dropFirst(2))
            if line.hasPrefix("? ") { questions.append(Question(text: rest)) }
            guard var question = questions.popLast() else { continue }
            if line.hasPrefix("$ ") { question.command = rest }
            if line.hasPrefix("> ") { question.wanted.append(rest) }
            if line.hasPrefix("! ") { question.unwanted.append(rest) }
            questions.append(question)
        }
        return questions
    }()

    /// The shipped lexicons, compiled once.
    static let lexicons = Result { () throws -> ScratchFolder in
        let scratch = try ScratchFolder()
        let built = try Command.run(
            ["build", Command.repository + "/Lexicons", "-o", scratch.path + "/share/lexicons"])
        try #require(built.code == 0, "\(built.errors)")
        try FileManager.default.createDirectory(
            atPath: scratch.path + "/bin", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path + "/bin/tra", withDestinationPath: Command.path)
        return scratch
    }

    @Test func `There are twenty questions at least`() {
        #expect(Self.questions.count >= 20)
        #expect(Self.questions.allSatisfy { !$0.command.isEmpty && !$0.wanted.isEmpty })
    }

    @Test(arguments: questions)
    func `A translator is answered`(_ question: Question) throws {
        let scratch = try Self.lexicons.get()
        let result = try Command.shell(
            question.command,
            variables: [
                "PATH": scratch.path + "/bin:/usr/bin:/bin", "CHU_PATH": scratch.path + "/share",
                "LANG": "C.UTF-8",
            ])
        let answer = result.output + result.errors
        var rest = Substring(answer)
        for wanted in question.wanted {
            // By code points: a mark that belongs to another letter is not an answer, but a letter may go on.
            guard let place = rest.range(of: wanted, options: .literal) else {
                Issue.record("'\(wanted)' is missing in the answer to \(question.command):\n\(answer)")
                return
            }
            rest = rest[place.upperBound...]
        }
        for unwanted in question.unwanted {
            #expect(!answer.contains(unwanted), "\(question.command):\n\(answer)")
        }
    }
}
