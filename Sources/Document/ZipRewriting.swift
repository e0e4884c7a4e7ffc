import Bytes

/// A ZIP archive with other bytes in some of its parts; all else is copied as it stands, in the same order.
struct ZipRewriting {
    /// A part as it is to be written.
    private struct Part {
        var packed: [UInt8]
        var size: Int
        var checksum: UInt32
    }

    private let archive: ZipArchive
    private var parts: [Int: Part] = [:]

    /// How many bytes are copied at a time.
    private static let pieceSize = 1 << 20

    init(_ archive: ZipArchive) { self.archive = archive }

    /// Whether nothing changes.
    var isEmpty: Bool { parts.isEmpty }

    /// Gives the part at `index` other bytes, packed as it was.
    ///
    /// - Throws: ``DocumentError`` when it gets too large.
    mutating func replace(_ index: Int, with bytes: [UInt8]) throws(DocumentError) {
        let entry = archive.entries[index]
        guard let packed = entry.method == 8 ? Deflate.packed(bytes) : bytes else {
            throw .tooLarge(part: entry.name)
        }
        parts[index] = Part(packed: packed, size: bytes.count, checksum: Deflate.checksum(bytes))
    }

    /// How many bytes will be written.
    var size: Int {
        parts.reduce(archive.bytes.count) { size, part in
            let entry = archive.entries[part.key]
            return size - entry.extent.count + header(part.key, part.value).count + part.value.packed.count
        }
    }

    /// Hands the bytes of the archive out, in pieces.
    func write(_ body: ([UInt8]) throws -> Void) rethrows {
        let bytes = archive.bytes
        func copy(_ range: Range<Int>) throws {
            for start in stride(from: range.lowerBound, to: range.upperBound, by: ZipRewriting.pieceSize) {
                let count = min(ZipRewriting.pieceSize, range.upperBound - start)
                try body(bytes.slice(start, count).array())
            }
        }
        let order = archive.entries.indices.sorted {
            archive.entries[$0].extent.lowerBound < archive.entries[$1].extent.lowerBound
        }
        var offsets: [Int: Int] = [:]
        let first = order.first.map { archive.entries[$0].extent.lowerBound } ?? archive.directory
        try copy(0..<first)
        var offset = first
        for index in order {
            offsets[index] = offset
            let entry = archive.entries[index]
            if let part = parts[index] {
                let header = header(index, part)
                try body(header)
                try body(part.packed)
                offset += header.count + part.packed.count
            } else {
                try copy(entry.extent)
                offset += entry.extent.count
            }
        }
        let directory = offset
        for (index, entry) in archive.entries.enumerated() {
            var record = bytes.slice(entry.record.lowerBound, entry.record.count).array()
            if let part = parts[index] {
                record.set16(record.number16(8) & ~8, at: 8)
                record.set32(part.checksum, at: 16)
                record.set32(UInt32(truncatingIfNeeded: part.packed.count), at: 20)
                record.set32(UInt32(truncatingIfNeeded: part.size), at: 24)
            }
            record.set32(UInt32(truncatingIfNeeded: offsets[index] ?? 0), at: 42)
            try body(record)
            offset += record.count
        }
        // What may stand between the directory and the end, such as a signature, is of the archive as it was.
        var end = bytes.slice(archive.end.lowerBound, archive.end.count).array()
        end.set32(UInt32(truncatingIfNeeded: offset - directory), at: 12)
        end.set32(UInt32(truncatingIfNeeded: directory), at: 16)
        try body(end)
    }

    /// The header before a part with other bytes: as it was, with the new sizes, which then stand nowhere else.
    private func header(_ index: Int, _ part: Part) -> [UInt8] {
        let start = archive.entries[index].extent.lowerBound
        let nameLength = Int(archive.bytes.u16(at: start + 26))
        var header = archive.bytes.slice(start, 30 + nameLength).array()
        header.set16(header.number16(6) & ~8, at: 6)
        header.set32(part.checksum, at: 14)
        header.set32(UInt32(truncatingIfNeeded: part.packed.count), at: 18)
        header.set32(UInt32(truncatingIfNeeded: part.size), at: 22)
        // Some of the fields after the name repeat the old sizes.
        header.set16(0, at: 28)
        return header
    }
}

extension [UInt8] {
    fileprivate func number16(_ offset: Int) -> UInt16 {
        offset + 2 <= count ? UInt16(self[offset]) | UInt16(self[offset + 1]) << 8 : 0
    }

    fileprivate mutating func set16(_ number: UInt16, at offset: Int) {
        guard offset + 2 <= count else { return }
        for place in 0..<2 { self[offset + place] = UInt8(truncatingIfNeeded: number >> (8 * place)) }
    }

    fileprivate mutating func set32(_ number: UInt32, at offset: Int) {
        guard offset + 4 <= count else { return }
        for place in 0..<4 { self[offset + place] = UInt8(truncatingIfNeeded: number >> (8 * place)) }
    }
}
