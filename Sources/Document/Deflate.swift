import CDocument

/// Packing and unpacking as ZIP archives do, by zlib.
enum Deflate {
    /// The `size` bytes that `packed` holds; nil when it is damaged or holds another number.
    ///
    /// The corresponding zlib function is `inflate`.
    static func unpacked(_ packed: [UInt8], size: Int) -> [UInt8]? {
        // One byte more shows whether there is more.
        let unpacked = unsafe [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
            let written = unsafe chu_inflate(packed, Int64(packed.count), buffer.baseAddress, Int64(size) + 1)
            count = max(0, Int(written))
        }
        return unpacked.count == size ? unpacked : nil
    }

    /// `bytes` packed; nil when there is no memory for it.
    ///
    /// The corresponding zlib function is `deflate`.
    static func packed(_ bytes: [UInt8]) -> [UInt8]? {
        // What cannot be packed grows by five bytes for each 16 KB.
        let capacity = bytes.count + bytes.count / 1000 + 64
        let packed = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            let written = unsafe chu_deflate(
                bytes, Int64(bytes.count), buffer.baseAddress, Int64(capacity))
            count = max(0, Int(written))
        }
        return packed.isEmpty ? nil : packed
    }

    /// The checksum of `bytes` that archives have.
    ///
    /// The corresponding zlib function is `crc32`.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        unsafe chu_crc32(bytes, Int64(bytes.count))
    }
}
