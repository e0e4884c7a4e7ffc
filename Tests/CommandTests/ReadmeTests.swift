import Foundation
import TestSupport
import Testing

/// The transcripts in the READMEs and the guides, run again: what stands there is what a reader gets.
struct ReadmeTests {
    /// The pages, without the suffix that their language gives them.
    static let pages = ["README", "Guides/Looking-words-up", "Guides/Typing", "Guides/Converting-texts"]

    /// The document of the pages, in two old fonts and a new one.
    private static let report: [UInt8] = {
        let runs = [
            (".VnTime", "B¸o c¸o"), (".VnTime", " quý"), ("VNI-Helve", "Vieät"), ("Times New Roman", "Nam"),
        ]
        let body = runs.map { "<w:r><w:rPr><w:rFonts w:hAnsi=\"\($0.0)\"/></w:rPr><w:t>\($0.1)</w:t></w:r>" }
        return SampleArchive.word("<w:p>\(body.joined())</w:p>")
    }()

    @Test(arguments: pages, [("", "C.UTF-8"), (".vi", "vi_VN.UTF-8")])
    func `Every command prints what the page says`(page: String, language: (String, String)) throws {
        let scratch = try ScratchFolder()
        for folder in ["Keymaps", "Lexicons"] {
            let target = "\(scratch.path)/share/\(folder.lowercased())"
            let built = try Command.run(["build", "\(Command.repository)/\(folder)", "-o", target])
            try #require(built.code == 0, "\(built.errors)")
        }
        _ = try Fixture.articles(in: scratch, "share/diagnostics")
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
            "PATH": scratch.path + "/bin:/usr/bin:/bin", "CHU_PATH": scratch.path + "/share",
            "LANG": language.1,
        ]
        let transcript = try Transcript(page + language.0 + ".md")
        #expect(transcript.steps.count > 3)
        try transcript.run(in: scratch, variables: variables)
    }
}
