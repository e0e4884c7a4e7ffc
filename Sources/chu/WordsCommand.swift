import ArgumentParser
import Engine
import Bytes
import Files
import Catalogue

/// `chu words`: the words the user has written with a keymap, which candidates are ordered by.
struct WordsCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "words", abstract: Message.wordsAbstract.text,
            discussion: Message.wordsDiscussion.text,
            subcommands: [List.self, Export.self, Import.self, Clear.self], defaultSubcommand: List.self)
    }

    /// The keymap whose words are meant.
    struct Keymap: ParsableArguments {
        @Argument(
            help: ArgumentHelp(Message.wordsKeymapHelp.text, valueName: "keymap"),
            completion: .custom { _, _, _ in Installed.all(.keymaps).map(\.name) })
        var name: String

        func validate() throws {
            guard Installed.isName(name) else { throw ValidationError(Message.notAKeymapName(name).text) }
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
            CommandConfiguration(abstract: Message.wordsListAbstract.text)
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
            CommandConfiguration(abstract: Message.wordsExportAbstract.text)
        }

        @OptionGroup var keymap: Keymap
        @Option(
            name: [.short, .customLong("output")],
            help: ArgumentHelp(Message.personalOutputHelp.text, valueName: "file"), completion: .file())
        var output: String?

        func run() throws { try write(WordCounts.file(of: try keymap.words().all), to: output) }
    }

    struct Import: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(abstract: Message.wordsImportAbstract.text)
        }

        @OptionGroup var keymap: Keymap
        @Argument(help: ArgumentHelp(Message.wordsFileHelp.text, valueName: "file"), completion: .file())
        var file: String

        func run() throws {
            guard let words = WordCounts.words(of: try contents(of: file)) else {
                throw Failure(.badData, .notWords(file))
            }
            let own = try keymap.words()
            try own.add(words)
            Notices.tell(.wordsAdded(words.count, keymap.name))
        }
    }

    struct Clear: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(abstract: Message.wordsClearAbstract.text)
        }

        @OptionGroup var keymap: Keymap

        func run() throws {
            let words = try keymap.words()
            let count = words.all.count
            if count > 0 { try words.clear() }
            Notices.tell(.wordsCleared(count, keymap.name))
        }
    }
}

/// The bytes of the file at `path`.
func contents(of path: String) throws(FileError) -> [UInt8] { try MappedFile(path: path).bytes.array() }

/// Puts `bytes` into the file at `path`, or on standard output when it is nil.
func write(_ bytes: [UInt8], to path: String?) throws {
    guard let path else {
        let output = Output()
        try output.write(bytes)
        return try output.flush()
    }
    try replaceFile(at: path, with: bytes)
}
