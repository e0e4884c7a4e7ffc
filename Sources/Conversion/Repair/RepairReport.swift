/// How often ``Repair`` did what, and where first.
public struct RepairReport: Sendable, Equatable {
    /// What was done of one kind.
    public struct Row: Sendable, Equatable {
        /// What was done.
        public var kind: RepairKind
        /// How often.
        public var count: Int
        /// The first place, as a number of bytes of the input before it.
        public var offset: Int
        /// The text at the first place as it was.
        public var before: String
        /// The text at the first place as it is now; the same when it was left.
        public var after: String
    }

    /// One row for every kind that occurred, in the order of their first places.
    public private(set) var rows: [Row] = []

    /// How many changes there were, of all kinds together.
    public var changeCount: Int { rows.reduce(0) { $1.kind.isLeft ? $0 : $0 + $1.count } }

    /// How much was changed or left.
    var count: Int { rows.reduce(0) { $0 + $1.count } }

    /// Adds a change; the text is only asked for at the first place.
    mutating func add(
        _ kind: RepairKind, at offset: Int, _ before: @autoclosure () -> String,
        _ after: @autoclosure () -> String
    ) {
        if let row = rows.firstIndex(where: { $0.kind == kind }) {
            rows[row].count += 1
        } else {
            // What is found in words is reported when the word has ended.
            let place = rows.firstIndex { $0.offset > offset } ?? rows.endIndex
            rows.insert(
                Row(kind: kind, count: 1, offset: offset, before: before(), after: after()), at: place)
        }
    }
}
