import Diagnostics
import Glibc
import KeymapCompiler
import Storage
import TestSupport

/// The inputs that fuzzing begins with: what is shipped, and the examples of the manuals.
struct Seeds {
    private let target: FuzzTarget

    init(_ target: FuzzTarget) { self.target = target }

    /// Writes them into `folder`, one file each.
    func write(to folder: String) {
        for (name, bytes) in files() {
            let path = "\(folder)/\(String(name.map { $0 == "/" ? "-" : $0 }))"
            do { try replaceFile(at: path, with: bytes) } catch {
                print("cannot write the seed '\(path)': \(error)")
                exit(1)
            }
        }
    }

    private func files() -> [(String, [UInt8])] {
        switch target {
        case .source: return (shipped + examples).map { ($0.path, $0.bytes) }
        case .compiled:
            let keys = Array(Typing.line.prefix(keyCount))
            return (shipped + examples).compactMap { source in
                let compiled = KeymapCompiler.compile(source, include: Repository.keymapSource).bytes
                return compiled.map { (source.path, keys + $0) }
            }
        case .macros:
            let own = "macros 1\n# đầu dòng\nko = không\nvn\tViệt Nam\nUB = Uỷ ban nhân dân\n"
            let unikey = ";DO NOT DELETE THIS LINE*** version=1 ***\nko:không\nvn:Việt Nam\n"
            return [("own", Array(own.utf8)), ("unikey", Array(unikey.utf8))]
        }
    }

    /// The keymaps and their parts.
    private var shipped: [SourceText] {
        Repository.names(in: "Keymaps", endings: [".keymap", ".part"]).compactMap(Repository.keymapSource)
    }

    /// The examples of the manuals, each with what makes a keymap of it: small, and together of every statement.
    private var examples: [SourceText] {
        let header = """
            keymap 1
            language rad
            title Êđê
            version 1.0
            licence CC0-1.0
            source the manual\n
            """
        let letters = "letters vowel\n  a e i o u\nletters consonant\n  b c d h k m n t\n"
        var sources: [SourceText] = []
        for manual in ["Keymap-language", "Rules"] {
            let path = "\(Repository.root)/Sources/KeymapCompiler/KeymapCompiler.docc/\(manual).md"
            guard let text = Repository.text(path) else {
                print("cannot read the manual '\(path)'")
                exit(1)
            }
            let parts = String(decoding: text.bytes, as: UTF8.self)
                .split(separator: "```", omittingEmptySubsequences: false)
            for (number, part) in parts.enumerated() where number % 2 == 1 && part.first == "\n" {
                let example = String(part.dropFirst())
                let name = "\(manual)-\(number / 2)"
                sources.append(SourceText(path: name, header + example))
                sources.append(SourceText(path: name + "-letters", header + letters + example))
            }
        }
        return sources
    }
}
