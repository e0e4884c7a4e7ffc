import Conversion
import ICU
import Lexicon
import Synchronization

/// The folding that a lexicon in a given script declares.
///
/// <doc:Search-keys> says what is folded and why.
struct FoldingRules {
    private(set) var rows: [Unicode.Scalar: String] = [:]
    private(set) var pairs: [(first: Unicode.Scalar, second: Unicode.Scalar, becomes: String)] = []

    /// The rules for headwords in `script` and for glosses in Latin letters.
    init(script: String) { self.init(scripts: [script]) }

    /// The rules for words in `scripts` and for glosses in Latin letters.
    init(scripts: [String]) {
        self = FoldingRules.base
        var seen: Set<String> = ["Latn"]
        for script in scripts where seen.insert(script).inserted {
            rows.merge(FoldingRules.letters(of: script)) { $1 }
            drop(FoldingRules.tones(of: script))
            switch script {
            case "Tavt": addTaiViet()
            case "Khmr": addKhmer()
            case "Cham": addCham()
            case "Laoo": addLao()
            default: break
            }
            orderMarks(of: script)
        }
    }

    /// What holds for every script; asking a library for a thousand letters takes longer than compiling a small lexicon.
    private static let base: FoldingRules = {
        var rules = FoldingRules()
        rules.addLatin()
        rules.addSeparators()
        return rules
    }()

    private init() {}

    func encoded() -> [UInt8] { Folding.encoded(rows: rows, pairs: pairs) }

    /// Letters to lower case without their marks; the letters of these languages that Unicode does not take apart.
    private mutating func addLatin() {
        let ranges: [ClosedRange<UInt32>] = [
            0x41...0x5A, 0xC0...0x24F, 0x250...0x2AF, 0x2B0...0x2B8, 0x2E0...0x2E4, 0x300...0x36F,
            0x1E00...0x1EFF,
            0xA720...0xA7FF,
        ]
        for scalar in ranges.joined().compactMap(Unicode.Scalar.init) {
            let form: NormalizationForm = (0x2B0...0x2E4).contains(scalar.value) ? .nfkd : .nfd
            var folded = String.UnicodeScalarView()
            // Lower case may bring a mark of its own (İ), taking apart may bring capitals: so once more.
            let letters = String(scalar).normalized(form).lowercased().normalized(form)
            for letter in letters.unicodeScalars where !(0x300...0x36F).contains(letter.value) {
                folded.append(FoldingRules.plain[letter] ?? letter)
            }
            set(scalar, String(folded))
        }
        // Superscript digits write tones; stress, length and tone letters of IPA are marks set beside the letter.
        for (scalar, digit) in zip("⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars, "0123456789") { set(scalar, String(digit)) }
        drop([0x2C8, 0x2CC, 0x2D0, 0x2D1] + Array(0x2E5...0x2E9))
    }

    private static let plain: [Unicode.Scalar: Unicode.Scalar] = [
        "đ": "d", "ð": "d", "ɖ": "d", "ɗ": "d", "ƀ": "b", "ɓ": "b",
    ]

    /// Apostrophes, of which sources have eight, and what stands between the parts of a word.
    private mutating func addSeparators() {
        drop(FoldingRules.apostrophes)
        drop(FoldingRules.blanks)
        drop(FoldingRules.invisible)
        drop(FoldingRules.repetitions)
    }

    /// The apostrophes, the usual one first.
    static let apostrophes: [UInt32] = [0x27, 0x60, 0x2018, 0x2019, 0x201B, 0x2BC, 0x2BB, 0xA78B, 0xA78C]
    /// What stands between the parts of a word.
    static let blanks: [UInt32] = [0x09, 0x20, 0xA0, 0x2D] + Array(0x2010...0x2015)
    /// The signs by which Khmer, Lao and Tai Viet write a word twice.
    static let repetitions: [UInt32] = [0x17D7, 0xEC6, 0xAADD]
    /// What is not seen.
    static let invisible: [UInt32] = [0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF]

    /// Letters of another script that have a lower case or are made of parts.
    private static func letters(of script: String) -> [Unicode.Scalar: String] {
        if let known = lettersOfScripts.withLock({ $0[script] }) { return known }
        var rules = FoldingRules()
        for value in UInt32(0x370)...0x1_FFFF {
            guard let scalar = Unicode.Scalar(value), scalar.scriptCode == script else { continue }
            rules.set(scalar, String(scalar).normalized(.nfd).lowercased().normalized(.nfd))
        }
        let letters = rules.rows
        // Codes of scripts are many more than scripts.
        lettersOfScripts.withLock { if $0.count < 64 { $0[script] = letters } }
        return letters
    }

    private static let lettersOfScripts = Mutex<[String: [Unicode.Scalar: String]]>([:])

    /// The tone marks of a script other than Latin, which are dropped: in Tai Viet those above the letter and those at the
    /// end of the syllable.
    static func tones(of script: String) -> [UInt32] {
        switch script {
        case "Tavt": [0xAABF, 0xAAC0, 0xAAC1, 0xAAC2]
        case "Laoo": Array(0xEC8...0xECB)
        case "Talu": [0x19C8, 0x19C9]
        case "Lana": Array(0x1A75...0x1A79)
        case "Hmnp": Array(0x1E130...0x1E136)
        default: []
        }
    }

    /// AM and final B have one order.
    private mutating func addTaiViet() {
        swap([0xAA9A], before: [0xAABE])
        // The vowel E looks like UEA typed twice.
        join(TypedParts.taiVietE)
    }

    /// The two inherent vowels are never seen; the deprecated letters are what Unicode says they are.
    ///
    /// A subscript belongs before vowels and shifters, and looks the same behind them. A mark with the coeng behind
    /// it becomes a noncharacter, which waits for the consonant that makes the subscript whole. The subscripts of DA and TA
    /// look the same, and a subscript RO, which is written around the others, looks the same before and behind another:
    /// so DA becomes TA, and RO, as one noncharacter until the end, goes behind.
    private mutating func addKhmer() {
        drop([0x17B4, 0x17B5])
        set("\u{17A3}", "\u{17A2}")
        set("\u{17A4}", "\u{17A2}\u{17B6}")
        // A shifter stands before the vowels, U+17C6 behind them; typed the other way round they look the same.
        let vowels = Array(UInt32(0x17B6)...0x17C5)
        swap(vowels + [0x17C6], before: [0x17C9, 0x17CA])
        swap([0x17C6], before: vowels)
        // Vowels around the consonant, typed in their parts.
        for row in TypedParts.khmerVowels { join(row) }
        let coeng: Unicode.Scalar = "\u{17D2}"
        let marks = (Array(0x17B6...0x17C6) + [0x17C9, 0x17CA]).compactMap(Unicode.Scalar.init)
        let consonants = (UInt32(0x1780)...0x17A2).compactMap(Unicode.Scalar.init)
        let (da, ta, ro): (Unicode.Scalar, Unicode.Scalar, Unicode.Scalar) = (
            "\u{178A}", "\u{178F}", "\u{179A}"
        )
        func subscripted(_ consonant: Unicode.Scalar) -> String {
            consonant == ro
                ? String(FoldingRules.subscriptRo) : String(coeng) + String(consonant == da ? ta : consonant)
        }
        func wait(_ first: Unicode.Scalar, _ waiting: Unicode.Scalar, for consonants: [Unicode.Scalar]) {
            pairs.append((first, coeng, String(waiting)))
            // When nothing comes that it waits for, it is what it was.
            rows[waiting] = String(first) + String(coeng)
            for consonant in consonants {
                pairs.append((waiting, consonant, subscripted(consonant) + String(first)))
            }
        }
        pairs.append((coeng, da, subscripted(da)))
        pairs.append((coeng, ro, subscripted(ro)))
        for (index, mark) in marks.enumerated() {
            wait(mark, FoldingRules.standIn(index), for: consonants)
        }
        wait(FoldingRules.subscriptRo, FoldingRules.waitingRo, for: consonants.filter { $0 != ro })
        rows[FoldingRules.subscriptRo] = String(coeng) + String(ro)
        rows[FoldingRules.waitingRo] = String(coeng) + String(ro) + String(coeng)
    }

    /// The subscript RO while the order of subscripts is settled, and the same with a coeng behind it.
    private static let (subscriptRo, waitingRo) = (standIn(30), standIn(31))

    /// A noncharacter, of which there are 32 in a row.
    private static func standIn(_ number: Int) -> Unicode.Scalar {
        Unicode.Scalar(0xFDD0 + UInt32(number)) ?? "\u{FFFD}"
    }

    /// No mark is dropped, but the signs around one consonant are put into the order of the language: medials, vowels
    /// that stand to the left, other vowels, length, and the finals that are marks.
    private mutating func addCham() {
        let groups = SignOrder.cham.groups.indices.map { SignOrder.cham.signs($0) }
        for (index, earlier) in groups.enumerated() {
            for later in groups[(index + 1)...] { swap(later, before: earlier) }
        }
    }

    /// AM and the double letters are taken apart.
    private mutating func addLao() {
        // The vowel EI looks like E typed twice.
        join(TypedParts.laoEI)
        for scalar: Unicode.Scalar in ["\u{EB3}", "\u{EDC}", "\u{EDD}"] {
            set(scalar, String(scalar).normalized(.nfkd))
        }
    }

    /// Marks that are kept stand in canonical order, so that a query need not be in any normalization form.
    ///
    /// A script with very many marks goes without: the table would be larger than the lexicon.
    private mutating func orderMarks(of script: String) {
        let marks = (UInt32(0x370)...0x1_FFFF).compactMap(Unicode.Scalar.init).filter {
            $0.combiningClass > 0 && $0.scriptCode == script && rows[$0] == nil
        }
        guard marks.count <= 64 else { return }
        for left in marks {
            for right in marks where left.combiningClass > right.combiningClass {
                swap([left.value], before: [right.value])
            }
        }
    }

    private mutating func set(_ scalar: Unicode.Scalar, _ folded: String) {
        rows[scalar] = folded.unicodeScalars.elementsEqual(CollectionOfOne(scalar)) ? nil : folded
    }

    private mutating func drop(_ values: [UInt32]) {
        for scalar in values.compactMap(Unicode.Scalar.init) { rows[scalar] = "" }
    }

    /// The two parts of a letter, as the letter.
    private mutating func join(_ row: TypedParts.Row) {
        pairs.append((row.first, row.second, String(row.whole)))
    }

    /// Each of `first` before one of `second` changes places with it.
    private mutating func swap(_ first: [UInt32], before second: [UInt32]) {
        for left in first.compactMap(Unicode.Scalar.init) {
            for right in second.compactMap(Unicode.Scalar.init) {
                pairs.append((left, right, String(right) + String(left)))
            }
        }
    }
}
