import ICU
import Text

/// The word among `candidates` that `text` may be a misspelling of, or nil when none is near.
///
///     closestWord("letter", among: ["letters", "tests"])  // "letters"
///     closestWord("sac", among: ["sắc", "nặng"])          // "sắc": only the marks differ
func closestWord(_ text: String, among candidates: some Sequence<String>) -> String? {
    closest(text, among: candidates, folded: bare)
}

/// Whether `text` is `word` with one letter left out, put in, changed, or swapped with its neighbour.
func isSlip(_ text: String, of word: String) -> Bool {
    text != word && abs(text.utf8.count - word.utf8.count) <= 1 && editDistance(bare(text), bare(word)) == 1
}

/// The letters without marks, small.
private func bare(_ text: String) -> [Unicode.Scalar] {
    text.lowercased().normalized(.nfd).unicodeScalars.compactMap { scalar in
        scalar.properties.canonicalCombiningClass != .notReordered ? nil : scalar == "đ" ? "d" : scalar
    }
}
