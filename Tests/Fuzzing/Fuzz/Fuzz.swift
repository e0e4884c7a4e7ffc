import Glibc
import LibFuzzer

/// Runs one fuzz target under libFuzzer, or writes the inputs that it begins with.
///
///     fuzz source -max_total_time=600 corpus
///     fuzz source seeds corpus
@main
struct Fuzz {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count >= 2, let target = FuzzTarget(rawValue: arguments[1]) else {
            let targets = FuzzTarget.allCases.map(\.rawValue).joined(separator: "|")
            print("usage: fuzz \(targets) seeds|OPTIONS… FOLDER")
            exit(64)
        }
        if arguments.count == 4, arguments[2] == "seeds" {
            Seeds(target).write(to: arguments[3])
            return
        }
        var pointers = unsafe ([arguments[0]] + arguments[2...]).map { unsafe strdup($0) }
        unsafe pointers.append(nil)
        var count = unsafe Int32(pointers.count - 1)
        let status = unsafe pointers.withUnsafeMutableBufferPointer { buffer in
            var start = buffer.baseAddress
            return switch target {
            case .source: unsafe LLVMFuzzerRunDriver(&count, &start) { unsafe run($0, $1, readSource) }
            case .compiled: unsafe LLVMFuzzerRunDriver(&count, &start) { unsafe run($0, $1, readCompiled) }
            case .macros: unsafe LLVMFuzzerRunDriver(&count, &start) { unsafe run($0, $1, readMacros) }
            case .words: unsafe LLVMFuzzerRunDriver(&count, &start) { unsafe run($0, $1, readWords) }
            case .lexicon: unsafe LLVMFuzzerRunDriver(&count, &start) { unsafe run($0, $1, readLexicon) }
            case .list: unsafe LLVMFuzzerRunDriver(&count, &start) { unsafe run($0, $1, readList) }
            case .markers: unsafe LLVMFuzzerRunDriver(&count, &start) { unsafe run($0, $1, readMarkers) }
            case .legacy: unsafe LLVMFuzzerRunDriver(&count, &start) { unsafe run($0, $1, readLegacyText) }
            case .document: unsafe LLVMFuzzerRunDriver(&count, &start) { unsafe run($0, $1, readDocument) }
            case .repair: unsafe LLVMFuzzerRunDriver(&count, &start) { unsafe run($0, $1, readRepair) }
            case .transform: unsafe LLVMFuzzerRunDriver(&count, &start) { unsafe run($0, $1, readTransform) }
            }
        }
        exit(status)
    }
}

/// What is fuzzed.
enum FuzzTarget: String, CaseIterable {
    /// The source of a keymap.
    case source
    /// The tables of a compiled keymap, and the keys typed into it.
    case compiled
    /// A file of macros.
    case macros
    /// A file of the user's words.
    case words
    /// The sections of a compiled lexicon, and what is looked for in them.
    case lexicon
    /// The source of a lexicon, a list.
    case list
    /// The source of a lexicon, in standard format markers.
    case markers
    /// A text in one of the encodings of old documents.
    case legacy
    /// A document, or the parts of one.
    case document
    /// A text in UTF-8 that is put right.
    case repair
    /// The file of a transform, and a text that it is applied to.
    case transform
}

/// Gives the bytes that libFuzzer made to `read`.
private func run(_ data: UnsafePointer<UInt8>?, _ size: Int, _ read: ([UInt8]) -> Void) -> Int32 {
    unsafe read([UInt8](UnsafeBufferPointer(start: data, count: size)))
    return 0
}
