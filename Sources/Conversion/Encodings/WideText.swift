/// UTF-16 and UTF-32, with the order of their bytes.
struct WideText: Hashable, Sendable {
    /// How many bytes a unit has: 2 or 4.
    var width: Int
    /// Whether the first byte of a unit is the one that counts most.
    var isBigEndian: Bool

    static let utf16le = WideText(width: 2, isBigEndian: false)
    static let utf16be = WideText(width: 2, isBigEndian: true)
    static let utf32le = WideText(width: 4, isBigEndian: false)
    static let utf32be = WideText(width: 4, isBigEndian: true)

    /// The unit that `bytes`, ``width`` of them, are.
    func unit(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        isBigEndian
            ? bytes.reduce(0) { $0 << 8 | UInt32($1) } : bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// The bytes of a unit.
    func bytes(_ unit: UInt32) -> [UInt8] {
        let small = (0..<width).map { UInt8(truncatingIfNeeded: unit >> (8 * $0)) }
        return isBigEndian ? small.reversed() : small
    }
}
