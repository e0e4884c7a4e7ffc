import Bytes
import Catalogue
import Composition
import Conversion
import Diagnostics
import Lexicon

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

    var keymaps: [KeymapRecord]?
    var lexicons: [LexiconRecord]?
    /// Transliterations and other conversions by rules.
    var transforms: [TransformRecord]?
    /// What compilers and readers can report.
    var diagnostics: [DiagnosticKindRecord]?
    /// Whether a file could not be opened; it has been reported.
    var isDamaged = false

    enum CodingKeys: String, CodingKey {
        case keymaps, lexicons, transforms, diagnostics
    }

    /// Whether nothing at all was found.
    var isEmpty: Bool { tables.allSatisfy(\.isEmpty) }

    /// Opens every installed keymap.
    mutating func readKeymaps() {
        keymaps = Installed.all(.keymaps).compactMap { installed in
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
        lexicons = Installed.all(.lexicons).compactMap { installed in
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
            guard let info = opened({ try Opening.transformInfo(installed.path) }) else { return nil }
            return TransformRecord(
                name: installed.name, path: installed.path, from: info.from, to: info.to, title: info.title,
                translation: info.title(in: Surroundings.isVietnamese ? "vi" : "en"), version: info.version,
                licence: info.licence, status: info.status,
                sources: info.sources.map { LexiconRecord.Origin(id: $0.id, text: $0.text) })
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
    var tables: [[String]] { [keymapTable, lexiconTable, transformTable, diagnosticTable] }

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

    private var diagnosticTable: [String] {
        diagnostics == nil ? [] : DiagnosticKinds.table(DiagnosticKinds.all)
    }

    /// `rows` aligned below `headings`, which are separated by `|`; nothing when there is no row.
    static func lines(_ headings: Wording, _ rows: [[String]]) -> [String] {
        rows.isEmpty ? [] : Table.lines([headings.text.split(separator: "|").map(String.init)] + rows)
    }
}
