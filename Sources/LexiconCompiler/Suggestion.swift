/// The one of `candidates` that `word` is probably a misspelling of, or nil.
func suggestion(for word: String, among candidates: [String]) -> String? {
    // Two letters are near any other two: only their case may be wrong.
    let limit = word.count <= 2 ? 0 : word.count == 3 ? 1 : 2
    var best: (candidate: String, distance: Int)?
    for candidate in candidates where candidate != word {
        let distance = editDistance(Array(word.lowercased().unicodeScalars), Array(candidate.unicodeScalars))
        guard distance <= limit, distance < candidate.count, distance < best?.distance ?? .max else {
            continue
        }
        best = (candidate, distance)
    }
    return best?.candidate
}

/// How many letters must be put in, left out, changed or swapped with their neighbour.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    // Words of a header are short; what is longer is no misspelling of one.
    guard left.count <= 40, right.count <= 40 else { return .max }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for i in left.indices {
        var row = [i + 1]
        for j in right.indices {
            var least = min(last[j] + (left[i] == right[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
            if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                least = min(least, beforeLast[j - 1] + 1)
            }
            row.append(least)
        }
        beforeLast = last
        last = row
    }
    return last[right.count]
}
