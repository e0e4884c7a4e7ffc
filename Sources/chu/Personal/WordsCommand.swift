import Diagnostics
import ArgumentParser
import Engine
import Bytes
import Files
import Catalogue

/// `chu words`: the words the user has written with a keymap, which candidates are ordered by.
struct WordsCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "words", abstract: Wording.wordsAbstract.text,
            discussion: Wording.wordsDiscussion.text,
            subcommands: [List.self, Export.self, Import.self, Clear.self], defaultSubcommand: List.self)
    }

    /// The keymap whose words are meant.
    struct Keymap: ParsableArguments {
        @Argument(
            help: ArgumentHelp(Wording.wordsKeymapHelp.text, valueName: "keymap"),
            completion: .custom { _, _, _ in Installed.all(.keymaps).map(\.name) })
        var name: String

        func validate() throws {
            guard Installed.isName(name) else { throw ValidationError(Wording.notAKeymapName(name).text) }
        }

        /// The words, from their file.
        func words() throws -> UserWords { try WordsCommand.words(name) }
    }

    /// The words written with the keymap called `name`, from their file.
    static func words(_ name: String) throws -> UserWords {
        guard let path = Catalogue.wordsPath(ofKeymap: name) else { throw Failure(.noInput, .noHome) }
        return try UserWords(path: path)
    }

    struct List: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(abstract: Wording.wordsListAbstract.text)
        }

        @OptionGroup var keymap: Keymap

        func run() throws {
            let words = try keymap.words().all
            guard !words.isEmpty else { throw Failure(.nothingFound, .noWords(keymap.name)) }
            let output = Output()
            for word in words { try output.line("\(word.count)\t\(word.text)") }
            try output.flush()
        }
    }

    struct Export: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(abstract: Wording.wordsExportAbstract.text)
        }

        @OptionGroup var keymap: Keymap
        @Option(
            name: [.short, .customLong("output")],
            help: ArgumentHelp(Wording.personalOutputHelp.text, valueName: "file"), completion: .file())
        var output: String?

        func run() throws { try Output.write(WordCounts.file(of: try keymap.words().all), to: output) }
    }

    struct Import: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(abstract: Wording.wordsImportAbstract.text)
        }

        @OptionGroup var keymap: Keymap
        @Argument(help: ArgumentHelp(Wording.wordsFileHelp.text, valueName: "file"), completion: .file())
        var file: String

        func run() throws {
            guard let words = WordCounts.words(of: try Opening.contents(of: file)) else {
                throw Failure(.badData, .notWords(file))
            }
            let own = try keymap.words()
            try own.add(words)
            Notices.report(.wordsAdded(words.count, keymap.name))
        }
    }

    struct Clear: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(abstract: Wording.wordsClearAbstract.text)
        }

        @OptionGroup var keymap: Keymap

        func run() throws {
            let words = try keymap.words()
            let count = words.all.count
            if count > 0 { try words.clear() }
            Notices.report(.wordsCleared(count, keymap.name))
        }
    }
}
