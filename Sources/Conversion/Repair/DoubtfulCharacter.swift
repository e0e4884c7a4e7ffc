/// Characters that say nothing, or nothing that is known: they are counted, and left.
enum DoubtfulCharacter {
    /// Why `scalar` is doubtful; nil when it is not, or not for sure.
    ///
    /// An invisible one is doubtful only between Latin letters.
    static func kind(of scalar: Unicode.Scalar) -> RepairKind? {
        switch scalar.value {
        case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: return .invisible
        case 0xFFFD: return .lostCharacter
        case 0xFDD0...0xFDEF: return .noncharacter
        case _ where scalar.value & 0xFFFE == 0xFFFE: return .noncharacter
        case 0xE000...0xF8FF, 0xF0000...0x10FFFF:
            return SILPrivateUse.meant(scalar.value) == nil ? .privateUse : nil
        default: return nil
        }
    }

    /// Whether `scalar` is a Latin letter or a mark of one.
    static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x300...0x36F, 0x1E00...0x1EFF:
            true
        default: false
        }
    }
}
