/// The word among `candidates` that `text` may be a misspelling of, or nil when none is near: for "did you mean".
///
///     closest("letter", among: ["letters", "tests"])  // "letters"
///
/// Words of one or two letters may differ in nothing but what `folded` removes, words of up to four letters in one
/// change, of up to eight in two, longer ones in three. Of several the nearest is given, then the first.
///
/// - Parameters:
///   - text: What was written.
///   - candidates: What may have been meant.
///   - folded: The letters that count, without case and what else does not matter.
/// - Complexity: O(*candidates* × *n* × *m*); texts of more than 64 bytes are not compared.
public func closest(
    _ text: String, among candidates: some Sequence<String>,
    folded: (String) -> [Unicode.Scalar] = { Array($0.lowercased().unicodeScalars) }
) -> String? {
    guard !text.isEmpty, text.utf8.count <= 64 else { return nil }
    let wanted = folded(text)
    var best: (word: String, distance: Int)?
    for candidate in candidates where candidate != text && candidate.utf8.count <= 64 {
        let other = folded(candidate)
        let longest = max(wanted.count, other.count)
        let allowed = longest <= 2 ? 0 : longest <= 4 ? 1 : longest <= 8 ? 2 : 3
        guard abs(wanted.count - other.count) <= allowed else { continue }
        let distance = editDistance(wanted, other)
        if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.word
}
