/// A compiled file: a header, a table of sections and the sections themselves, read in place.
///
/// All numbers are little-endian. See <doc:Container-format> for the layout byte by byte.
///
///     let container = try Container(file.bytes, kind: .keymap, version: 2)
///     let letters = container.section(3)  // Bytes; empty when the file has no such section
///
/// Opening checks the magic, the kind, the version, the length, the checksum of the header and the bounds of
/// every section; ``verifyBody()`` reads everything and checks the sections' own checksum.
public struct Container: Sendable {
    /// What a compiled file holds.
    public enum Kind: String, Sendable, CaseIterable {
        /// A compiled keymap.
        case keymap = "KEYM"
        /// A compiled lexicon.
        case lexicon = "LEXI"
    }

    static let magic: UInt32 = 0x5548_4389  // \x89 C H U
    static let headerSize = 40
    static let rowSize = 24
    static let sectionLimit = 64

    /// The version of the sections' format, as the file states it.
    public let version: UInt32
    private let all: Bytes
    private let sectionCount: Int
    private let bodyStart: Int

    /// Opens `bytes` as a container of `kind` whose sections have the format `version`.
    ///
    /// - Throws: ``ContainerError`` that names what does not fit.
    /// - Complexity: O(*sections*).
    public init(_ bytes: Bytes, kind: Kind, version: UInt32) throws(ContainerError) {
        guard bytes.count >= 8, Container.kind(of: bytes) != nil else { throw .notCompiled }
        guard Container.kind(of: bytes) == kind else { throw .wrongKind(expected: kind) }
        guard bytes.count >= Container.headerSize else { throw .cutShort }
        self.version = bytes.u32(at: 8)
        guard self.version == version else { throw .wrongVersion(found: self.version, supported: version) }
        sectionCount = bytes.int(at: 12)
        guard sectionCount <= Container.sectionLimit else { throw .damaged }
        bodyStart = Container.headerSize + sectionCount * Container.rowSize
        guard bytes.u64(at: 16) == UInt64(bytes.count) else {
            throw bytes.u64(at: 16) > UInt64(bytes.count) ? .cutShort : .damaged
        }
        guard bytes.count >= bodyStart else { throw .cutShort }
        var sum = Checksum()
        sum.add(bytes.slice(0, 24))
        sum.add(bytes.slice(32, bodyStart - 32))
        guard sum.value == bytes.u64(at: 24) else { throw .damaged }
        for row in 0..<sectionCount {
            let at = Container.headerSize + row * Container.rowSize
            let offset = bytes.u64(at: at + 8)
            let length = bytes.u64(at: at + 16)
            let (end, overflow) = offset.addingReportingOverflow(length)
            guard !overflow, offset >= UInt64(bodyStart), end <= UInt64(bytes.count) else { throw .damaged }
        }
        all = bytes
    }

    /// The kind of compiled file that `bytes` begin, or nil when they are none.
    public static func kind(of bytes: Bytes) -> Kind? {
        bytes.count >= 8 && bytes.u32(at: 0) == magic ? Kind(rawValue: bytes.text(4, 4)) : nil
    }

    /// The section numbered `id`, or an empty one.
    public func section(_ id: UInt32) -> Bytes {
        for row in 0..<sectionCount {
            let at = Container.headerSize + row * Container.rowSize
            if all.u32(at: at) == id {
                // `init` has seen that both lie inside.
                return all.slice(
                    Int(truncatingIfNeeded: all.u64(at: at + 8)),
                    Int(truncatingIfNeeded: all.u64(at: at + 16)))
            }
        }
        return all.slice(0, 0)
    }

    /// Reads all sections and compares their checksum with the header's.
    ///
    /// - Throws: ``ContainerError/damaged`` when a byte differs from what was written.
    /// - Complexity: O(*bytes*), about a quarter of a nanosecond each.
    public func verifyBody() throws(ContainerError) {
        var sum = Checksum()
        sum.add(all.slice(bodyStart, all.count - bodyStart))
        guard sum.value == all.u64(at: 32) else { throw .damaged }
    }
}

/// Why a compiled file cannot be opened.
public enum ContainerError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file does not begin as a compiled file does.
    case notCompiled
    /// The file is compiled, but is not of the kind asked for.
    case wrongKind(expected: Container.Kind)
    /// The file was written by another version of the compiler.
    case wrongVersion(found: UInt32, supported: UInt32)
    /// The file ends before its header says it should.
    case cutShort
    /// The file's contents disagree with its checksum or with its own bounds.
    case damaged

    /// What is wrong, and what to do.
    public var description: String {
        switch self {
        case .notCompiled: "not a compiled file; compile the source with 'chu build'"
        case .wrongKind(let kind): "not a compiled \(kind == .keymap ? "keymap" : "lexicon")"
        case .wrongVersion(let found, let supported):
            "compiled in format \(found), and this program reads format \(supported); compile it again with 'chu build'"
        case .cutShort: "the file is cut short; compile it again with 'chu build'"
        case .damaged: "the file is damaged; compile it again with 'chu build'"
        }
    }
}
