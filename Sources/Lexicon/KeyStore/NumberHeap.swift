/// Numbers to look at, the greatest on top.
struct NumberHeap {
    private var heap: [UInt64] = []

    /// A heap in which `capacity` numbers have room before it grows.
    init(capacity: Int) { heap.reserveCapacity(capacity) }

    mutating func add(_ number: UInt64) {
        var place = heap.count
        heap.append(number)
        while place > 0, heap[(place - 1) / 2] < number {
            heap[place] = heap[(place - 1) / 2]
            place = (place - 1) / 2
        }
        heap[place] = number
    }

    mutating func removeFirst() -> UInt64? {
        guard let top = heap.first, let last = heap.popLast() else { return nil }
        var place = 0
        while true {
            var child = 2 * place + 1
            guard child < heap.count else { break }
            if child + 1 < heap.count, heap[child + 1] > heap[child] { child += 1 }
            if heap[child] <= last { break }
            heap[place] = heap[child]
            place = child
        }
        if place < heap.count { heap[place] = last }
        return top
    }
}
