import Foundation
import TestSupport
import Testing

/// The transcripts in the two READMEs, run again: what stands there is what a reader gets.
struct ReadmeTests {
    /// A command of a transcript, and what it printed.
    struct Step {
        var command: String
        var output: String
    }

    /// The steps of all transcripts of `file`, in order: blocks of code with lines that begin with `$ `.
    static func steps(_ file: String) throws -> [Step] {
        let text = try String(contentsOfFile: Command.repository + "/" + file, encoding: .utf8)
        var steps: [Step] = []
        var isCode = false
        var isTranscript = false
        for line in text.components(separatedBy: "\n") {
            if line.hasPrefix("```") {
                isCode.toggle()
                isTranscript = false
            } else if isCode, line.hasPrefix("$ ") {
                steps.append(Step(command: String(line.dropFirst(2)), output: ""))
                isTranscript = true
            } else if isTranscript {
                steps[steps.count - 1].output += line + "\n"
            }
        }
        return steps
    }

    /// The document of the pages, in two old fonts and a new one.
    private static let report: [UInt8] = {
        let runs = [
            (".VnTime", "B¸o c¸o"), (".VnTime", " quý"), ("VNI-Helve", "Vieät"), ("Times New Roman", "Nam"),
        ]
        let body = runs.map { "<w:r><w:rPr><w:rFonts w:hAnsi=\"\($0.0)\"/></w:rPr><w:t>\($0.1)</w:t></w:r>" }
        return SampleArchive.word("<w:p>\(body.joined())</w:p>")
    }()

    @Test(arguments: [("README.md", "C.UTF-8"), ("README.vi.md", "vi_VN.UTF-8")])
    func `Every command prints what the page says`(file: String, locale: String) throws {
        let scratch = try Scratch()
        for folder in ["Keymaps", "Lexicons"] {
            let target = "\(scratch.path)/share/\(folder.lowercased())"
            let built = try Command.run(["build", "\(Command.repository)/\(folder)", "-o", target])
            try #require(built.code == 0, "\(built.errors)")
        }
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path + "/share/transforms",
            withDestinationPath: Command.repository + "/Transforms")
        for name in ["chu", "tra"] {
            try FileManager.default.createDirectory(
                atPath: scratch.path + "/bin", withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(
                atPath: "\(scratch.path)/bin/\(name)", withDestinationPath: Command.path)
        }
        try scratch.file("report.docx", Self.report)
        // LANG and not LC_ALL, at which bash itself would complain where the locale is not installed.
        let variables = [
            "PATH": scratch.path + "/bin:/usr/bin:/bin", "CHU_PATH": scratch.path + "/share", "LANG": locale,
        ]
        let steps = try Self.steps(file)
        #expect(steps.count > 10)
        for step in steps {
            if step.command.hasPrefix("cat ") {
                try scratch.file(String(step.command.dropFirst(4)), step.output)
                continue
            }
            let result = try Command.shell(step.command, variables: variables, in: scratch.path)
            let printed = result.output + result.errors
            // An ellipsis stands for the rest.
            if let cut = step.output.range(of: "…") {
                #expect(printed.hasPrefix(step.output[..<cut.lowerBound]), "\(step.command)")
            } else {
                #expect(printed == step.output, "\(step.command)")
            }
        }
    }
}
