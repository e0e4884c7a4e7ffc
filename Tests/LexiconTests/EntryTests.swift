import Lexicon
import LexiconCompiler
import Diagnostics
import Bytes
import Testing

struct EntryTests {
    @Test func `A list entry comes back with all its fields`() throws {
        let lexicon = try Sample.lexicon(
            SourceText(
                path: "all.lexicon",
                """
                lexicon 1           # the version of the form
                language cjm-Cham
                orthography akhar-thrah
                title ꨌꩌ
                title (vi) Chăm: từ vựng cơ bản
                title (en) Cham
                version 1.2
                licence CC-BY-SA-4.0
                status draft
                source a First source, 2008   # with a comment
                source b Second source
                method concept
                columns headword homograph citation variant romanisation ph ps vi en source id concept method \
                dialect note status related domain date example example.vi

                # A comment, then an empty line.

                entries
                # Another.
                \(["ꨀꨳꨩ", "2", "ꨀ", "ꨀꨳ ; ꨳꨩ", "aia", "ʔiaː", "n", "nước ; sông | mưa", "water | rain", "b", "b:7", "948",
                   "direct", "Phan Rang", "see also", "checked", "ꨆ ; ꨇ", "nature ; sky | weather", "2020", "ꨀꨳꨩ ꨆ", "uống nước"]
                    .joined(separator: "\t"))
                ꨀ\t\t\t\t\t\t\tmột\t\ta
                """))
        let info = lexicon.info
        #expect(info.language == "cjm-Cham" && info.script == "Cham" && info.orthography == "akhar-thrah")
        #expect(info.title == "ꨌꩌ" && info.title(in: "en") == "Cham" && info.title(in: "fr") == "ꨌꩌ")
        #expect(info.version == "1.2" && info.licence == "CC-BY-SA-4.0" && info.status == "draft")
        #expect(
            info.sources == [
                .init(id: "a", text: "First source, 2008"), .init(id: "b", text: "Second source"),
            ])
        #expect(info.glossLanguages == ["vi", "en"])
        #expect(lexicon.entryCount == 2)
        var first = Sense(glosses: [
            Gloss(language: "vi", text: "nước"), Gloss(language: "vi", text: "sông"),
            Gloss(language: "en", text: "water"),
        ])
        first.domains = ["nature", "sky"]
        first.examples = [Example("ꨀꨳꨩ ꨆ", translations: [Gloss(language: "vi", text: "uống nước")])]
        var second = Sense(glosses: [Gloss(language: "vi", text: "mưa"), Gloss(language: "en", text: "rain")])
        second.domains = ["weather"]
        var entry = Entry("ꨀꨳꨩ", senses: [first, second])
        entry.homograph = 2
        entry.citation = "ꨀ"
        entry.variants = ["ꨀꨳ", "ꨳꨩ"]
        entry.romanisation = "aia"
        entry.pronunciation = "ʔiaː"
        entry.partOfSpeech = "n"
        entry.source = "b"
        entry.sourceEntry = "b:7"
        entry.concept = "948"
        entry.dialect = "Phan Rang"
        entry.note = "see also"
        entry.status = "checked"
        entry.related = ["ꨆ", "ꨇ"]
        entry.date = "2020"
        #expect(lexicon.entry(0) == entry)
        #expect(entry.glosses(in: "vi") == ["nước", "sông", "mưa"])
        var short = Entry("ꨀ", senses: [Sense(glosses: [Gloss(language: "vi", text: "một")])])
        short.source = "a"
        short.method = .concept
        #expect(lexicon.entry(1) == short)
        #expect(lexicon.entry(2) == nil && lexicon.entry(-1) == nil && lexicon.entry(.max) == nil)
    }

    @Test(arguments: ["aia", "ꨀꨳ", "ꨳꨩ", "ꨀꨳꨩ"])
    func `An entry is found by its variants and its romanisation`(query: String) throws {
        let lexicon = try Sample.lexicon(
            Sample.list(
                ["ꨀꨳꨩ\tnước\tꨀꨳ ; ꨳꨩ\taia"], columns: "headword vi variant romanisation", language: "cjm",
                script: "Cham"))
        let hit = try #require(lexicon.searchHeadwords(query, .exact, limit: 1).first)
        #expect(hit.quality == Quality(.exact, .whole))
        #expect(hit.field == (query == "aia" ? .romanisation : query == "ꨀꨳꨩ" ? .headword : .variant))
    }

    @Test func `The only source declared is the source of every entry that names none`() throws {
        let lexicon = try Sample.lexicon(Sample.list(["êa\tnước"]))
        #expect(lexicon.entry(0)?.source == "sample")
    }

    @Test func `A list has a column for every field`() throws {
        let lexicon = try Sample.lexicon(
            Sample.list(
                [
                    "êa\tnước\tchất lỏng | \tschool\tꨀꨳꨩ ; ꨀ\thttps://a.org/1.ogg\thttps://a.org/1.png\tCC0-1.0\t7\t9"
                ],
                columns:
                    "headword vi definition.vi orthography form.Cham audio picture licence weight frequency"))
        var sense = Sense(glosses: [Gloss(language: "vi", text: "nước")])
        sense.definitions = [Gloss(language: "vi", text: "chất lỏng")]
        let entry = try #require(lexicon.entry(0))
        #expect(entry.senses == [sense])
        #expect(entry.orthography == "school" && entry.licence == "CC0-1.0")
        #expect(entry.scriptForms.map(\.script) == ["Cham", "Cham"])
        #expect(entry.scriptForms.map(\.text) == ["ꨀꨳꨩ", "ꨀ"])
        #expect(entry.audio == ["https://a.org/1.ogg"] && entry.pictures == ["https://a.org/1.png"])
        // The weight that is given goes before the one of a frequency.
        #expect(entry.weight == 7)
        #expect(lexicon.search("chất lỏng", .gloss, limit: 1).count == 1)
    }

    @Test func `A word counted more often never weighs less`() {
        #expect(Entry.weight(frequency: 0) == 0 && Entry.weight(frequency: 1) == 1)
        #expect(Entry.weight(frequency: 1000) == 80 && Entry.weight(frequency: .max) == 255)
        let weights = (0..<70_000).map { Entry.weight(frequency: $0) }
        #expect(zip(weights, weights.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(
            (0..<64).map { Entry.weight(frequency: 1 << $0) } == (0..<64).map { UInt8(clamping: 1 + $0 * 8) })
    }
}
