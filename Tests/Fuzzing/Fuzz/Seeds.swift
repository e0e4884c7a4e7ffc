import Conversion
import Diagnostics
import Glibc
import KeymapCompiler
import LexiconCompiler
import Bytes
import Files
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
        case .words: return [("own", Array("words 1\n12 asâo\n3 êa\n".utf8))]
        case .lexicon:
            var query = Array("nước".utf8)
            query += [UInt8](repeating: 0, count: queryCount - query.count)
            return lexicons.compactMap { source in
                let compiled = LexiconCompiler.compile(source, transform: Repository.transformSource).bytes
                return compiled.map { (source.path, query + $0) }
            }
        case .list, .markers:
            let isList = target == .list
            return lexicons.filter { ($0.bytes.first == 0x5C) != isList }.map { ($0.path, $0.bytes) }
        case .transform: return transforms
        case .document: return documentSeeds
        case .repair:
            return Seeds.texts.enumerated().map { number, text in
                ("\(number)", [UInt8(number * 2), 3] + Array(text.utf8))
            }
        case .legacy:
            let text = "Tiếng Việt: Độc lập, ỷ, ẵ; pơlei kheĕi đô\u{306}k.\n"
            return TextEncoding.allCases.enumerated().map { number, encoding in
                var encoder = encoding.encoder()
                return (encoding.rawValue, [UInt8(number), 0, 4] + encoder.convertAll(Array(text.utf8)))
            }
        }
    }

    /// The shipped transforms, except for the long tables of Yi; each after a byte that says how a text is cut.
    private var transforms: [(String, [UInt8])] {
        Repository.names(in: "Transforms", endings: [".transform"]).filter { !$0.hasPrefix("iii") }.compactMap
        {
            Repository.text("\(Repository.root)/Transforms/\($0).transform")
        }.map { ($0.path, [3] + $0.bytes) }
    }

    /// The examples of the manual, and the first entries of the shipped lexicons.
    private var lexicons: [SourceText] {
        let manual = "\(Repository.root)/Sources/LexiconCompiler/LexiconCompiler.docc/Writing-a-lexicon.md"
        guard let text = Repository.text(manual) else {
            print("cannot read the manual '\(manual)'")
            exit(1)
        }
        let parts = String(decoding: text.bytes, as: UTF8.self)
            .split(separator: "```", omittingEmptySubsequences: false)
        var sources = parts.enumerated().filter { $0.offset % 2 == 1 && $0.element.contains("lexicon 1") }
            .map { SourceText(path: "manual-\($0.offset)", String($0.element.dropFirst())) }
        sources.append(SourceText(path: "fields-list", Seeds.fieldsOfList))
        sources.append(SourceText(path: "fields-markers", Seeds.fieldsOfMarkers))
        for name in Repository.lexiconNames {
            guard let whole = Repository.text("\(Repository.root)/Lexicons/\(name).lexicon") else { continue }
            let end = whole.lineRange(min(whole.lineCount - 1, 40)).upperBound
            sources.append(SourceText(path: name, bytes: Array(whole.bytes[..<end]) + [0x0A]))
        }
        return sources
    }

    /// What there is to put right in Khmer, Tai Viet, Cham, Lao and in the Latin letters of the Highlands.
    private static let texts = [
        "ខែ្មរ ស្រ្តី ក\u{17C1}\u{17B8} \u{17D2}\u{200D}ក", "ꪀ\u{AABF}\u{AAB0} \u{AAB5}\u{AAB5}ꪀ ꪹꪹ",
        "ꨆ\u{AA2D}\u{AA33} ꨆ\u{AA4C}\u{AA29}", "ກ\u{EC9}\u{EB4} ເເກ ກ\u{EB3}\u{EC9}",
        "pơ\u{306}lei e\u{306}\u{302} jơ \u{306}ng 'bok' mũ ǎ ɓ", "đô\u{306}k ð ɖ mã `bơ̌ngai Tiê\u{301}ng",
    ]

    /// Every column.
    private static let fieldsOfList = """
        lexicon 1
        language rad
        script Latn
        title Êđê
        licence CC0-1.0
        source a A list
        alphabet a ă â b č d đ e ê
        method concept vi
        columns headword homograph citation variant romanisation ph ps source id concept method dialect note \
        status related domain date example example.vi vi en definition.vi orthography form.Cham audio picture \
        licence weight frequency
        entries
        êa\t1\teea\tea ; ia\tea\tɛa\tn\ta\t7\t948\tdirect\tkpă\tnote\tdraft\têa 1\twater | river\t2020\tluê êa | x\t\
        bơi\tnước ; sông | suối\twater | river\tchất lỏng\tstandard\tꨀꨇꨉ\tea.ogg\tea.png\tCC0-1.0\t12\t1000

        """

    /// Markers of every kind.
    private static let fieldsOfMarkers = """
        \\_sh v3.0  400  MDF
        \\_lexicon 1
        \\_language cjm-Cham
        \\_title ꨌꩌ
        \\_licence CC0-1.0
        \\_source a A list
        \\_regional fr

        \\lx ꨀꨇꨉ
        \\hm 1
        \\lc ꨀ
        \\va ꨇ
        \\scr Latn akhar
        \\scr Khmr ខ្មែរ
        \\ph akhar
        \\ps n
        \\sn 1
        \\gn chữ; nét
        \\ge letter
        \\gr lettre
        \\dn nét chữ
        \\xv ꨀꨇꨉ
        \\xn chữ
        \\sd writing
        \\sy ꨇ
        \\ue old
        \\cf ꨇ
        \\nt note
        \\so a 12
        \\sf a.ogg
        \\pc a.png
        \\fr 100
        \\st ok
        \\dt 21/Nov/2026
        \\se ꨉ
        \\ge sign

        """

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
