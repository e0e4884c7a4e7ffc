import ICU

/// The two places of the tone in a syllable that ends in oa, oe or uy: *hòa*, *khỏe*, *thúy* or *hoà*, *khoẻ*, *thuý*.
///
///     ToneStyle.new.placed("Hòa")  // "Hoà"
///
/// In all other syllables both styles write the same, so *quý*, *của*, *giá* and *hoàn* never change.
public enum ToneStyle: String, Hashable, Sendable, CaseIterable {
    /// On the first of the two vowels: *hòa*.
    case old = "vi-tone-old"
    /// On the second of the two vowels: *hoà*.
    case new = "vi-tone-new"

    /// `word`, in NFC, with its tone where this style has it; nil when nothing changes.
    ///
    /// - Complexity: O(*n*) for a word of *n* letters.
    func placed(_ word: String) -> String? {
        var letters = Array(word.unicodeScalars)
        guard letters.count >= 2, letters.count <= 6 else { return nil }
        let pair = letters.count - 2
        guard let first = ToneStyle.vowels[letters[pair]], let second = ToneStyle.vowels[letters[pair + 1]],
            // One of the two has the tone.
            (first.tone == 0) != (second.tone == 0), (second.tone == 0) == (self == .new),
            ToneStyle.isMovable(first.base, second.base)
        else { return nil }
        // The u of qu belongs to the onset.
        if pair > 0, letters[pair - 1] == "q" || letters[pair - 1] == "Q" { return nil }
        guard VietnameseSyllable.isWellFormed(word.lowercased()) else { return nil }
        let tone = max(first.tone, second.tone)
        letters[pair] = first.row[self == .old ? tone : 0]
        letters[pair + 1] = second.row[self == .new ? tone : 0]
        return Repair.text(letters)
    }

    private static func isMovable(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
        first == "o" && (second == "a" || second == "e") || first == "u" && second == "y"
    }

    /// A vowel: without its tone in small letters, the number of its tone, and its row of the alphabet, in its case.
    private struct Vowel {
        var base: Unicode.Scalar
        var tone: Int
        var row: [Unicode.Scalar]
    }

    private static let vowels: [Unicode.Scalar: Vowel] = {
        var vowels: [Unicode.Scalar: Vowel] = [:]
        for base: Unicode.Scalar in ["a", "e", "o", "u", "y"] {
            for shape in [String(Character(base)), String(Character(base)).uppercased()] {
                let row = [shape] + VietnameseLetters.toneMarks.map { shape + String(Character($0)) }
                let scalars = row.compactMap { $0.normalized(.nfc).unicodeScalars.first }
                for (tone, scalar) in scalars.enumerated() {
                    vowels[scalar] = Vowel(base: base, tone: tone, row: scalars)
                }
            }
        }
        return vowels
    }()
}
