/// Levels of numbers, one number for each 16 of the level below.
///
/// The lowest level has a number for each key; so a search for the greatest or least of a range of keys looks at few.
struct Pyramid: Sendable {
    static let fanBits = 4
    /// The most levels there are, for as many keys as 32 bits count.
    private static let mostLevels = 9

    let levels: Int
    /// Where each level begins, in numbers, and behind the last one where it ends.
    private let starts: InlineArray<10, Int>

    /// The levels above `count` numbers.
    init(_ count: Int) {
        var starts = InlineArray<10, Int>(repeating: 0)
        var level = count
        var levels = 1
        starts[1] = count
        while level > 1, levels < Pyramid.mostLevels {
            level = (level + 15) >> Pyramid.fanBits
            starts[levels + 1] = starts[levels] + level
            levels += 1
        }
        self.levels = levels
        self.starts = starts
    }

    /// How many numbers all levels have.
    var size: Int { starts[levels] }

    /// Which number the first of a level is.
    @inline(__always)
    func start(ofLevel level: Int) -> Int { starts[level] }

    /// How many numbers a level has.
    @inline(__always)
    func size(ofLevel level: Int) -> Int { starts[level + 1] - starts[level] }

    /// The places of what is below the node `index` of `level`, one level down.
    @inline(__always)
    func children(of index: Int, level: Int) -> Range<Int> {
        let first = index << Pyramid.fanBits
        return first..<max(first, min(first + 16, size(ofLevel: level - 1)))
    }

    /// Gives out the fewest nodes that span `ranks` and nothing else, from the highest level down.
    func cover(_ ranks: Range<Int>, _ body: (_ level: Int, _ indices: Range<Int>) -> Void) {
        // For each level the nodes that lie in `ranks` as a whole.
        var within = InlineArray<9, Range<Int>>(repeating: 0..<0)
        within[0] = ranks
        var top = 0
        while top + 1 < levels, within[top].count >= 32 {
            let low = (within[top].lowerBound + 15) >> Pyramid.fanBits
            // The last node of a level may span less than others; it is whole when the range goes to the end.
            let isToEnd = within[top].upperBound == size(ofLevel: top)
            let high = (within[top].upperBound + (isToEnd ? 15 : 0)) >> Pyramid.fanBits
            top += 1
            within[top] = low..<max(low, high)
        }
        body(top, within[top])
        while top > 0 {
            let below = within[top - 1]
            let low = min(within[top].lowerBound << Pyramid.fanBits, below.upperBound)
            let high = min(within[top].upperBound << Pyramid.fanBits, below.upperBound)
            top -= 1
            body(top, below.lowerBound..<low)
            body(top, high..<below.upperBound)
        }
    }

    /// All levels above `numbers`, and these, one after the other; of 16 numbers `isKept` chooses between two.
    static func levels(above numbers: [UInt32], _ isKept: (UInt32, UInt32) -> Bool) -> [UInt32] {
        var result = numbers
        var level = numbers[...]
        while level.count > 1 {
            var above: [UInt32] = []
            for (place, number) in level.enumerated() {
                if place & 15 == 0 {
                    above.append(number)
                } else if isKept(number, above[above.count - 1]) {
                    above[above.count - 1] = number
                }
            }
            result += above
            level = above[...]
        }
        return result
    }
}
