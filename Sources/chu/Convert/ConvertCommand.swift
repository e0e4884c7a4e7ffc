import ArgumentParser
import Conversion
import Diagnostics
import Files
import Catalogue
import Engine

/// `chu convert`: text in one form to text in another, piece by piece.
struct ConvertCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "convert", abstract: Wording.convertAbstract.text,
            discussion: Wording.convertDiscussion.text)
    }

    /// What becomes of bytes that have no meaning.
    enum IllFormed: String, CaseIterable, ExpressibleByArgument {
        case error, keep, replace
    }

    @Option(
        help: ArgumentHelp(Wording.convertFromHelp.text, valueName: "form"),
        completion: .custom { _, _, _ in
            ConversionForm.readable + KeysConverter.forms.keys.sorted() + ConvertCommand.transformed(\.from)
        })
    var from: String

    @Option(
        help: ArgumentHelp(Wording.convertToHelp.text, valueName: "form"),
        completion: .custom { _, _, _ in ConversionForm.writable + ConvertCommand.transformed(\.to) })
    var to: String

    @Option(
        name: .short, help: ArgumentHelp(Wording.convertOutHelp.text, valueName: "out"), completion: .file())
    var out: String?

    @Flag(help: ArgumentHelp(Wording.inPlaceHelp.text))
    var inPlace = false

    @Option(help: ArgumentHelp(Wording.columnsHelp.text, valueName: "n,…"))
    var columns: String?

    @Option(help: ArgumentHelp(Wording.illFormedHelp.text))
    var illFormed: IllFormed = .error

    @Flag(help: ArgumentHelp(Wording.insistHelp.text))
    var insist = false

    @Flag(help: ArgumentHelp(Wording.reportHelp.text))
    var report = false

    @Option(help: ArgumentHelp(Wording.languageHelp.text, valueName: "tag"))
    var language: String?

    @Option(help: ArgumentHelp(Wording.fontHelp.text, valueName: "name"))
    var font: String?

    @Argument(help: ArgumentHelp(Wording.convertFileHelp.text, valueName: "file"), completion: .file())
    var files: [String] = []

    func validate() throws {
        if inPlace, out != nil { throw ValidationError(Wording.outOrInPlace.text) }
        if inPlace, files.isEmpty || files.contains("-") {
            throw ValidationError(Wording.inPlaceNeedsFiles.text)
        }
        if let columns, ConvertCommand.numbers(columns) == nil {
            throw ValidationError(Wording.badColumns(columns).text)
        }
        if columns != nil, let wide = [from, to].first(where: { TextEncoding(rawValue: $0)?.isWide == true })
        {
            throw ValidationError(Wording.columnsInWideText(wide).text)
        }
    }

    func run() throws {
        // Wrong usage is reported before anything is read.
        _ = try language.map { try TextLanguage.tag($0) }
        _ = try chain(from == "auto" ? .unicode : nil)
        guard !isTogether else { return try convertTogether() }
        var worst = Failure.Code.done
        var targets: [String: String] = [:]
        for file in files {
            do {
                let target = inPlace ? file : Path.join(out ?? "", Path.name(of: file))
                if let other = targets[target], !inPlace {
                    throw Failure(.wrongUsage, .sameConversionTarget(other, file, target))
                }
                targets[target] = file
                // A pipe would be waited for, and a device cannot be put in the place of another.
                if inPlace, Path.exists(file), !Path.isFile(file) {
                    throw Failure(.cannotWrite, .notAFile(file))
                }
                let writing = try FileTarget(target, replacing: inPlace)
                try convert(file, to: writing)
                try writing.commit()
            } catch {
                worst = max(worst, try Opening.reportedCode(of: error))
            }
        }
        if worst != .done { throw Failure(worst) }
    }

    /// All files one after the other, to standard output or to one file.
    private func convertTogether() throws {
        let target: any ConversionTarget = try out.map { try FileTarget($0) } ?? OutputTarget()
        for file in files.isEmpty ? ["-"] : files { try convert(file, to: target) }
        try target.commit()
    }

    private func convert(_ file: String, to target: any ConversionTarget) throws {
        try FileConversion(
            file: file, isGuessed: from == "auto", watched: insist ? nil : TextEncoding(rawValue: from),
            columns: columns.flatMap { ConvertCommand.numbers($0) }, illFormed: illFormed, isReported: report,
            document: document, chain: chain
        ).run(to: target)
    }

    /// Whether all files are written one after the other.
    private var isTogether: Bool {
        !inPlace && !(out.map { $0.hasSuffix("/") || Path.isFolder($0) } ?? false)
    }

    private var document: DocumentConversion {
        let textOption =
            if columns != nil {
                "--columns"
            } else if language != nil {
                "--language"
            } else {
                illFormed == .error ? nil : "--ill-formed"
            }
        return DocumentConversion(
            from: from, to: to, font: font, textOption: textOption,
            isOneOfMany: isTogether && files.count > 1, isReported: report)
    }

    /// The converters for one file, which is in `encoding` if that had to be found out.
    private func chain(_ encoding: TextEncoding?) throws -> ConversionChain {
        let source = ConversionForm(name: encoding?.rawValue ?? from)
        let target = ConversionForm(name: to)
        do {
            return try ConversionChain(
                from: source, to: target,
                options: ConversionOptions(
                    illFormed: illFormed == .keep ? .keep : .replace, lines: insist ? .all : .decide),
                language: try language.map { try TextLanguage.tag($0) },
                columns: columns.flatMap { ConvertCommand.numbers($0) },
                transform: { source, target in try ConvertCommand.transform(source, target) })
        } catch let error as ConversionFormError {
            throw Failure(.wrongUsage, .noConversion(error))
        }
    }

    /// What reads keys, or the installed transform from one form to another; nil when there is none.
    ///
    /// Text in an encoding is taken for Vietnamese, which is what the encodings were made for.
    private static func transform(_ source: ConversionForm, _ target: ConversionForm) throws -> (
        any Converter
    )? {
        if let keymap = KeysConverter.forms[source.name] {
            guard !target.isTransform || target.name == "vi" else { return nil }
            return KeysConverter(Engine(keymap: try Opening.keymap(keymap)))
        }
        let transform = try Opening.transform(
            from: source.isTransform ? source.name : "vi", to: target.isTransform ? target.name : "vi")
        return transform.map { TransformConverter($0) }
    }

    /// The names of the forms that installed transforms read, for completion, or those that they write.
    private static func transformed(_ end: KeyPath<TransformInfo, String>) -> [String] {
        Set(Installed.all(.transforms).compactMap { Transform.info(at: $0.path)?[keyPath: end] }).sorted()
    }

    /// `1,3` as numbers; nil when it is not a list of numbers from 1.
    private static func numbers(_ list: String) -> Set<Int>? {
        var numbers: Set<Int> = []
        for part in list.split(separator: ",", omittingEmptySubsequences: false) {
            guard let number = Int(part), number > 0 else { return nil }
            numbers.insert(number)
        }
        return numbers
    }
}
