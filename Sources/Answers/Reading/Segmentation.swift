/// The best way to divide a row of units into segments: the fewest unknown units, then the fewest that only other
/// lexicons know, then the fewest segments.
///
/// Each unit is a node, each segment that may be chosen an edge. The best rest is found from the end to the beginning, or
/// from the beginning to the end; of equal ones the longest segment on that side is taken.
struct Segmentation {
    /// From which side a text is divided.
    enum Side { case left, right }

    /// A segment that may be chosen: units from `start` up to `end`.
    struct Edge {
        let start: Int
        let end: Int
        let kind: Segment.Kind
    }

    /// What a division lacks; what lacks less is less.
    private struct Cost {
        var unknown = 0
        var elsewhere = 0
        var segments = 0

        func adding(_ edge: Edge) -> Cost {
            var sum = self
            if edge.kind == .unknown { sum.unknown += edge.end - edge.start }
            if edge.kind == .elsewhere { sum.elsewhere += edge.end - edge.start }
            sum.segments += 1
            return sum
        }

        func isLess(than other: Cost) -> Bool {
            if unknown != other.unknown { return unknown < other.unknown }
            if elsewhere != other.elsewhere { return elsewhere < other.elsewhere }
            return segments < other.segments
        }
    }

    /// The edges chosen, in order.
    ///
    /// - Parameters:
    ///   - edges: In the order of their starts, and of their ends; each unit has an edge of its own.
    ///   - count: How many units there are.
    ///   - side: On which side segments are as long as can be.
    /// - Complexity: O(*edges*).
    static func best(_ edges: [Edge], count: Int, _ side: Side) -> [Edge] {
        var costs = [Cost?](repeating: nil, count: count + 1)
        var chosen = [Int](repeating: -1, count: count + 1)
        // The longest edge comes first, and an equal one does not replace it.
        switch side {
        case .left:
            costs[count] = Cost()
            for index in edges.indices.reversed() {
                let edge = edges[index]
                guard let cost = costs[edge.end]?.adding(edge) else { continue }
                if let known = costs[edge.start], !cost.isLess(than: known) { continue }
                costs[edge.start] = cost
                chosen[edge.start] = index
            }
            var path: [Edge] = []
            var place = 0
            while place < count, chosen[place] >= 0 {
                path.append(edges[chosen[place]])
                place = edges[chosen[place]].end
            }
            return path
        case .right:
            costs[0] = Cost()
            for index in edges.indices {
                let edge = edges[index]
                guard let cost = costs[edge.start]?.adding(edge) else { continue }
                if let known = costs[edge.end], !cost.isLess(than: known) { continue }
                costs[edge.end] = cost
                chosen[edge.end] = index
            }
            var path: [Edge] = []
            var place = count
            while place > 0, chosen[place] >= 0 {
                path.append(edges[chosen[place]])
                place = edges[chosen[place]].start
            }
            return path.reversed()
        }
    }
}
