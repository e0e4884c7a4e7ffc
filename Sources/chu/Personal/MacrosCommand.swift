import ArgumentParser
import Composition
import Diagnostics
import Files
import Catalogue

/// `chu macros`: the user's own abbreviations, as the desktop and the editor take them.
struct MacrosCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "macros", abstract: Wording.macrosAbstract.text,
            discussion: Wording.macrosDiscussion.text,
            subcommands: [List.self, Export.self, Import.self, Clear.self], defaultSubcommand: List.self)
    }

    /// Where the table is.
    static func path() throws -> String {
        guard let path = Catalogue.macrosPath else { throw Failure(.noInput, .noHome) }
        return path
    }

    /// The user's table, or nil when there is none; what is wrong with it is reported.
    static func own() throws -> Macros? {
        guard let path = Catalogue.macrosPath, Path.exists(path) else { return nil }
        return try Opening.macros(at: path)
    }

    struct List: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(abstract: Wording.macrosListAbstract.text)
        }

        func run() throws {
            guard let macros = try own(), !macros.entries.isEmpty else {
                throw Failure(.nothingFound, .noMacros(try path()))
            }
            let output = Output()
            for entry in macros.entries { try output.line("\(entry.key)\t\(entry.expansion)") }
            try output.flush()
        }
    }

    struct Export: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(abstract: Wording.macrosExportAbstract.text)
        }

        @Option(
            name: [.short, .customLong("output")],
            help: ArgumentHelp(Wording.personalOutputHelp.text, valueName: "file"), completion: .file())
        var output: String?

        func run() throws {
            guard Path.exists(try path()) else { throw Failure(.nothingFound, .noMacros(try path())) }
            try Output.write(try Opening.contents(of: try path()), to: output)
        }
    }

    struct Import: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(abstract: Wording.macrosImportAbstract.text)
        }

        @Argument(help: ArgumentHelp(Wording.macrosHelp.text, valueName: "file"), completion: .file())
        var file: String

        func run() throws {
            let new = try Opening.macros(at: file)
            let path = try path()
            finishReplacement(of: path)
            var text = Path.exists(path) ? try Opening.contents(of: path) : Array("macros 1\n".utf8)
            let known = Set((try own())?.entries.map(\.key) ?? [])
            if text.last != 0x0A { text.append(0x0A) }
            var added = 0
            for entry in new.entries where !known.contains(entry.key) {
                text += "\(entry.key) = \(entry.expansion)\n".utf8
                added += 1
            }
            if added > 0 {
                try makeFolder(at: Path.parent(of: path))
                try Output.write(text, to: path)
            }
            Notices.report(.macrosAdded(added, left: new.entries.count - added, path))
        }
    }

    struct Clear: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(abstract: Wording.macrosClearAbstract.text)
        }

        func run() throws {
            let path = try path()
            if Path.exists(path) { try Output.write(Array("macros 1\n".utf8), to: path) }
            Notices.report(.macrosCleared(path))
        }
    }
}
