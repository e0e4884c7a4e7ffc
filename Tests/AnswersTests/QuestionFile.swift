import Answers
import Diagnostics
import Lexicon
import TestSupport

/// A file of `Tests/Questions`: questions of one kind, with the entries that must come first.
///
/// The form is that of a list of words; `Tests/Questions/README.md` explains it.
struct QuestionFile {
    /// A line that cannot be read, and why.
    struct Malformed: Error, CustomStringConvertible {
        let description: String
    }

    /// An entry of a lexicon: its language and its headword.
    struct Wanted: Hashable {
        let language: String
        let headword: String
    }

    /// What one part of a query must lead to.
    struct Part {
        /// The part as it may be looked up; none where that is the whole query.
        let asked: [String]
        /// The entries of which one must come first.
        let wanted: [Wanted]
    }

    /// A question, and what must answer it.
    struct Item {
        /// The file and the line.
        let place: String
        let question: Question
        /// The ways that may be said; for suggestions none.
        let ways: [Way]
        /// What must come first for each part; none where nothing may come but in one of the ``ways``.
        let parts: [Part]
        /// The last field as it is written.
        let wanted: String
    }

    /// The kind in English and in Vietnamese.
    let kind: (english: String, vietnamese: String)
    /// The questions, in the order of the file.
    let items: [Item]

    /// Reads the file at `path`, from the root of the checkout.
    init(_ path: String) throws {
        guard let source = Repository.text("\(Repository.root)/\(path)") else {
            throw Malformed(description: "\(path) cannot be read")
        }
        var kinds: [String: String] = [:]
        var columns: [String]?
        var items: [Item] = []
        var isHeader = true
        let lines = source.text(0..<source.bytes.count).split(
            separator: "\n", omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
            let place = "\(path):\(number + 1)"
            if isHeader {
                if line.hasPrefix("kind (") {
                    kinds[String(line.dropFirst(6).prefix(2))] = String(line.dropFirst(10))
                }
                if line.hasPrefix("columns ") {
                    columns = line.split(separator: " ").dropFirst().map(String.init)
                }
                if line == "entries" { isHeader = false }
                continue
            }
            guard let columns else { throw Malformed(description: "\(path) names no columns") }
            items.append(try QuestionFile.item(line, columns, place))
        }
        guard let english = kinds["en"], let vietnamese = kinds["vi"] else {
            throw Malformed(description: "\(path) does not name its kind in both languages")
        }
        kind = (english, vietnamese)
        self.items = items
    }

    private static func item(_ line: Substring, _ columns: [String], _ place: String) throws -> Item {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard cells.count <= columns.count else {
            throw Malformed(description: "\(place): too many fields")
        }
        var fields: [String: String] = [:]
        for (column, cell) in zip(columns, cells) where !cell.isEmpty { fields[column] = cell }
        guard let query = fields["query"] else { throw Malformed(description: "\(place): no query") }
        let ways = try (fields["way"] ?? "").split(separator: " ").map { name in
            guard let way = Way(rawValue: String(name)) else {
                throw Malformed(description: "\(place): there is no way '\(name)'")
            }
            return way
        }
        guard let match = Match(rawValue: fields["match"] ?? "exact") else {
            throw Malformed(description: "\(place): there is no match '\(fields["match"] ?? "")'")
        }
        let wanted = fields["first"] ?? ""
        let isSuggestion = !columns.contains("way")
        return Item(
            place: place,
            question: Question(
                String(decoding: DiagnosticArticle.bytes(query), as: UTF8.self), match,
                from: fields["from"], to: fields["to"]),
            ways: ways, parts: isSuggestion ? [] : try parts(wanted, place), wanted: wanted)
    }

    /// `rad êa ; jra ia`, or for parts of a query `[bố] rad ama + [mẹ] rad amĭ`.
    private static func parts(_ text: String, _ place: String) throws -> [Part] {
        guard !text.isEmpty else { return [] }
        return try text.components(between: " + ").map { part in
            var asked: [String] = []
            var entries = part
            if part.hasPrefix("["), let end = part.firstIndex(of: "]") {
                asked = String(part[part.index(after: part.startIndex)..<end]).components(between: " / ")
                entries = String(part[part.index(after: end)...].drop { $0 == " " })
            }
            let wanted = try entries.components(between: " ; ").map { entry in
                guard let blank = entry.firstIndex(of: " ") else {
                    throw Malformed(description: "\(place): '\(entry)' names no language or no word")
                }
                return Wanted(
                    language: String(entry[..<blank]), headword: String(entry[entry.index(after: blank)...]))
            }
            return Part(asked: asked.map { $0.lowercased() }, wanted: wanted)
        }
    }
}

extension String {
    /// What stands between the places where `separator` is.
    fileprivate func components(between separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}
