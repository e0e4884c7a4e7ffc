import Conversion
import Diagnostics

/// The ways in which headwords write the letter ƀ: itself, ɓ, or a b with one of four apostrophes before it.
struct ImplosiveWays {
    private static let apostrophes = StandIns.apostrophes.map { Character($0) }

    private var found: [String: (first: Range<Int>, count: Int)] = [:]

    /// The first way in which `text` writes it, or nil.
    static func first(in text: String) -> String? {
        // Words without the letter are nearly all, and their bytes show it.
        guard
            text.utf8.contains(where: { $0 == 0x62 || $0 == 0x42 || $0 == 0xC6 || $0 == 0xC9 || $0 == 0xC8 })
        else { return nil }
        var before: Character?
        for letter in text.lowercased() {
            if letter == "ƀ" || letter == "ɓ" { return String(letter) }
            if letter == "b", let before, apostrophes.contains(before) { return "\(before)b" }
            before = letter
        }
        return nil
    }

    /// Adds how `form` writes it.
    mutating func add(_ form: Piece) {
        guard let way = ImplosiveWays.first(in: form.text) else { return }
        found[way, default: (form.range, 0)].count += 1
    }

    /// Adds to `report` the ways that are rarer than the commonest.
    func check(_ report: inout LexiconReport) {
        let ways = found.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        guard let usual = ways.first else { return }
        for way in ways.dropFirst() {
            report.add(
                .mixedSpelling(
                    way.key, count: way.value.count, usual: usual.key, usualCount: usual.value.count),
                at: way.value.first)
        }
    }
}
