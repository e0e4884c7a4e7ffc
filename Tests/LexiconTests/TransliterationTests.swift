import Diagnostics
import Lexicon
import TestSupport
import Testing

/// Words found in another script or spelling than their own.
struct TransliterationTests {
    @Test(arguments: [
        ("blt-Tavt", "ꞌquám", Match.exact, "ꪁꪫꪱꪣ", Quality.Spelling.exact),
        ("blt-Tavt", "ꞌQuám", .exact, "ꪁꪫꪱꪣ", .caseDiffers), ("blt-Tavt", "quam", .folded, "ꪁꪫꪱꪣ", .folded),
        ("blt-Tavt", "qua", .prefix, "ꪀꪫꪱꪉ", .exact), ("blt-Tavt", "qu?m", .wildcard, "ꪁꪫꪱꪣ", .folded),
        ("blt-Tavt", "quamm", .fuzzy, "ꪁꪫꪱꪣ", .folded), ("lo", "kwāng", .exact, "ກວາງ", .exact),
        ("lo", "kwang", .folded, "ກວາງ", .folded), ("km", "kaññā", .exact, "កញ្ញា", .exact),
        ("km", "kanna", .folded, "កញ្ញា", .folded), ("mww", "hnuz", .exact, "hnub", .exact),
    ])
    func `A word is found by what rules write, with its marks or without`(
        name: String, query: String, match: Match, headword: String, spelling: Quality.Spelling
    ) throws {
        let lexicon = try Repository.lexicon("\(name)/core")
        let hits = lexicon.searchHeadwords(query, match, limit: 5)
        let hit = try #require(hits.first { lexicon.entry($0.entry)?.headword == headword })
        #expect(hit.field == .transliteration)
        #expect(hit.quality.spelling == spelling)
    }

    @Test(arguments: ["blt-Tavt", "cjm-Cham", "khb-Talu", "km", "lo", "mww"])
    func `Spellings by rules stand beside those of the source, and are called a draft`(name: String) throws {
        let lexicon = try Repository.lexicon("\(name)/core")
        let rules = try #require(lexicon.info.transliterations.first)
        #expect(rules.status == "draft" && !rules.version.isEmpty)
        let source = try #require(Repository.lexiconSource("\(name)/core"))
        let columns = source.text(0..<source.bytes.count).split(separator: "\n").first {
            $0.hasPrefix("columns")
        }
        let romanised = (0..<lexicon.entryCount).filter { lexicon.entry($0)?.romanisation != nil }
        #expect(romanised.isEmpty == !(columns?.contains("romanisation") ?? false))
        let written = (0..<lexicon.entryCount).filter { lexicon.entry($0)?.transliterations.isEmpty == false }
        #expect(written.count * 10 > lexicon.entryCount * 7)
    }

    @Test func `The source's own romanisation is the better place`() throws {
        let lexicon = try Repository.lexicon("blt-Tavt/core")
        let hit = try #require(lexicon.searchHeadwords("ꞌkhuạk", .exact, limit: 1).first)
        #expect(hit.field == .romanisation)
        #expect(
            lexicon.entry(hit.entry)?.transliterations == [.init(form: "blt-Latn", text: "ꞌkhuạk")])
    }

    @Test(arguments: ["nả", "na"]) func `Both ways of writing Tai Viet tones are found by one Latin word`(
        query: String
    ) throws {
        let lexicon = try Sample.lexicon(
            Sample.list(
                ["ꪘ꫁ꪱ", "ꪘꪱꫂ"], columns: "headword", language: "blt", script: "Tavt",
                header: "transliteration blt-Latn"))
        #expect(lexicon.searchHeadwords(query, .folded, limit: 5).map(\.entry) == [0, 1])
    }

    @Test func `A word in Latin letters is found in the other script`() throws {
        let lexicon = try Sample.lexicon(
            Sample.list(
                ["ꞌkhuạk\tnòng nọc", "chắng\tvoi"], columns: "headword vi", language: "blt",
                header: "transliteration blt-Tavt\ntransliteration blt-Tavt-x-marks"))
        #expect(lexicon.entry(0)?.transliterations.map(\.text) == ["ꪅꪺꪀ", "ꪅꪺꪀ"])
        for query in ["ꪊꪰꪉꫀ", "ꪊꪰ꪿ꪉ", "ꪊꪰꪉ"] {
            let hit = try #require(lexicon.searchHeadwords(query, .folded, limit: 1).first, "\(query)")
            #expect(hit.entry == 1 && hit.field == .transliteration)
        }
    }

    @Test func `Spellings by rules hide no word of a source from queries without marks`() throws {
        let lexicons = LexiconSet([try Repository.lexicon("km/core"), try Repository.lexicon("mtq/core")])
        let found = lexicons.search("ga")
        #expect(found.contains { $0.entry.headword == "គ" && $0.hit.field == .transliteration })
        #expect(found.contains { $0.entry.glosses(in: "vi").contains("gà") })
    }

    @Test func `Spellings of a source come before spellings by rules`() throws {
        let thai = try Sample.lexicon(
            Sample.list(
                ["ꪢꪱ\tchó"], columns: "headword vi", language: "blt", script: "Tavt",
                header: "transliteration blt-Latn"))
        let ede = try Sample.lexicon(Sample.list(["atâu\tma"], columns: "headword vi"))
        #expect(LexiconSet([thai, ede]).search("ma").map(\.hit.field) == [.gloss, .transliteration])
    }

    @Test func `A word found so leads on through a concept`() throws {
        let lexicons = LexiconSet([
            try Repository.lexicon("blt-Tavt/core"), try Repository.lexicon("rad/core"),
        ])
        let found = lexicons.searchBridged("nam", from: "blt", to: "rad")
        #expect(found.first?.entry.headword == "êa")
    }
}
