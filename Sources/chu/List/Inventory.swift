import Bytes
import Catalogue
import Composition
import Conversion
import Diagnostics
import Languages
import Lexicon
import Text

/// What the data folders hold.
struct Inventory: Encodable {
    /// A choice that a keymap leaves to the user.
    struct Option: Encodable {
        var name: String
        var values: [String]
        var title: String
    }

    /// A keymap.
    struct KeymapRecord: Encodable {
        var name: String
        var path: String
        var language: String
        var title: String
        var version: String
        var licence: String
        var status: String
        var sources: [String]
        var options: [Option]
    }

    /// A lexicon.
    struct LexiconRecord: Encodable {
        /// Where its entries come from.
        struct Origin: Encodable {
            var id: String
            var text: String
        }

        var name: String
        var path: String
        var language: String
        var script: String
        var orthography: String?
        var title: String
        var version: String?
        var licence: String
        var status: String?
        var entries: Int
        var sources: [Origin]
    }

    /// A transform.
    struct TransformRecord: Encodable {
        var name: String
        var path: String
        var from: String
        var to: String
        var title: String
        /// The title in the user's language, which distinguishes the transforms of one script.
        var translation: String
        var version: String
        var licence: String
        var status: String
        var sources: [LexiconRecord.Origin]
    }

    /// A kind of diagnostic.
    struct DiagnosticKindRecord: Encodable {
        var id: String
        var severity: String
    }

    /// A language of a people.
    struct LanguageRecord: Encodable {
        /// A name, and the source that gives it.
        struct Name: Encodable {
            var text: String
            var source: String
        }

        /// The number of the people in the list of 1979.
        var number: Int?
        var people: String
        var peopleEnglish: String
        /// None for a language without a code.
        var tag: String?
        var codes: [String]
        var scripts: [String]
        var vietnamese: String?
        var english: String?
        /// Of the people and of the language.
        var names: [Name]
        /// What is installed for it.
        var keymaps: [String]
        var lexicons: [String]
    }

    var keymaps: [KeymapRecord]?
    var lexicons: [LexiconRecord]?
    /// Transliterations and other conversions by rules.
    var transforms: [TransformRecord]?
    /// The peoples of Vietnam and their languages.
    var languages: [LanguageRecord]?
    /// What compilers and readers can report.
    var diagnostics: [DiagnosticKindRecord]?
    /// Whether a file could not be opened; it has been reported.
    var isDamaged = false

    enum CodingKeys: String, CodingKey {
        case keymaps, lexicons, transforms, languages, diagnostics
    }

    /// The tags of the languages wanted; nil for all.
    private var wanted: [String]?
    /// The number of the people wanted, when its language has no code.
    private var wantedPeople: Int?

    /// Whether nothing at all was found.
    var isEmpty: Bool { tables.allSatisfy(\.isEmpty) }

    /// Leaves all but what is in the languages that the user calls `name`.
    ///
    /// - Throws: ``Failure`` when there is no such language.
    mutating func select(_ name: String) throws {
        let tags = Languages.tags(name)
        wantedPeople = tags.isEmpty ? Languages.people(name)?.number : nil
        wanted = wantedPeople == nil ? try LanguageArgument.tags(name) : []
    }

    /// Whether what is in the language `tag` is wanted.
    private func isWanted(_ tag: String) -> Bool {
        wanted?.contains { LanguageTag.fits($0, tag, script: Languages.named(tag).first?.scripts.first) }
            ?? true
    }

    /// What is installed and wanted of `kind`.
    private func installed(_ kind: Installed.Kind) -> [Installed] {
        Installed.all(kind).filter { isWanted($0.language) }
    }

    /// Opens every installed keymap.
    mutating func readKeymaps() {
        keymaps = installed(.keymaps).compactMap { installed in
            guard let keymap = opened({ try Opening.keymap(installed.path) }) else { return nil }
            let info = keymap.info
            return KeymapRecord(
                name: installed.name, path: installed.path, language: info.language, title: info.title,
                version: info.version, licence: info.licence, status: info.status, sources: info.sources,
                options: keymap.options.map { Option(name: $0.name, values: $0.values, title: $0.title) })
        }
    }

    /// Opens every installed lexicon.
    mutating func readLexicons() {
        lexicons = installed(.lexicons).compactMap { installed in
            guard let lexicon = opened({ try Opening.lexicon(installed.path) }) else { return nil }
            let info = lexicon.info
            return LexiconRecord(
                name: installed.name, path: installed.path, language: info.language, script: info.script,
                orthography: info.orthography, title: info.title, version: info.version,
                licence: info.licence,
                status: info.status, entries: lexicon.entryCount,
                sources: info.sources.map { LexiconRecord.Origin(id: $0.id, text: $0.text) })
        }
    }

    /// Reads the head of every installed transform.
    mutating func readTransforms() {
        transforms = Installed.all(.transforms).compactMap { installed in
            guard let info = opened({ try Opening.transformInfo(installed.path) }),
                isWanted(info.from) || isWanted(info.to)
            else { return nil }
            return TransformRecord(
                name: installed.name, path: installed.path, from: info.from, to: info.to, title: info.title,
                translation: info.title(in: Surroundings.isVietnamese ? "vi" : "en"), version: info.version,
                licence: info.licence, status: info.status,
                sources: info.sources.map { LexiconRecord.Origin(id: $0.id, text: $0.text) })
        }
    }

    /// Lists the peoples and their languages, and the names of what is installed for each.
    mutating func readLanguages() {
        let installed = [Installed.Kind.keymaps, .lexicons].map { Installed.all($0) }
        languages = Languages.peoples.flatMap { people in
            let languages: [Language?] = people.languages.isEmpty ? [nil] : people.languages
            return languages.filter { language in
                language.map { language in
                    wanted?.contains { $0.primarySubtag == language.tag } ?? true
                } ?? (wanted == nil || wantedPeople == people.number)
            }.map { language in
                let names = installed.map { all in
                    all.filter { $0.language.primarySubtag == language?.tag }.map(\.name)
                }
                return LanguageRecord(
                    number: people.number, people: people.vietnamese, peopleEnglish: people.english,
                    tag: language?.tag, codes: language?.codes ?? [], scripts: language?.scripts ?? [],
                    vietnamese: language?.vietnamese, english: language?.english,
                    names: (people.names + (language?.names ?? [])).map {
                        LanguageRecord.Name(text: $0.text, source: String(describing: $0.source))
                    },
                    keymaps: names[0], lexicons: names[1])
            }
        }
    }

    /// Lists every kind of diagnostic.
    mutating func readDiagnostics() {
        diagnostics = DiagnosticKinds.all.map {
            DiagnosticKindRecord(id: $0.id, severity: $0.severity.rawValue)
        }
    }

    private mutating func opened<Value>(_ open: () throws -> Value) -> Value? {
        let value = Opening.orReport(open)
        if value == nil { isDamaged = true }
        return value
    }
}

// MARK: As tables

extension Inventory {
    /// What was read, each kind of thing as lines of aligned columns.
    var tables: [[String]] { [keymapTable, lexiconTable, transformTable, languageTable, diagnosticTable] }

    /// The keymaps, each one's options below it.
    private var keymapTable: [String] {
        let keymaps = keymaps ?? []
        let lines = Inventory.lines(
            .keymapColumns,
            keymaps.map {
                [$0.name, $0.language, $0.title, $0.version, $0.licence, Wording.status($0.status).text]
            })
        var table = Array(lines.prefix(1))
        for (line, keymap) in zip(lines.dropFirst(), keymaps) {
            table.append(line)
            for option in keymap.options {
                table.append("    \(option.name)=\(option.values.joined(separator: "|"))  \(option.title)")
            }
        }
        return table
    }

    private var lexiconTable: [String] {
        Inventory.lines(
            .lexiconColumns,
            (lexicons ?? []).map {
                [
                    $0.name, $0.language, $0.title, $0.version ?? "", $0.licence,
                    $0.status.map { Wording.status($0).text } ?? "", String($0.entries),
                ]
            })
    }

    private var transformTable: [String] {
        Inventory.lines(
            .transformColumns,
            (transforms ?? []).map {
                [
                    $0.name, $0.from, $0.to, $0.translation, $0.version, $0.licence,
                    Wording.status($0.status).text,
                ]
            })
    }

    private var languageTable: [String] {
        let isVietnamese = Surroundings.isVietnamese
        return Inventory.lines(
            .languageColumns,
            (languages ?? []).map {
                [
                    isVietnamese ? $0.people : $0.peopleEnglish,
                    (isVietnamese ? $0.vietnamese : $0.english) ?? "", $0.tag ?? "",
                    $0.scripts.joined(separator: " "), $0.keymaps.joined(separator: " "),
                    $0.lexicons.joined(separator: " "),
                ]
            }
        ).map { line in
            // Most rows end with empty columns.
            String(line.reversed().drop { $0 == " " }.reversed())
        }
    }

    private var diagnosticTable: [String] {
        diagnostics == nil ? [] : DiagnosticKinds.table(DiagnosticKinds.all)
    }

    /// `rows` aligned below `headings`, which are separated by `|`; nothing when there is no row.
    static func lines(_ headings: Wording, _ rows: [[String]]) -> [String] {
        rows.isEmpty ? [] : Table.lines([headings.text.split(separator: "|").map(String.init)] + rows)
    }
}
