/// The order in which the signs around one letter are stored in a script that Unicode does not put in order itself.
///
/// NFC moves marks by their combining classes, and these scripts have signs whose class is 0. So `ខែ្មរ` and `ខ្មែរ`
/// look the same and are different texts until somebody puts the signs in order.
package struct SignOrder: Sendable {
    /// The four-letter code of the script.
    package let script: String
    /// The letters that carry signs.
    package let bases: [ClosedRange<UInt32>]
    /// The signs, in groups: those of an earlier group are stored before those of a later one.
    package let groups: [[ClosedRange<UInt32>]]

    /// Whether `scalar` is a letter that carries signs.
    package func isBase(_ scalar: Unicode.Scalar) -> Bool {
        bases.contains { $0.contains(scalar.value) }
    }

    /// The number of the group of the sign `scalar`, from 0; nil when it is none.
    package func rank(of scalar: Unicode.Scalar) -> Int? {
        guard let first = groups.first?.first, scalar.value >> 8 == first.lowerBound >> 8 else { return nil }
        return groups.firstIndex { $0.contains { $0.contains(scalar.value) } }
    }

    /// The group `index` as single code points.
    package func signs(_ index: Int) -> [UInt32] {
        groups.indices.contains(index) ? groups[index].flatMap { Array($0) } : []
    }
}

extension SignOrder {
    /// Every script that has one.
    package static let all = [khmer, taiViet, cham, lao]

    /// Robat, subscripts (U+17D2 and the consonant behind it, which stand for one sign), shifters, vowels at the left or
    /// around, below, above and at the right, signs, and the two that end a syllable.
    ///
    /// The order is that of the Unicode document L2/22-290, "Khmer Encoding Structure".
    package static let khmer = SignOrder(
        script: "Khmr", bases: [0x1780...0x17A2, 0x17A5...0x17B3],
        groups: [
            [0x17CC...0x17CC], [0x17D2...0x17D2], [0x17C9...0x17CA], [0x17BE...0x17C5], [0x17BB...0x17BD],
            [0x17B7...0x17BA], [0x17B6...0x17B6],
            [0x17C6...0x17C6, 0x17CB...0x17CB, 0x17CD...0x17D1, 0x17D3...0x17D3, 0x17DD...0x17DD],
            [0x17C7...0x17C8],
        ])

    /// The marks that are vowels or finals, then the two tone marks above the letter.
    ///
    /// The order is that of a syllable in r12a's "Tai Viet orthography notes".
    package static let taiViet = SignOrder(
        script: "Tavt", bases: [0xAA80...0xAAAF],
        groups: [
            [0xAAB0...0xAAB0, 0xAAB2...0xAAB4, 0xAAB7...0xAAB8, 0xAABE...0xAABE],
            [0xAABF...0xAABF, 0xAAC1...0xAAC1],
        ])

    /// Medials, vowels drawn at the left, other vowels, length, and the finals that are marks.
    ///
    /// The order is that of a syllable in r12a's "Cham orthography notes".
    package static let cham = SignOrder(
        script: "Cham", bases: [0xAA00...0xAA28],
        groups: [
            [0xAA33...0xAA36], [0xAA2F...0xAA30], [0xAA2A...0xAA2E, 0xAA31...0xAA32], [0xAA29...0xAA29],
            [0xAA43...0xAA43, 0xAA4C...0xAA4D],
        ])

    /// The vowels above and below, the tone marks, and the vowel AM, which stands behind the tone.
    ///
    /// The order is that of a syllable in r12a's "Lao orthography notes".
    package static let lao = SignOrder(
        script: "Laoo", bases: [0xE81...0xEAE, 0xEDC...0xEDF],
        groups: [
            [0xEB1...0xEB1, 0xEB4...0xEB9, 0xEBB...0xEBC, 0xECD...0xECD], [0xEC8...0xECB], [0xEB3...0xEB3],
        ])
}
