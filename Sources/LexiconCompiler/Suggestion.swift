import Diagnostics

/// The one of `candidates` that `word` is probably a misspelling of, or nil.
func suggestion(for word: String, among candidates: [String]) -> String? {
    // Two letters are near any other two: only their case may be wrong.
    // Words of a header are short; what is longer is no misspelling of one.
    guard word.unicodeScalars.count <= 40 else { return nil }
    let limit = word.count <= 2 ? 0 : word.count == 3 ? 1 : 2
    var best: (candidate: String, distance: Int)?
    for candidate in candidates where candidate != word && candidate.unicodeScalars.count <= 40 {
        let distance = editDistance(Array(word.lowercased().unicodeScalars), Array(candidate.unicodeScalars))
        guard distance <= limit, distance < candidate.count, distance < best?.distance ?? .max else {
            continue
        }
        best = (candidate, distance)
    }
    return best?.candidate
}
