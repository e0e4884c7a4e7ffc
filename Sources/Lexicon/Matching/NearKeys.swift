/// Accepts the keys that differ from one key by a few letters put in, left out or changed.
///
/// The distance is Levenshtein's, counted in letters with their marks. The states of the automaton of Wu and Manber are
/// kept on their diagonals: for each number of changes seven bits say by how much the letters read are ahead of or
/// behind those of the key, so that a state is one number whatever the length of the key.
///
///     NearKeys(Array("nuoc".utf8), distance: 1).edits(of: Array("nuo".utf8))  // 1
struct NearKeys: KeyAutomaton {
    /// The greatest distance that is looked for.
    static let greatest = 3

    struct State {
        /// For each number of changes, a byte of diagonals.
        var diagonals: UInt32
        /// How many letters were read.
        var count: Int
    }

    private let distance: Int
    private let length: Int
    /// The different letters of the key.
    private var letters: [[UInt8]] = []
    /// For each of them its places, the bit of the place `i` moved up by `distance`, 64 in a word.
    private var places: [[UInt64]] = []
    /// For each byte of ASCII the number of its letter, or -1.
    private var numbers = [Int8](repeating: -1, count: 128)
    /// For each byte of ASCII its places, and whether a letter of the key begins with it and has marks; none for keys that
    /// do not fit into 63 bits.
    private(set) var ascii = [UInt64](repeating: 0, count: 128)
    private static let isMarked: UInt64 = 1 << 63
    /// The diagonals of all numbers of changes.
    private let all: UInt32
    let start: State

    /// The keys that differ from `key` by at most `distance` letters, of which three are the most; nil goes by the length
    /// of the key.
    init(_ key: [UInt8], distance: Int?) {
        let split = KeyCluster.split(key)
        let distance = max(0, min(distance ?? NearKeys.usualDistance(split.count), NearKeys.greatest))
        let words = (split.count + distance) / 64 + 2
        for (place, letter) in split.enumerated() {
            var number = letters.firstIndex(of: letter) ?? letters.count
            if number == letters.count {
                // No more than 127 different letters are kept apart by their bytes; no word has as many.
                if letters.count < 127 {
                    if letter.count == 1, letter[0] < 0x80 {
                        numbers[Int(letter[0])] = Int8(truncatingIfNeeded: number)
                    }
                    letters.append(letter)
                    places.append([UInt64](repeating: 0, count: words))
                } else {
                    number = -1
                }
            }
            let bit = place + distance
            if number >= 0 { places[number][bit / 64] |= 1 << UInt64(bit % 64) }
        }
        self.distance = distance
        length = split.count
        all = NearKeys.mask(2 * distance, distance)
        if length + 3 * distance > 62 { ascii = [] }
        for (number, letter) in letters.enumerated() where letter[0] < 0x80 && !ascii.isEmpty {
            ascii[Int(letter[0])] |=
                letter.count == 1 ? places[number][0] & ~NearKeys.isMarked : NearKeys.isMarked
        }
        // Letters of the key may be left out before the first one is read.
        var diagonals: UInt32 = 0
        for changes in 0...distance {
            let first = changes == 0 ? 1 << UInt32(distance) : (diagonals >> UInt32(8 * (changes - 1))) & 0xFF
            diagonals |= (changes == 0 ? first : (first | first << 1) & 0x7F) << UInt32(8 * changes)
        }
        start = State(diagonals: diagonals & NearKeys.mask(length + distance, distance), count: 0)
    }

    /// The distance for a query of that many letters: long words have more places for a slip.
    private static func usualDistance(_ letters: Int) -> Int { letters < 6 ? 1 : letters < 10 ? 2 : 3 }

    /// The bits of the diagonals from 0 to `last`, 2 · `distance` at most, for every number of changes up to `distance`.
    private static func mask(_ last: Int, _ distance: Int) -> UInt32 {
        guard last >= 0 else { return 0 }
        let bits = (UInt32(2) << UInt32(min(last, 2 * distance))) - 1
        let all = bits | bits << 8 | bits << 16 | bits << 24
        return distance == 3 ? all : all & ((1 << UInt32(8 * (distance + 1))) - 1)
    }

    func after(_ state: State, _ letter: Span<UInt8>) -> State? {
        after(state, places(number(of: letter), from: state.count))
    }

    @inline(__always)
    func after(_ state: State, ascii letter: UInt64) -> State? {
        after(state, (letter & ~NearKeys.isMarked) &>> UInt64(state.count) & 0x7F)
    }

    /// After a letter that stands in the key on the diagonals `matches`.
    @inline(__always)
    private func after(_ state: State, _ matches: UInt64) -> State? {
        let matches = UInt32(truncatingIfNeeded: matches)
        let count = state.count &+ 1
        let left = length &+ distance &- count
        let allowed = left >= 2 &* distance ? all : NearKeys.mask(left, distance)
        let old = state.diagonals
        // The same letter: on along the diagonal. Changed: the same, with one change more. Put in: one diagonal down.
        var new = old & (matches | matches << 8 | matches << 16 | matches << 24)
        new |= old << 8 | (old >> 1 & 0x7F7F_7F7F) << 8
        // Left out: one diagonal up, from each number of changes to the next.
        new |= (new & 0x7F) << 9
        new |= (new & 0x7F00) << 9
        new |= (new & 0x7F_0000) << 9
        new &= allowed
        return new == 0 ? nil : State(diagonals: new, count: count)
    }

    @inline(__always)
    func mayTakeLonger(ascii letter: UInt64) -> Bool { letter & NearKeys.isMarked != 0 }

    func mayTakeLonger(_ letter: Span<UInt8>) -> Bool {
        letters.contains { known in
            guard known.count > letter.count else { return false }
            for index in 0..<letter.count where known[index] != letter[index] { return false }
            return true
        }
    }

    func edits(_ state: State) -> Int? {
        let end = length - state.count + distance
        guard end >= 0, end <= 2 * distance else { return nil }
        for changes in 0...distance where state.diagonals >> UInt32(8 * changes + end) & 1 != 0 {
            return changes
        }
        return nil
    }

    /// On which diagonals a letter stands in the key, when `count` letters were read before it.
    private func places(_ number: Int?, from count: Int) -> UInt64 {
        guard let number else { return 0 }
        let words = places[number]
        let word = count / 64
        guard word < words.count else { return 0 }
        let shift = UInt64(count % 64)
        var bits = words[word] >> shift
        if shift > 0, word + 1 < words.count { bits |= words[word + 1] << (64 - shift) }
        return bits & 0x7F
    }

    private func number(of letter: Span<UInt8>) -> Int? {
        if letter.count == 1 {
            let byte = letter[0]
            guard byte < 0x80, numbers[Int(byte)] >= 0 else { return nil }
            return Int(numbers[Int(byte)])
        }
        search: for (number, known) in letters.enumerated() where known.count == letter.count {
            for index in 0..<letter.count where known[index] != letter[index] { continue search }
            return number
        }
        return nil
    }
}
