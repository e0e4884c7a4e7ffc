/// Keys with the numbers they lead to, gathered in any order and given out in the order of their bytes.
///
///     var keys = KeyCollector()
///     keys.add(Array("nuoc".utf8), 7)
///     keys.add(Array("ea".utf8), 7)
///     keys.forEach { key, numbers in … }  // "ea" with [7], then "nuoc" with [7]
///
/// Every key is kept once, in one array of bytes, and every pair of a key and a number takes eight bytes, so that a
/// million entries fit into a fraction of the memory that sets of arrays would take.
///
/// - Complexity: O(*bytes*) to add; O(*keys* log *keys* + *pairs*) to give out.
struct KeyCollector {
    private var bytes: [UInt8] = []
    /// Where each key begins in ``bytes``, and one more.
    private var starts: [UInt32] = [0]
    /// For each pair, the key's number and the number it leads to.
    private var keys: [UInt32] = []
    private var numbers: [UInt32] = []
    /// Open addressing: a key's number plus one, or 0.
    private var slots: [UInt32] = [UInt32](repeating: 0, count: 1024)

    init() {}

    /// How many keys there are.
    var count: Int { starts.count - 1 }

    /// How many bytes all keys have together.
    var byteCount: Int { bytes.count }

    /// Says that `key` leads to `number`.
    mutating func add(_ key: [UInt8], _ number: UInt32) { add(id(of: key), number) }

    /// Says that the key numbered `id` leads to `number`.
    mutating func add(_ id: Int, _ number: UInt32) {
        keys.append(UInt32(truncatingIfNeeded: id))
        numbers.append(number)
    }

    /// The number of `key`, which is kept when it is new.
    mutating func id(of key: [UInt8]) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in key { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        hash ^= hash >> 32
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            let id = Int(slots[slot]) - 1
            if isEqual(id, key) { return id }
            slot = (slot + 1) & mask
        }
        bytes.append(contentsOf: key)
        starts.append(UInt32(truncatingIfNeeded: bytes.count))
        slots[slot] = UInt32(truncatingIfNeeded: count)
        if count * 2 > slots.count { grow() }
        return count - 1
    }

    private func isEqual(_ id: Int, _ key: [UInt8]) -> Bool {
        let start = Int(starts[id])
        guard Int(starts[id + 1]) - start == key.count else { return false }
        for index in key.indices where bytes[start + index] != key[index] { return false }
        return true
    }

    private mutating func grow() {
        var wider = [UInt32](repeating: 0, count: slots.count * 4)
        let mask = wider.count - 1
        for id in 0..<count {
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for index in Int(starts[id])..<Int(starts[id + 1]) {
                hash = (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3
            }
            hash ^= hash >> 32
            var slot = Int(truncatingIfNeeded: hash) & mask
            while wider[slot] != 0 { slot = (slot + 1) & mask }
            wider[slot] = UInt32(truncatingIfNeeded: id + 1)
        }
        slots = wider
    }

    /// Gives out every key with its numbers, in the order in which they were added, and lets everything go.
    consuming func forEach(_ body: (_ key: ArraySlice<UInt8>, _ numbers: ArraySlice<UInt32>) -> Void) {
        slots = []
        let order = sorted()
        var places = [UInt32](repeating: 0, count: count + 1)
        for key in keys { places[Int(key) + 1] += 1 }
        for id in 0..<count { places[id + 1] += places[id] }
        var grouped = [UInt32](repeating: 0, count: numbers.count)
        for (key, number) in zip(keys, numbers) {
            grouped[Int(places[Int(key)])] = number
            places[Int(key)] += 1
        }
        keys = []
        numbers = []
        // Each place is now where the next key's numbers begin.
        for id in order.lazy.map({ Int($0.id) }) {
            let first = id == 0 ? 0 : Int(places[id - 1])
            body(bytes[Int(starts[id])..<Int(starts[id + 1])], grouped[first..<Int(places[id])])
        }
    }

    /// A key by its number, with its first bytes, in which most keys differ.
    private struct Place {
        var head: UInt64
        var id: UInt32
    }

    private func sorted() -> [Place] {
        var places: [Place] = []
        places.reserveCapacity(count)
        for id in 0..<count {
            var head: UInt64 = 0
            let start = Int(starts[id])
            let end = Int(starts[id + 1])
            for offset in start..<(start + 8) {
                head = head << 8 | (offset < end ? UInt64(bytes[offset]) : 0)
            }
            places.append(Place(head: head, id: UInt32(truncatingIfNeeded: id)))
        }
        places.sort { left, right in
            if left.head != right.head { return left.head < right.head }
            let first = Int(starts[Int(left.id)])..<Int(starts[Int(left.id) + 1])
            let second = Int(starts[Int(right.id)])..<Int(starts[Int(right.id) + 1])
            return bytes[first].lexicographicallyPrecedes(bytes[second])
        }
        return places
    }
}
