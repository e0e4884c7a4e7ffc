import Storage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Why a verb ended without doing its work: what to tell, and the exit code.
struct Failure: Error {
    /// The exit codes of the contract, as `sysexits.h` numbers them.
    enum Code: Int32, Comparable {
        case done = 0
        case nothingFound = 1
        case wrongUsage = 64
        case badData = 65
        case noInput = 66
        case cannotWrite = 73
        case inputOutput = 74

        static func < (left: Code, right: Code) -> Bool { left.rawValue < right.rawValue }
    }

    var code: Code
    /// What to write to standard error; empty when it has been written already.
    var message: String

    /// A failure with the exit code `code`, told as `message`.
    init(_ code: Code, _ message: Message) {
        self.code = code
        self.message = message.text
    }

    /// A failure that has been told already.
    init(_ code: Code) {
        self.code = code
        message = ""
    }

    /// The failure that a file which cannot be opened, read or written means.
    init(_ error: FileError) {
        message = Message.file(error).text
        code =
            switch error.operation {
            case .open: .noInput
            case .read: error.isFolder ? .noInput : .inputOutput
            case .write: .cannotWrite
            }
    }
}

extension FileError {
    /// Whether a file was expected and a folder found.
    var isFolder: Bool { code == EISDIR }
}
