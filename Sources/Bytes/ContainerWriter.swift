/// Puts sections together into the bytes of a compiled file.
///
///     var writer = ContainerWriter(kind: .keymap, version: 2)
///     writer.add(1, bytes)
///     try replaceFile(at: path, with: writer.finish())
///
/// The same sections in the same order give the same bytes.
public struct ContainerWriter {
    private let kind: Container.Kind
    private let version: UInt32
    private var sections: [(id: UInt32, bytes: [UInt8])] = []

    /// A writer of an empty container.
    public init(kind: Container.Kind, version: UInt32) {
        self.kind = kind
        self.version = version
    }

    /// Adds a section; its number is to be used once.
    public mutating func add(_ id: UInt32, _ bytes: [UInt8]) {
        precondition(sections.count < Container.sectionLimit, "a container has at most 64 sections")
        precondition(!sections.contains { $0.id == id }, "section \(id) is added once")
        sections.append((id, bytes))
    }

    /// The whole file.
    ///
    /// - Complexity: O(*bytes*); each section is let go as soon as it is copied.
    public consuming func finish() -> [UInt8] {
        var sections = self.sections
        self.sections = []
        let bodyStart = Container.headerSize + sections.count * Container.rowSize
        var table = ByteWriter()
        var end = bodyStart
        for section in sections {
            end = (end + 7) & ~7
            table.u32(section.id)
            table.u32(0)
            table.u64(UInt64(end))
            table.u64(UInt64(section.bytes.count))
            end += section.bytes.count
        }
        end = (end + 7) & ~7
        var whole: [UInt8] = []
        whole.reserveCapacity(end)
        // The header is known when the body is; until then zeros stand in its place.
        whole.append(contentsOf: repeatElement(0, count: bodyStart))
        for index in sections.indices {
            while whole.count % 8 != 0 { whole.append(0) }
            whole.append(contentsOf: sections[index].bytes)
            sections[index].bytes = []
        }
        while whole.count % 8 != 0 { whole.append(0) }
        var header = ByteWriter()
        header.u32(Container.magic)
        header.append(Array(kind.rawValue.utf8))
        header.u32(version)
        header.u32(UInt32(sections.count))
        header.u64(UInt64(end))
        var tail = ByteWriter()
        tail.u64(checksum([whole[bodyStart...]]))
        tail.append(table.bytes)
        header.u64(checksum([header.bytes[...], tail.bytes[...]]))
        header.append(tail.bytes)
        whole.replaceSubrange(0..<bodyStart, with: header.bytes)
        return whole
    }

    private func checksum(_ parts: [ArraySlice<UInt8>]) -> UInt64 {
        var sum = Checksum()
        for part in parts { sum.add(part) }
        return sum.value
    }
}

/// Little-endian numbers and bytes, one after the other.
public struct ByteWriter: Sendable {
    /// What was written so far.
    public private(set) var bytes: [UInt8] = []

    /// An empty writer.
    public init() {}

    /// How many bytes were written.
    public var count: Int { bytes.count }

    /// Writes one byte.
    public mutating func u8(_ value: UInt8) { bytes.append(value) }

    /// Writes 2 bytes.
    public mutating func u16(_ value: UInt16) { number(value) }

    /// Writes 4 bytes.
    public mutating func u32(_ value: UInt32) { number(value) }

    /// Writes 8 bytes.
    public mutating func u64(_ value: UInt64) { number(value) }

    /// Writes `more` as it is.
    public mutating func append(_ more: [UInt8]) { bytes.append(contentsOf: more) }

    /// Writes the UTF-8 of a string.
    public mutating func append(_ more: String.UTF8View) { bytes.append(contentsOf: more) }

    /// Writes `more` as it is.
    public mutating func append(_ more: ArraySlice<UInt8>) { bytes.append(contentsOf: more) }

    /// Writes zeros up to the next multiple of `alignment` bytes.
    public mutating func align(_ alignment: Int) {
        while bytes.count % alignment != 0 { bytes.append(0) }
    }

    private mutating func number<Number: FixedWidthInteger>(_ value: Number) {
        var rest = value
        for _ in 0..<MemoryLayout<Number>.size {
            bytes.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }
}
