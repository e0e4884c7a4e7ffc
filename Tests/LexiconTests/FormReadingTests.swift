@testable import Lexicon
import TestSupport
import Testing

/// Forms as sources write them, each found by the words it stands for.
struct FormReadingTests {
    @Test(arguments: [
        ("êa", ["êa"]), ("au(e)", ["au(e)", "aue", "au"]), ("ab/ac", ["ab/ac", "ab", "ac"]),
        ("*dem-", ["*dem-", "dem"]),
        ("†foo", ["†foo", "foo"]), ("ma₂", ["ma₂", "ma"]), ("(k)a(n)", ["(k)a(n)", "kan", "ka", "an", "a"]),
        ("con a/b", ["con a/b", "con a", "con b"]), ("con a / con b", ["con a / con b", "con a", "con b"]),
        ("a(b", ["a(b"]), ("/", ["/"]), ("()", ["()"]), ("k’ho", ["k’ho"]), ("ma²", ["ma²"]),
        ("*(k)ala/ƀala", ["*(k)ala/ƀala", "kala", "ƀala", "ala"]),
    ])
    func `A form stands for its readings`(form: String, readings: [String]) {
        #expect(FormReadings.of(form) == readings)
    }

    @Test(arguments: [
        ("hè", ["hè"]), ("(mùa) hè", ["(mùa) hè", "mùa hè", "hè"]),
        ("to blow (of wind)", ["to blow (of wind)", "to blow of wind", "to blow"]),
        ("cây/gỗ", ["cây/gỗ"]),
    ])
    func `A gloss stands for itself with and without its brackets`(gloss: String, readings: [String]) {
        #expect(FormReadings.ofGloss(gloss) == readings)
    }

    @Test func `There are never many readings`() {
        for form in [
            String(repeating: "(a)", count: 60), String(repeating: "a/", count: 300),
            String(repeating: "b/c ", count: 40),
        ] {
            #expect(FormReadings.of(form).count <= 16)
        }
    }

    static let source = Sample.list(
        [
            "au(e)\t\t(mùa) hè, nóng\t", "*dem-\t\tđêm\t", "†foo\t\tbánh ; cơm\t", "ab/ac\t\tbánh | cơm\t",
            "stem\tstems\tmột\t",
            "ma₂\t\thai\t",
        ], columns: "headword citation vi en")

    @Test(arguments: [
        ("au", "au(e)"), ("aue", "au(e)"), ("AUE", "au(e)"), ("dem", "*dem-"), ("*dem", "*dem-"),
        ("foo", "†foo"), ("†foo", "†foo"),
        ("ab", "ab/ac"), ("ac", "ab/ac"), ("ab/ac", "ab/ac"), ("stems", "stem"), ("ma", "ma₂"),
        ("au(e)", "au(e)"),
    ])
    func `An entry is found by each form it stands for`(query: String, headword: String) throws {
        let lexicon = try Sample.lexicon(Self.source)
        let hits = lexicon.searchHeadwords(query, .exact, limit: 5)
        #expect(hits.compactMap { lexicon.entry($0.entry)?.headword } == [headword])
        let fuzzy = lexicon.searchHeadwords(query, .fuzzy, distance: 1, limit: 5)
        #expect(fuzzy.first.flatMap { lexicon.entry($0.entry)?.headword } == headword)
        #expect(fuzzy.first?.quality.edits == 0)
    }

    @Test(arguments: [
        ("dem", Quality.Spelling.exact, Hit.Field.headword), ("stems", .exact, .variant),
        ("Aue", .caseDiffers, .headword),
    ])
    func `A reading is compared as a form is`(query: String, spelling: Quality.Spelling, field: Hit.Field)
        throws
    {
        let hit = try #require(try Sample.lexicon(Self.source).searchHeadwords(query, .exact, limit: 5).first)
        #expect(hit.quality.spelling == spelling)
        #expect(hit.field == field)
    }

    @Test(arguments: ["mùa hè", "hè", "nóng"])
    func `A gloss is whole with what stands in brackets, and without`(query: String) throws {
        let lexicon = try Sample.lexicon(Self.source)
        let hits = lexicon.searchGlosses(query, .exact, in: "vi", limit: 5)
        #expect(hits.map(\.quality) == [Quality(.exact, .whole)])
    }

    @Test func `Words of different senses are no phrase`() throws {
        let lexicon = try Sample.lexicon(Self.source)
        for match in [Match.exact, .gloss, .fuzzy, .wildcard] {
            let hits = lexicon.searchGlosses("cơm bánh", match, in: "vi", limit: 5)
            #expect(hits.compactMap { lexicon.entry($0.entry)?.headword } == ["†foo"], "\(match)")
            #expect(hits.map(\.quality.coverage) == [.part])
        }
    }

    @Test(arguments: [
        // The subscripts of DA and TA look the same.
        ("ម\u{17D2}តាយ", "ម\u{17D2}ដាយ"), ("ប\u{17D2}ដី", "ប\u{17D2}តី"),
        // RO stands around the other subscript, whichever was typed first, and before the vowel or behind.
        ("ស\u{17D2}ត\u{17D2}រី", "ស\u{17D2}រ\u{17D2}តី"), ("ស\u{17D2}ត\u{17D2}រី", "ស\u{17D2}រ\u{17D2}ដី"),
        ("ក\u{17D2}រី", "កី\u{17D2}រ"),
        // Repetition and invisible characters.
        ("ទឹក", "ទឹកៗ"), ("ទឹក", "ទ\u{200B}ឹក"),
    ])
    func `Khmer that looks the same has one search key`(one: String, other: String) throws {
        let lexicon = try Sample.lexicon(
            Sample.list(["\(one)\tmột"], columns: "headword vi", language: "km", script: "Khmr"))
        #expect(lexicon.folding.key(one) == lexicon.folding.key(other))
        #expect(lexicon.searchHeadwords(other, .exact, limit: 5).count == 1)
    }

    @Test func `A Khmer word goes on to be found while it is typed`() throws {
        let word = "ស\u{17D2}ត\u{17D2}រី"
        let lexicon = try Sample.lexicon(
            Sample.list(["\(word)\tmột"], columns: "headword vi", language: "km", script: "Khmr"))
        let scalars = Array(word.unicodeScalars)
        for count in 1...scalars.count {
            let typed = String(String.UnicodeScalarView(scalars.prefix(count)))
            #expect(lexicon.searchHeadwords(typed, .prefix, limit: 5).count == 1, "\(count)")
        }
    }

    @Test(arguments: [("ຊ້າ", "ຊ້າໆ", "lo", "Laoo"), ("ꪀꪱ", "ꪀꪱꫝ", "blt", "Tavt")])
    func `A word written twice by a sign is the word`(
        one: String, other: String, language: String, script: String
    ) throws {
        let lexicon = try Sample.lexicon(
            Sample.list(["\(one)\tmột"], columns: "headword vi", language: language, script: script))
        #expect(lexicon.searchHeadwords(other, .exact, limit: 5).count == 1)
    }
}
