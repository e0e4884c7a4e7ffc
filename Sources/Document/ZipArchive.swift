import Bytes

/// A ZIP archive, read in place: its parts by name, and where each stands.
///
/// What is read is what PKWARE's APPNOTE 6.3 describes, without encryption, without ZIP64, in one piece. Nothing in the
/// archive is trusted: offsets and sizes are checked, and parts may not overlap.
struct ZipArchive {
    /// A part of the archive.
    struct Entry {
        var name: String
        /// Where the record of this part in the directory begins, and its length.
        var record: Range<Int>
        /// The header of the part and everything up to the next one.
        var extent: Range<Int>
        /// The packed bytes.
        var packed: Range<Int>
        /// How many bytes it has unpacked.
        var size: Int
        var checksum: UInt32
        /// 0 when it is stored as it is, 8 when it is deflated.
        var method: UInt16
    }

    let bytes: Bytes
    /// In the order of the directory.
    let entries: [Entry]
    /// What ends the archive, and where the directory begins.
    let end: Range<Int>
    let directory: Int

    private static let endSignature: UInt32 = 0x0605_4B50
    private static let recordSignature: UInt32 = 0x0201_4B50
    private static let headerSignature: UInt32 = 0x0403_4B50

    /// The archive in `bytes`.
    ///
    /// - Throws: ``DocumentError`` when it is damaged, encrypted, or too large.
    /// - Complexity: O(*n* log *n*) for *n* parts.
    init(_ bytes: Bytes) throws(DocumentError) {
        guard let end = ZipArchive.end(of: bytes) else { throw .damaged(part: "") }
        let count = Int(bytes.u16(at: end + 10))
        let directory = Int(bytes.u32(at: end + 16))
        guard count < 0xFFFF, directory < 0xFFFF_FFFF else { throw .tooLarge(part: "") }
        guard directory <= end else { throw .damaged(part: "") }
        var entries: [Entry] = []
        var position = directory
        for _ in 0..<count {
            let record = try ZipArchive.entry(bytes, at: position, end: end)
            position = record.record.upperBound
            entries.append(record)
        }
        // Where each part ends is where the next one begins.
        let order = entries.indices.sorted {
            entries[$0].extent.lowerBound < entries[$1].extent.lowerBound
        }
        for (place, index) in order.enumerated() {
            let next = place + 1 < order.count ? entries[order[place + 1]].extent.lowerBound : directory
            guard entries[index].packed.upperBound <= next else {
                throw .damaged(part: entries[index].name)
            }
            entries[index].extent = entries[index].extent.lowerBound..<next
        }
        self.bytes = bytes
        self.entries = entries
        self.end = end..<bytes.count
        self.directory = directory
    }

    /// The last record, which may be followed by a comment.
    private static func end(of bytes: Bytes) -> Int? {
        var position = bytes.count - 22
        let first = max(0, position - 0xFFFF)
        while position >= first {
            if bytes.u32(at: position) == endSignature,
                Int(bytes.u16(at: position + 20)) == bytes.count - position - 22
            {
                return position
            }
            position -= 1
        }
        return nil
    }

    /// The part whose record is at `position`; its extent goes to the end of its packed bytes.
    private static func entry(_ bytes: Bytes, at position: Int, end: Int) throws(DocumentError) -> Entry {
        let nameLength = Int(bytes.u16(at: position + 28))
        let length =
            46 + nameLength + Int(bytes.u16(at: position + 30)) + Int(bytes.u16(at: position + 32))
        guard position + length <= end, bytes.u32(at: position) == recordSignature else {
            throw .damaged(part: "")
        }
        let name = bytes.text(position + 46, nameLength)
        guard bytes.u16(at: position + 8) & 1 == 0 else { throw .encrypted }
        let packedSize = Int(bytes.u32(at: position + 20))
        let size = Int(bytes.u32(at: position + 24))
        let header = Int(bytes.u32(at: position + 42))
        guard packedSize < 0xFFFF_FFFF, size < 0xFFFF_FFFF, header < 0xFFFF_FFFF else {
            throw .tooLarge(part: name)
        }
        let start = header + 30 + Int(bytes.u16(at: header + 26)) + Int(bytes.u16(at: header + 28))
        guard start + packedSize <= end, bytes.u32(at: header) == headerSignature else {
            throw .damaged(part: name)
        }
        return Entry(
            name: name, record: position..<position + length, extent: header..<start + packedSize,
            packed: start..<start + packedSize, size: size, checksum: bytes.u32(at: position + 16),
            method: bytes.u16(at: position + 10))
    }

    /// The index of the part called `name`, without regard to case as Word has it; nil when there is none.
    func index(of name: String) -> Int? {
        entries.firstIndex { $0.name == name }
            ?? entries.firstIndex { $0.name.lowercased() == name.lowercased() }
    }

    /// The bytes of a part.
    ///
    /// - Throws: ``DocumentError`` when it is damaged, or has more than `limit` bytes.
    func unpacked(_ index: Int, limit: Int) throws(DocumentError) -> [UInt8] {
        let entry = entries[index]
        let packed = bytes.slice(entry.packed.lowerBound, entry.packed.count).array()
        guard entry.size <= limit else { throw .tooLarge(part: entry.name) }
        var unpacked: [UInt8]?
        switch entry.method {
        case 0: unpacked = packed.count == entry.size ? packed : nil
        // Deflate makes at most 1,032 bytes of one; what says more lies, and gets no memory.
        case 8:
            unpacked = entry.size / 1032 <= packed.count ? Deflate.unpacked(packed, size: entry.size) : nil
        default: throw .unknownPacking(part: entry.name)
        }
        guard let unpacked, Deflate.checksum(unpacked) == entry.checksum else {
            throw .damaged(part: entry.name)
        }
        return unpacked
    }
}
