import Foundation
import TestSupport
import Testing

/// The commands of a page and what it shows under them: in fenced blocks, the lines that begin with `$ `.
struct Transcript {
    /// A command of the page, and what it printed.
    struct Step {
        var command: String
        var output: String
        /// The range of the lines of the output in the page.
        var lines: Range<Int>
    }

    /// The page, by its path in the repository.
    let path: String
    /// The steps of all blocks, in order.
    private(set) var steps: [Step] = []
    /// The lines of the page.
    private let lines: [String]

    /// The transcript of the page at `path` in the repository.
    init(_ path: String) throws {
        self.path = path
        let text = try String(contentsOfFile: Command.repository + "/" + path, encoding: .utf8)
        lines = text.components(separatedBy: "\n")
        var isCode = false
        var isTranscript = false
        for (number, line) in lines.enumerated() {
            if line.hasPrefix("```") {
                isCode.toggle()
                isTranscript = false
            } else if isCode, line.hasPrefix("$ ") {
                let step = Step(
                    command: String(line.dropFirst(2)), output: "", lines: number + 1..<number + 1)
                steps.append(step)
                isTranscript = true
            } else if isTranscript {
                steps[steps.count - 1].output += line + "\n"
                steps[steps.count - 1].lines = steps[steps.count - 1].lines.lowerBound..<number + 1
            }
        }
    }

    /// Runs every command in `folder`, and expects it to print what the page says.
    ///
    /// `cat FILE` stands for a file that the reader writes, and `tail -n NUMBER FILE` for lines that the reader adds
    /// at its end. An ellipsis stands for the rest of an output.
    ///
    /// With `CHU_RENEW_TRANSCRIPTS=1` in the environment, the outputs in the page are replaced by those printed.
    func run(in folder: ScratchFolder, variables: [String: String]) throws {
        let isRenewed = ProcessInfo.processInfo.environment["CHU_RENEW_TRANSCRIPTS"] == "1"
        var renewed = lines
        var printed: [String] = []
        for step in steps {
            try write(step, in: folder)
            let result = try Command.shell(step.command, variables: variables, in: folder.path)
            let output = result.output + result.errors
            printed.append(output)
            if let cut = step.output.range(of: "…") {
                let start = step.output[..<cut.lowerBound]
                #expect(output.hasPrefix(start), "\(path):\(step.lines.lowerBound): \(step.command)")
                printed[printed.count - 1] = step.output
            } else if !isRenewed {
                #expect(output == step.output, "\(path):\(step.lines.lowerBound): \(step.command)")
            }
        }
        guard isRenewed else { return }
        for (step, output) in zip(steps, printed).reversed() {
            renewed.replaceSubrange(
                step.lines,
                with: output.split(separator: "\n", omittingEmptySubsequences: false)
                    .dropLast().map(String.init))
        }
        try renewed.joined(separator: "\n").write(
            toFile: Command.repository + "/" + path, atomically: true, encoding: .utf8)
    }

    /// Writes the file that `step` shows, or adds the lines that it shows to one.
    private func write(_ step: Step, in folder: ScratchFolder) throws {
        let words = step.command.split(separator: " ").map(String.init)
        switch words.first {
        case "cat" where words.count == 2:
            try folder.file(words[1], step.output)
        case "tail" where words.count == 4:
            let bytes = try #require(
                folder.contents(words[3]), "\(path): no file '\(words[3])' to add lines to")
            #expect(words[2] == String(step.lines.count), "\(path):\(step.lines.lowerBound): \(step.command)")
            try folder.file(words[3], bytes + Array(step.output.utf8))
        default: break
        }
    }
}
