/// Marks joined with the letters before them, so that text is in NFC.
///
/// Code that an input method loads does not call ICU, and Swift's library compares texts by canonical equivalence
/// without saying which is the composed one. So the composed letter is searched among the Latin letters, the only ones
/// in the languages of Vietnam that have composed forms. In text of other scripts only the order of marks changes.
///
/// - Complexity: O(*n*).
package enum CanonicalComposition {
    /// `text` with every Latin letter composed, and marks in canonical order.
    package static func composed(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { mayChange($0) }) else { return text }
        var result = String.UnicodeScalarView()
        var cluster: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars {
            if scalar.properties.canonicalCombiningClass == .notReordered {
                result.append(contentsOf: composed(cluster))
                cluster.removeAll()
            }
            cluster.append(scalar)
        }
        result.append(contentsOf: composed(cluster))
        return String(result)
    }

    private static func mayChange(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x300 && scalar.properties.canonicalCombiningClass != .notReordered
    }

    /// A letter and its marks.
    private static func composed(_ cluster: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard cluster.count > 1, let letter = cluster.first,
            letter.properties.canonicalCombiningClass == .notReordered
        else { return cluster }
        var marks = Array(cluster.dropFirst())
        // By insertion, because marks of one class keep their order. No real text has more than a few.
        guard marks.count <= 32 else { return cluster }
        for index in marks.indices.dropFirst() {
            var at = index
            while at > 0, order(marks[at - 1]) > order(marks[at]) {
                marks.swapAt(at - 1, at)
                at -= 1
            }
        }
        var start = letter
        // The letter's own marks are sorted in with the others.
        while let (base, mark) = parts[start], let last = marks.first, order(mark) > order(last) {
            start = base
            let at = marks.firstIndex { order($0) >= order(mark) } ?? marks.count
            marks.insert(mark, at: at)
        }
        var left: [Unicode.Scalar] = []
        for mark in marks {
            // A mark is kept from its letter by one of its own class that stayed.
            if left.last.map({ order($0) != order(mark) }) ?? true, let joined = joined(start, mark) {
                start = joined
            } else {
                left.append(mark)
            }
        }
        return [start] + left
    }

    private static func order(_ scalar: Unicode.Scalar) -> UInt8 {
        scalar.properties.canonicalCombiningClass.rawValue
    }

    private static func joined(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
        guard letter.value < 0x1F00, marks.contains(mark.value) else { return nil }
        return letters[String(String.UnicodeScalarView([letter, mark]))]
    }

    private static let marks: ClosedRange<UInt32> = 0x300...0x345

    /// The Latin letters beyond ASCII.
    ///
    /// As keys, equivalent texts are equal: that is what makes this short.
    private static let letters: [String: Unicode.Scalar] = {
        var letters: [String: Unicode.Scalar] = [:]
        for value in [UInt32(0xC0)...0x24F, 0x1E00...0x1EFF].joined() {
            if let scalar = Unicode.Scalar(value) { letters[String(Character(scalar))] = scalar }
        }
        return letters
    }()

    /// The decomposition of each letter with a mark: the letter without its last mark, and that mark.
    private static let parts: [Unicode.Scalar: (Unicode.Scalar, Unicode.Scalar)] = {
        var parts: [Unicode.Scalar: (Unicode.Scalar, Unicode.Scalar)] = [:]
        let plain = [UInt32(0x41)...0x5A, 0x61...0x7A].joined().compactMap { Unicode.Scalar($0) }
        for letter in plain + letters.values {
            for mark in marks.compactMap({ Unicode.Scalar($0) }) {
                guard let whole = joined(letter, mark), whole != letter else { continue }
                // Of two decompositions, the one with the mark of the higher class is canonical.
                if let other = parts[whole], order(other.1) >= order(mark) { continue }
                parts[whole] = (letter, mark)
            }
        }
        return parts
    }()
}
