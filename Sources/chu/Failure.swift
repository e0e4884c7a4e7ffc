import Catalogue
import Diagnostics
import Engine
import Files

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Why a verb ended without doing its work: what to report, and the exit code.
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

        /// A source has errors; the contract gives it the number of a search that found nothing.
        static let badSource = nothingFound

        static func < (left: Code, right: Code) -> Bool { left.rawValue < right.rawValue }
    }

    var code: Code
    /// What to write to standard error; empty when it has been written already.
    var message: String

    /// A failure with the exit code `code`, reported as `message`.
    init(_ code: Code, _ message: Wording) {
        self.code = code
        self.message = message.text
    }

    /// A failure that has been reported already.
    init(_ code: Code) {
        self.code = code
        message = ""
    }

    /// The failure that a file which cannot be opened, read or written means.
    init(_ error: FileError) {
        message = Wording.file(error).text
        code =
            switch error.operation {
            case .open: .noInput
            case .read: error.isFolder ? .noInput : .inputOutput
            case .write: .cannotWrite
            }
    }

    /// The failure that what cannot be opened means.
    init(_ error: CatalogueError) {
        switch error {
        case .file(let error): self.init(error)
        case .container(let path, let error): self.init(.badData, .container(path, error))
        case .noSuchName(let name, let kind):
            self.init(.noInput, .noSuchName(name, kind, installed: Installed.all(kind).map(\.name)))
        }
    }

    /// The failure that words which cannot be read or kept mean.
    init(_ error: UserWordsError) {
        switch error {
        case .file(let error): self.init(error)
        case .otherFile(let path): self.init(.badData, .notWords(path))
        case .tooLarge(let path): self.init(.badData, .tooManyWords(path))
        }
    }

    /// The failure that `error` means; nil for what is none, such as a reader that has gone away.
    init?(of error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as FileError: self.init(error)
        case let error as CatalogueError: self.init(error)
        case let error as UserWordsError: self.init(error)
        default: return nil
        }
    }

    /// Writes it to standard error, unless that has been done.
    func report() {
        if !message.isEmpty { Notices.line("chu: \(message)") }
    }
}

extension FileError {
    /// Whether a file was expected and a folder found.
    var isFolder: Bool { code == EISDIR }
}
