public import Diagnostics
import Files
import Foundation
public import Testing

/// What is true of every fixing, whatever the source.
///
/// - Fixing a fixed text changes nothing.
/// - The lines that differ are those that are reported, with what they were and what they are.
/// - There are no more errors than before, and no less of what counts: entries, glosses, statements, tests.
/// - No letter of an entry or a test goes away, but by a fix of a kind that replaces letters.
/// - A file that is no text keeps its bytes.
public struct FixingProperty: Sendable {
    /// How many mutations a test tries; `CHU_FIX_MUTATIONS` in the environment says how many in all.
    ///
    /// - Parameter share: The part of them that the test has, of 100.
    public static func mutations(share: Int) -> Int {
        (environmentVariable("CHU_FIX_MUTATIONS").flatMap { Int($0) } ?? 300) * share / 100
    }

    private let counts: @Sendable (SourceText) -> [Int]
    private let diagnose: @Sendable (SourceText) -> [Diagnostic]
    private let isContent: @Sendable (String) -> Bool
    private let replacing: Set<String>

    /// The property of sources of one kind.
    ///
    /// - Parameters:
    ///   - replacing: The ids of fixes that put other letters in the place of letters.
    ///   - isContent: Whether a line has letters that must not go: an entry, a test.
    ///   - counts: How much there is of what counts.
    ///   - diagnose: What is wrong.
    public init(
        replacing: Set<String>, isContent: @escaping @Sendable (String) -> Bool,
        counts: @escaping @Sendable (SourceText) -> [Int],
        diagnose: @escaping @Sendable (SourceText) -> [Diagnostic]
    ) {
        self.replacing = replacing
        self.isContent = isContent
        self.counts = counts
        self.diagnose = diagnose
    }

    /// Fixes `source`, and expects what is true of every fixing.
    ///
    /// - Returns: How many fixes were made.
    @discardableResult public func expect(
        _ source: SourceText, sourceLocation: SourceLocation = #_sourceLocation
    ) -> Int {
        let fixing = Fixing(source, counts: counts, diagnose: diagnose)
        func shown() -> Comment {
            "\(source.path): \(String(decoding: source.bytes, as: UTF8.self).debugDescription)"
        }
        if source.unreadable != nil {
            #expect(fixing.text.bytes == source.bytes, shown(), sourceLocation: sourceLocation)
            return 0
        }
        guard fixing.text.bytes != source.bytes else {
            #expect(fixing.places.isEmpty, shown(), sourceLocation: sourceLocation)
            return 0
        }
        let again = Fixing(fixing.text, counts: counts, diagnose: diagnose)
        #expect(again.text.bytes == fixing.text.bytes, shown(), sourceLocation: sourceLocation)
        let before = diagnose(source).count { $0.severity == .error }
        let after = fixing.diagnostics.count { $0.severity == .error }
        #expect(after <= before, shown(), sourceLocation: sourceLocation)
        let lost = zip(counts(source), counts(fixing.text)).contains { $0 > $1 }
        #expect(!lost, shown(), sourceLocation: sourceLocation)
        // The reported places make the one text of the other.
        var lines = FixingProperty.lines(source)
        for place in fixing.places.reversed() {
            let start = min(place.line - 1, lines.count)
            let end = min(start + place.before.count, lines.count)
            #expect(Array(lines[start..<end]) == place.before, shown(), sourceLocation: sourceLocation)
            lines.replaceSubrange(start..<end, with: place.after)
        }
        #expect(lines == FixingProperty.lines(fixing.text), shown(), sourceLocation: sourceLocation)
        for place in fixing.places where place.before.contains(where: isContent) {
            let ids = Set(place.changes.map { fixing.changes[$0].diagnostic.id })
            guard ids.isDisjoint(with: replacing) else { continue }
            let gone = FixingProperty.gone(place.before, place.after)
            #expect(
                gone.isEmpty, "\(gone) by \(ids): \(place.before) \(place.after)",
                sourceLocation: sourceLocation)
        }
        return fixing.changes.count
    }

    private static func lines(_ text: SourceText) -> [String] {
        (0..<text.lineCount).map { text.text(text.lineRange($0)) }
    }

    /// The letters and digits of `before` that are not in `after`, without marks.
    private static func gone(_ before: [String], _ after: [String]) -> [Character] {
        var left: [Character: Int] = [:]
        func letters(_ lines: [String]) -> [Character] {
            lines.joined().decomposedStringWithCanonicalMapping.unicodeScalars.filter {
                $0.properties.isAlphabetic || $0.properties.numericType != nil
            }
            .map { Character($0) }
        }
        for letter in letters(after) { left[letter, default: 0] += 1 }
        return letters(before).filter { letter in
            left[letter, default: 0] -= 1
            return left[letter, default: 0] < 0
        }
    }
}
