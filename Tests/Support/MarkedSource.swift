public import Diagnostics
public import Testing

/// A source text in a test, with marks where something is expected.
///
/// The marks are `1️⃣`, `2️⃣` and so on; they are not part of the text.
///
///     let source = try MarkedSource("keymap 1\n1️⃣langauge vi\n", path: "a.keymap")
///     source.text        // "keymap 1\nlangauge vi\n"
///     source.offsets     // [9]
public struct MarkedSource: Sendable {
    /// The marks, in their order.
    public static let marks = (1...9).map { "\($0)\u{FE0F}\u{20E3}" }

    /// The text without its marks.
    public let text: SourceText
    /// Where each mark stood, as an offset in the bytes of ``text``; the first one is that of `1️⃣`.
    public let offsets: [Int]

    /// The text `marked`, of a file at `path`.
    ///
    /// - Throws: When there is no mark, when a mark is there twice, or when one before it is missing.
    public init(
        _ marked: String, path: String = "test", sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let marks = MarkedSource.marks.map { Array($0.utf8) }
        let given = Array(marked.utf8)
        var bytes: [UInt8] = []
        var found: [Int: Int] = [:]
        var index = 0
        while index < given.count {
            if let mark = marks.firstIndex(where: { given[index...].starts(with: $0) }) {
                try #require(
                    found[mark] == nil, "mark \(mark + 1) stands twice", sourceLocation: sourceLocation)
                found[mark] = bytes.count
                index += marks[mark].count
            } else {
                bytes.append(given[index])
                index += 1
            }
        }
        try #require(!found.isEmpty, "no mark in the source", sourceLocation: sourceLocation)
        offsets = try (0..<found.count).map {
            try #require(found[$0], "no mark \($0 + 1) in the source", sourceLocation: sourceLocation)
        }
        text = SourceText(path: path, bytes: bytes)
    }

    /// `marked` without its marks.
    public static func unmarked(_ marked: String) -> String {
        marks.reduce(marked) { $0.replacing($1, with: "") }
    }

    /// The text with the edits of `fixIt` made, as a string.
    public func fixed(by fixIt: Diagnostic.FixIt) -> String {
        let fixed = text.applying(fixIt)
        return fixed.text(0..<fixed.bytes.count)
    }

    /// Expects that `diagnostics` is one diagnostic, at the place of `1️⃣`, and gives it.
    ///
    /// - Parameters:
    ///   - id: Its id.
    ///   - marked: The text it points at; nil when only its start matters. Compared by code points.
    ///   - message: Its English message; nil when another test has it.
    ///   - fixed: The text after its first fix-it, compared by code points; nil when no fix-it is looked at.
    @discardableResult public func expect(
        _ diagnostics: [Diagnostic], id: String, severity: Diagnostic.Severity, marked: String? = nil,
        message: String? = nil, fixed: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Diagnostic {
        let rendered = diagnostics.map { $0.rendered() }.joined(separator: "\n")
        #expect(diagnostics.count == 1, "\(rendered)", sourceLocation: sourceLocation)
        let found = try #require(diagnostics.first, sourceLocation: sourceLocation)
        #expect(found.id == id, sourceLocation: sourceLocation)
        #expect(found.severity == severity, sourceLocation: sourceLocation)
        #expect(found.range.lowerBound == offsets[0], "\(rendered)", sourceLocation: sourceLocation)
        #expect(found.range.upperBound <= text.bytes.count, sourceLocation: sourceLocation)
        if let marked {
            #expect(Array(text.text(found.range).utf8) == Array(marked.utf8), sourceLocation: sourceLocation)
        }
        if let message { #expect(found.wording.english == message, sourceLocation: sourceLocation) }
        guard let fixed else { return found }
        let result = self.fixed(by: try #require(found.fixIts.first, sourceLocation: sourceLocation))
        #expect(Array(result.utf8) == Array(fixed.utf8), "\(result)", sourceLocation: sourceLocation)
        return found
    }
}
