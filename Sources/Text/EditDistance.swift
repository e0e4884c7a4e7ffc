/// How many elements must be put in, left out, changed or swapped with their neighbour to make `a` of `b`.
///
///     editDistance(Array("tóan"), Array("toán"))  // 2
///
/// The distance of Damerau and Levenshtein in which no part is changed twice ("optimal string alignment"); for
/// did-you-mean.
///
/// - Complexity: O(*a* × *b*).
public func editDistance<Element: Equatable>(_ a: [Element], _ b: [Element]) -> Int {
    var before: [Int] = []
    var above = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1]
        for j in b.indices {
            var least = min(above[j + 1] + 1, row[j] + 1, above[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, before[j - 1] + 1) }
            row.append(least)
        }
        before = above
        above = row
    }
    return above[b.count]
}
