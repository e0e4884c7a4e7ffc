import Files
import Bytes

/// The bytes of the file at `path`.
func contents(of path: String) throws(FileError) -> [UInt8] { try MappedFile(path: path).bytes.array() }

/// Puts `bytes` into the file at `path`, or on standard output when it is nil.
func write(_ bytes: [UInt8], to path: String?) throws {
    guard let path else {
        let output = Output()
        try output.write(bytes)
        return try output.flush()
    }
    try replaceFile(at: path, with: bytes)
}
