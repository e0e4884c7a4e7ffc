import Bytes
import Files
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A folder of its own for a test, removed when the last one that holds it lets go.
///
///     let scratch = try ScratchFolder()
///     try scratch.file("keymaps/vi/a.keymap", "keymap 1\n")
///     scratch.contents("keymaps/vi/a.keymap")
public final class ScratchFolder: Sendable {
    /// Where it is, without a slash at its end.
    public let path: String

    /// A new, empty folder.
    public init() throws {
        var template = Array("/tmp/chu-test-XXXXXX".utf8CString)
        let isMade = unsafe template.withUnsafeMutableBufferPointer { buffer in
            unsafe buffer.baseAddress.map { unsafe mkdtemp($0) != nil } ?? false
        }
        try #require(isMade)
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { ScratchFolder.removeTree(path) }

    private static func removeTree(_ path: String) {
        // What is not a folder, or an empty one, goes at once; a link goes and not what it leads to.
        if unsafe remove(path) == 0 { return }
        for name in Folder.names(at: path) ?? [] { removeTree("\(path)/\(name)") }
        _ = unsafe remove(path)
    }

    /// Makes a file with `contents`, and the folders above it.
    ///
    /// - Returns: Its path.
    @discardableResult
    public func file(_ name: String, _ contents: [UInt8] = []) throws -> String {
        let parts = name.split(separator: "/")
        for count in parts.indices {
            _ = unsafe mkdir(path + "/" + parts[..<count].joined(separator: "/"), 0o777)
        }
        try replaceFile(at: path + "/" + name, with: contents)
        return path + "/" + name
    }

    /// Makes a file with `text`, and the folders above it.
    ///
    /// - Returns: Its path.
    @discardableResult
    public func file(_ name: String, _ text: String) throws -> String { try file(name, Array(text.utf8)) }

    /// The bytes of a file, or nil when it is not there.
    public func contents(_ name: String) -> [UInt8]? {
        try? MappedFile(path: path + "/" + name).bytes.array()
    }
}

/// Runs `body` with the path of a folder of its own, removed afterwards.
public func withScratchFolder(_ body: (String) throws -> Void) throws {
    try withExtendedLifetime(ScratchFolder()) { try body($0.path) }
}
