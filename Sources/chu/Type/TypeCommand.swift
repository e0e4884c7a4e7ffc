import Diagnostics
import ArgumentParser
import Composition
import Engine
import Catalogue

/// `chu type`: the line editor, or key sequences turned into text.
struct TypeCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "type", abstract: Wording.typeAbstract.text, discussion: Wording.typeDiscussion.text)
    }

    @Option(
        name: [.short, .customLong("keymap")],
        help: ArgumentHelp(Wording.keymapHelp.text, valueName: "keymap"),
        completion: .custom { _, _, _ in Installed.all(.keymaps).map(\.name) })
    var keymaps: [String] = []

    @Option(
        name: [.short, .customLong("lexicon")],
        help: ArgumentHelp(Wording.typeLexiconHelp.text, valueName: "lexicon"),
        completion: .custom { _, _, _ in Installed.all(.lexicons).map(\.name) })
    var lexicons: [String] = []

    @Flag(help: ArgumentHelp(Wording.keysHelp.text))
    var keys = false

    @Flag(help: ArgumentHelp(Wording.traceHelp.text))
    var trace = false

    @Option(
        name: .customLong("option"), help: ArgumentHelp(Wording.optionHelp.text, valueName: "name=value"))
    var options: [String] = []

    @Option(help: ArgumentHelp(Wording.macrosHelp.text, valueName: "file"), completion: .file())
    var macros: String?

    @Flag(name: .customLong("no-learn"), help: ArgumentHelp(Wording.noLearnHelp.text))
    var noLearn = false

    @Argument(help: ArgumentHelp(Wording.typeFileHelp.text, valueName: "file"), completion: .file())
    var files: [String] = []

    func validate() throws {
        if keys, keymaps.count != 1 { throw ValidationError(Wording.keysNeedKeymap.text) }
        if trace, !keys { throw ValidationError(Wording.traceNeedsKeys.text) }
        if !keys, files.count > 1 { throw ValidationError(Wording.oneFileOnly.text) }
        for option in options where !option.contains("=") || option.hasPrefix("=") {
            throw ValidationError(Wording.notAnOption(option).text)
        }
    }

    func run() throws {
        let macros = try macros.map { try Opening.macros(at: $0) }
        guard keys else {
            return try EditorCommand(
                keymaps: keymaps, lexicons: lexicons, options: pairs, macros: macros ?? MacrosCommand.own(),
                learns: !noLearn, path: files.first
            ).run()
        }
        let names = Opening.keymapNames(keymaps.first ?? "")
        guard names.count == 1 else {
            throw Failure(.wrongUsage, .severalKeymaps(keymaps.first ?? "", names))
        }
        let keymap = try Opening.keymap(names[0])
        var session = Session(Engine(keymap: keymap))
        session.macros = macros
        let replay = try KeyReplay(session, keymap, pairs, isTraced: trace)
        let output = Output()
        for file in files.isEmpty ? ["-"] : files { try replay.run(file, to: output) }
        try output.flush()
    }

    /// The options as names and values.
    var pairs: [(name: String, value: String)] {
        options.map { option in
            let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(parts.first ?? ""), String(parts.last ?? ""))
        }
    }
}
