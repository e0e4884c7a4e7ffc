import Conversion
import Diagnostics
import TransformCompiler
import ICU
import TestSupport
import Testing

/// Every shipped transform passes the tests in its own file, and the reversible ones come back from every syllable.
struct ShippedTransformTests {
    @Test(arguments: ShippedTransforms.names)
    func `A transform compiles, says all of itself and passes its tests`(name: String) throws {
        let source = try #require(Repository.text("\(Repository.root)/Transforms/\(name).transform"))
        let (transform, diagnostics) = TransformCompiler.read(source)
        #expect(diagnostics.map { $0.rendered() } == [])
        let info = try #require(transform).info
        #expect("\(info.from)/\(info.to)" == name)
        #expect(info.titles.contains { $0.language == "en" } && !info.version.isEmpty)
        #expect(info.status == "stable" || info.version.hasPrefix("0."))
    }

    @Test func `The list in the README is that of the folder`() throws {
        let file = try #require(Repository.text("\(Repository.root)/Transforms/README.md"))
        let text = file.text(0..<file.bytes.count)
        for name in ShippedTransforms.names {
            let transform = try ShippedTransforms.read(name)
            #expect(text.contains("| [`\(name)`](\(name).transform) |"), "\(name)")
            let row = text.split(separator: "\n").first { $0.contains("[`\(name)`]") } ?? ""
            #expect(row.contains("| \(transform.info.status) |"), "\(name)")
        }
    }

    // MARK: Yi

    static let yiSyllables = (0xA000...0xA48C).compactMap { Unicode.Scalar($0).map { String($0) } }

    @Test func `Every Yi syllable comes back from Pinyin, alone and beside every other`() throws {
        try ShippedTransforms.roundTrip(
            "iii-Yiii/iii-Latn", "iii-Latn/iii-Yiii", Self.yiSyllables, "syllables")
        var generator = SeededGenerator(6)
        let texts = (0..<5_000).map { _ in
            (0..<6).map { _ in
                (Self.yiSyllables.randomElement(using: &generator) ?? "")
                    + String(repeating: " ", count: Int.random(in: 0...2, using: &generator) / 2)
            }.joined() + "。"
        }
        try ShippedTransforms.roundTrip(
            "iii-Yiii/iii-Latn", "iii-Latn/iii-Yiii", texts, "lines of six syllables")
    }

    @Test func `The Pinyin of a Yi syllable is its name in Unicode`() throws {
        let pinyin = try ShippedTransforms.apply("iii-Yiii/iii-Latn", to: Self.yiSyllables)
        var others: [String] = []
        for (syllable, reading) in zip(Self.yiSyllables, pinyin) {
            let name = syllable.unicodeScalars.first?.properties.name ?? ""
            if name != "YI SYLLABLE " + reading.uppercased() { others.append("\(name): \(reading)") }
        }
        // The mark of repetition, whose name was a mistake.
        #expect(others == ["YI SYLLABLE WU: w"])
        #expect(Unicode.Scalar(0xA015)?.properties.nameAlias == "YI SYLLABLE ITERATION MARK")
    }

    // MARK: Mông

    static let mongOnsets = """
        ny n m ml p pl t d dl r c k q l tx ts np npl nt ndl nr nc nk nq ntx nts hny hn hm hml ph plh th dh dlh rh ch kh \
        qh hl txh tsh nph nplh nth ndlh nrh nch nkh nqh ntxh ntsh f v x s z y xy h
        """.split(separator: " ").map(String.init)

    @Test func `Every syllable of RPA comes back from chữ Mông Việt Nam`() throws {
        let rimes = ["i", "e", "a", "o", "u", "w", "ee", "aa", "oo", "ai", "aw", "au", "ia", "ua"]
        let tones = ["", "b", "j", "v", "s", "g", "m", "d"]
        let small = ([""] + Self.mongOnsets).flatMap { onset in
            rimes.flatMap { rime in tones.map { onset + rime + $0 } }
        }
        // -d, and what begins with dl, has no counterpart and stays.
        let texts =
            small + small.map { $0.prefix(1).uppercased() + $0.dropFirst() } + small.map { $0.uppercased() }
        try ShippedTransforms.roundTrip("mww-Latn/hmv-Latn", "hmv-Latn/mww-Latn", texts, "syllables")
    }

    // MARK: Words of the sources

    /// Words that r12a's examples give with a romanisation, and how many the transform writes as they do.
    ///
    /// Chăm: the rules for nasals and rounding were made from these very words. Lào: r12a marks neither the short wa nor
    /// final w as ALA-LC does, and puts spaces between syllables.
    @Test(
        .enabled(if: Repository.shared("data/r12a-examples/lo.psv") != nil, Repository.isNotShared),
        arguments: [("cjm-Cham/cjm-Latn", "cjm", 74, 74), ("lo-Laoo/lo-Latn", "lo", 35, 23)])
    func `Words are romanised as in the sources`(name: String, file: String, words: Int, agreeing: Int) throws
    {
        let list = try #require(Repository.shared("data/r12a-examples/\(file).psv"))
        let rows = list.text(0..<list.bytes.count).split(separator: "\n").map {
            $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        }.filter { $0.count > 3 && !$0[3].isEmpty && !$0[1].isEmpty && !$0[0].hasPrefix("@") }
        let found = try ShippedTransforms.apply(name, to: rows.map { $0[0] })
        let same = zip(rows, found).filter { plain($0[3]) == plain($1) }.count
        print("\(name): \(same) of \(rows.count) words romanised as in r12a's examples")
        #expect(rows.count == words)
        #expect(same == agreeing)
    }

    /// Lines of real text, in which all letters are known to the transform and come back.
    @Test(
        .enabled(
            if: Repository.shared("data/gflanguages/ii_Yiii.textproto") != nil, Repository.isNotShared),
        arguments: [
            ("iii-Yiii/iii-Latn", "iii-Latn/iii-Yiii", "ii_Yiii", 0xA000...0xA48C)
        ])
    func `Sample texts come back`(forth: String, back: String, file: String, letters: ClosedRange<UInt32>)
        throws
    {
        let sample = try #require(Repository.shared("data/gflanguages/\(file).textproto"))
        // Texts stand in quotation marks, a line end in them as \\n.
        let texts = sample.text(0..<sample.bytes.count).normalized(.nfc).split(separator: "\n").compactMap {
            $0.split(separator: "\"").dropFirst().first
        }
        let lines = texts.flatMap { $0.split(separator: "\\n").map(String.init) }.filter {
            $0.unicodeScalars.contains { letters.contains($0.value) }
        }
        #expect(lines.count > 5)
        try ShippedTransforms.roundTrip(forth, back, lines, "lines of \(file)")
        let there = try ShippedTransforms.apply(forth, to: lines)
        #expect(!there.contains { $0.unicodeScalars.contains { letters.contains($0.value) } })
    }

    /// `text` without what the sources write otherwise: capitals, spaces, the sign for the glottal stop, ogonek order.
    private func plain(_ text: String) -> String {
        text.lowercased().split(separator: " ").joined().split(separator: "\u{2BC}").joined(
            separator: "\u{2BB}"
        )
        .normalized(.nfc).split(separator: "\u{1ED}").joined(separator: "o\u{31C}\u{304}").normalized(.nfc)
    }
}
