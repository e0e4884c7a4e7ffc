import Text

/// Where the letters of one line stand when it is broken to a width.
struct Layout {
    /// A letter as it is drawn.
    struct Cell {
        /// What is drawn: the letter, blanks for a tab, a picture for a control character.
        var text: String
        /// Its columns.
        var width: Int
    }

    /// The letters as drawn.
    let cells: [Cell]
    /// The letters of each row of the screen; at least one row.
    let rows: [Range<Int>]

    /// Breaks `letters` into rows of at most `width` columns.
    ///
    /// A line that fills its last row has an empty one after it, where the caret can stand.
    init(_ letters: some Sequence<String>, width: Int) {
        var cells: [Cell] = []
        var rows: [Range<Int>] = []
        var start = 0
        var column = 0
        for letter in letters {
            let cell = Layout.cell(letter, at: column)
            if column + cell.width > width, column > 0 {
                rows.append(start..<cells.count)
                start = cells.count
                column = 0
            }
            cells.append(letter == "\t" ? Layout.cell(letter, at: column) : cell)
            column += cells[cells.count - 1].width
        }
        rows.append(start..<cells.count)
        if column >= width { rows.append(cells.count..<cells.count) }
        self.cells = cells
        self.rows = rows
    }

    /// The row of the screen, and the column in it, after `count` letters.
    func position(after count: Int) -> (row: Int, column: Int) {
        let row = rows.lastIndex { $0.lowerBound <= count } ?? 0
        return (row, columns(rows[row].lowerBound..<max(count, rows[row].lowerBound)))
    }

    /// How many letters stand before the place nearest to `column` in the row `row`.
    func letters(before column: Int, inRow row: Int) -> Int {
        guard rows.indices.contains(row) else { return cells.count }
        var at = 0
        for index in rows[row] {
            if at + (cells[index].width + 1) / 2 > column { return index }
            at += cells[index].width
        }
        // The end of a row that goes on below is the start of the next row; one letter before belongs to this row.
        let end = rows[row].upperBound
        return row < rows.count - 1 && end > rows[row].lowerBound && end < cells.count ? end - 1 : end
    }

    private func columns(_ range: Range<Int>) -> Int {
        cells[range.clamped(to: 0..<cells.count)].reduce(0) { $0 + $1.width }
    }

    private static func cell(_ letter: String, at column: Int) -> Cell {
        if letter == "\t" {
            let width = 8 - column % 8
            return Cell(text: String(repeating: " ", count: width), width: width)
        }
        guard letter.unicodeScalars.first?.isControl == true else {
            let width = DisplayWidth.of(letter)
            // A mark without a letter is shown on a circle, so that it does not join the letter before it.
            return width > 0
                ? Cell(text: letter, width: width) : Cell(text: "\u{25CC}\(letter)", width: 1)
        }
        return Cell(text: letter.withVisibleControls, width: 1)
    }
}
