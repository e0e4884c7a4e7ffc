import Text

/// The letters of a search key: each a code point with the marks behind it.
///
/// They are Unicode's grapheme clusters, except for two simplifications: every mark belongs to the letter before it,
/// also the few spacing ones that Unicode lets stand alone, and Korean syllables are not put together.
///
///     KeyCluster.split(Array("ꪙꪾꪀ".utf8)).count  // 2
package enum KeyCluster {
    /// The end of the letter that begins at the byte `start`.
    static func end(_ key: Span<UInt8>, _ start: Int) -> Int {
        var end = start + key.scalar(at: start).length
        while end < key.count, extends(key, end) { end += key.scalar(at: end).length }
        return min(end, key.count)
    }

    /// Whether the code point at the byte `position` belongs to the letter before it.
    static func extends(_ key: Span<UInt8>, _ position: Int) -> Bool {
        // Below U+0300 there are no marks.
        guard position < key.count, key[position] >= 0xCC else { return false }
        return extends(key.scalar(at: position).scalar)
    }

    /// Whether `scalar` belongs to the letter before it.
    ///
    ///     KeyCluster.extends("\u{17D2}")  // true: the Khmer sign that subjoins the next consonant
    package static func extends(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        guard value >= 0x300 else { return false }
        if value < 0x370 { return true }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return true
        default: break
        }
        switch value {
        // AM of Thai and Lao, joiners, half-width voicing marks, skin colours, tags.
        case 0xE33, 0xEB3, 0x200C, 0x200D, 0xFF9E, 0xFF9F, 0x1F3FB...0x1F3FF, 0xE0020...0xE007F: return true
        default: return false
        }
    }

    /// The letters of `key`.
    static func split(_ key: [UInt8]) -> [[UInt8]] {
        var letters: [[UInt8]] = []
        var start = 0
        while start < key.count {
            let end = end(key.span, start)
            letters.append(Array(key[start..<end]))
            start = end
        }
        return letters
    }
}
