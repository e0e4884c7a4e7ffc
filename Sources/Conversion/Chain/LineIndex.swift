import Diagnostics

/// Lines and columns of a text that goes by in pieces.
///
/// Where lines begin is remembered for the last pieces only, since whatever is asked for was seen a moment ago.
///
/// - Complexity: O(*n*) for *n* bytes; memory for the line starts of one piece and of 64 KiB before it.
struct LineIndex {
    private static let window = 1 << 16

    /// Offsets at which lines begin; the first is that of the line `firstLine`.
    private var starts = [0]
    private var firstLine = 1
    private var count = 0

    /// Takes the next piece.
    mutating func add(_ piece: Span<UInt8>) {
        if starts.count > 1024, let old = starts.lastIndex(where: { $0 < count - LineIndex.window }) {
            starts.removeFirst(old)
            firstLine += old
        }
        for index in piece.indices where piece[index] == 0x0A { starts.append(count + index + 1) }
        count += piece.count
    }

    /// The line and column, both from 1, of the byte at `offset`.
    func place(of offset: Int) -> Position {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return Position(line: firstLine + low, column: max(0, offset - starts[low]) + 1)
    }
}
