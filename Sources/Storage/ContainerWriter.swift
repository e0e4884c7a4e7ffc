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
    public func finish() -> [UInt8] {
        let bodyStart = Container.headerSize + sections.count * Container.rowSize
        var table = ByteWriter()
        var body = ByteWriter()
        for section in sections {
            body.align(8)
            table.u32(section.id)
            table.u32(0)
            table.u64(UInt64(bodyStart + body.bytes.count))
            table.u64(UInt64(section.bytes.count))
            body.append(section.bytes)
        }
        body.align(8)
        var header = ByteWriter()
        header.u32(Container.magic)
        header.append(Array(kind.rawValue.utf8))
        header.u32(version)
        header.u32(UInt32(sections.count))
        header.u64(UInt64(bodyStart + body.bytes.count))
        let bodySum = checksum([body.bytes])
        var tail = ByteWriter()
        tail.u64(bodySum)
        tail.append(table.bytes)
        let headerSum = checksum([header.bytes, tail.bytes])
        header.u64(headerSum)
        header.append(tail.bytes)
        header.append(body.bytes)
        return header.bytes
    }

    private func checksum(_ parts: [[UInt8]]) -> UInt64 {
        var sum = Checksum()
        for part in parts { sum.add(MappedFile(part).bytes) }
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
