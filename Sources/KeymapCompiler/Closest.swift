internal import Diagnostics
internal import ICU

/// The word among `candidates` that `text` may be a slip for, or nil when none is near.
///
///     closest("letter", among: ["letters", "tests"])  // "letters"
///     closest("sac", among: ["sắc", "nặng"])          // "sắc": only the marks differ
///
/// - Complexity: O(*candidates* × *n* × *m*).
func closest(_ text: String, among candidates: some Sequence<String>) -> String? {
    // No name is that long, and no slip leaves it so.
    guard !text.isEmpty, text.utf8.count <= 64 else { return nil }
    let wanted = bare(text)
    var best: (word: String, distance: Int)?
    for candidate in candidates where candidate != text && candidate.utf8.count <= 64 {
        let other = bare(candidate)
        let longest = max(wanted.count, other.count)
        let allowed = longest <= 2 ? 0 : longest <= 4 ? 1 : longest <= 8 ? 2 : 3
        guard abs(wanted.count - other.count) <= allowed else { continue }
        let distance = editDistance(wanted, other)
        if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.word
}

/// Whether `text` is `word` with one letter left out, put in, changed, or swapped with its neighbour.
func isSlip(_ text: String, of word: String) -> Bool {
    text != word && abs(text.utf8.count - word.utf8.count) <= 1 && editDistance(bare(text), bare(word)) == 1
}

/// The letters without marks, small.
private func bare(_ text: String) -> [UInt32] {
    text.lowercased().normalized(.nfd).unicodeScalars.compactMap { scalar in
        scalar.combiningClass != 0 ? nil : scalar == "đ" ? 0x64 : scalar.value
    }
}
