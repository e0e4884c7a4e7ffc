/// Text under rules: code points, with markers between them that are never shown.
///
/// An element below 0x110000 is a code point; one with the highest bit set is a marker, by its number from 1.
struct RuleText: Sendable {
    /// How many elements fit: what rules look at, and a word after it.
    static let limit = 192
    /// How much of it is kept between two keys; what is before it is committed.
    static let keptLimit = 96
    static let markerBit: UInt32 = 1 << 31

    private var storage = InlineArray<192, UInt32>(repeating: 0)
    private(set) var count = 0
    /// Whether the first element is the first of the composition: nothing before it was committed.
    private(set) var isWhole = true

    static func isMarker(_ element: UInt32) -> Bool { element & markerBit != 0 }

    var isEmpty: Bool { count == 0 }
    var isFull: Bool { count >= RuleText.limit }

    /// The element at `index`; 0 outside.
    subscript(index: Int) -> UInt32 {
        mutating get { index >= 0 && index < count ? storage[index] : 0 }
        set { if index >= 0 && index < count { storage[index] = newValue } }
    }

    /// Adds `element`, and says whether it fitted.
    @discardableResult
    mutating func append(_ element: UInt32) -> Bool {
        guard count < RuleText.limit else { return false }
        storage[count] = element
        count += 1
        return true
    }

    mutating func removeLast(_ number: Int = 1) { count = max(0, count - max(0, number)) }

    /// Removes the first `number` elements, which are committed.
    mutating func removeFirst(_ number: Int) {
        guard number > 0 else { return }
        let rest = max(0, count - number)
        for index in 0..<rest { storage[index] = storage[index + number] }
        count = rest
        isWhole = false
    }

    mutating func removeAll() {
        count = 0
        isWhole = true
    }

    /// Moves the elements `range` to `start`, before what was there.
    mutating func move(_ range: Range<Int>, to start: Int) {
        guard start >= 0, start < range.lowerBound, range.upperBound <= count else { return }
        for index in range {
            let element = storage[index]
            var place = index
            let target = start + (index - range.lowerBound)
            while place > target {
                storage[place] = storage[place - 1]
                place -= 1
            }
            storage[target] = element
        }
    }
}
