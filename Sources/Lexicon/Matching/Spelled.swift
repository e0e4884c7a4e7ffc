/// A query as its letters are compared with those of a form.
struct Spelled {
    private let query: String
    private let lowered: String
    private let letters: [Character]

    init(_ query: String) {
        self.query = query
        lowered = query.lowercased()
        letters = Array(lowered)
    }

    /// How a form is spelled whose search key is `edits` letters from the query's.
    func quality(of form: String, edits: Int = 0) -> Quality {
        if form == query { return Quality(.exact, .whole, edits: edits) }
        let low = form.lowercased()
        if low == lowered { return Quality(.caseDiffers, .whole, edits: edits) }
        return Quality(.folded, .whole, edits: edits, accents: accents(low))
    }

    /// How many letters of `form`, in lower case, are not those of the query.
    func accents(_ form: String) -> Int {
        // Longer ones are compared by none: the comparison takes the product of both lengths.
        let form = Array(form)
        guard letters.count <= 64, form.count <= 64 else { return 0 }
        var row = Array(0...form.count)
        for (index, letter) in letters.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (place, other) in form.enumerated() {
                let changed = diagonal + (letter == other ? 0 : 1)
                diagonal = row[place + 1]
                row[place + 1] = min(changed, diagonal + 1, row[place] + 1)
            }
        }
        return row[form.count]
    }
}
