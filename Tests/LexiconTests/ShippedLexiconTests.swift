import Diagnostics
@testable import Lexicon
import LexiconCompiler
import Bytes
import TestSupport
import Testing

/// The shipped lexicons, whole and damaged.
struct ShippedLexiconTests {
    @Test(arguments: Repository.lexiconNames)
    func `A lexicon compiles without a word, and always to the same bytes`(name: String) throws {
        let source = try #require(Repository.lexiconSource(name))
        let (bytes, diagnostics) = LexiconCompiler.compile(source, transform: Repository.transformSource)
        #expect(diagnostics.map { $0.rendered() } == [])
        #expect(bytes == LexiconCompiler.compile(source, transform: Repository.transformSource).bytes)
        let lexicon = try Lexicon(Bytes(try #require(bytes)))
        try lexicon.verify()
        #expect(lexicon.entryCount > 50)
    }

    @Test(arguments: Repository.lexiconNames)
    func `Every entry is found by its forms and by its glosses`(name: String) throws {
        let lexicon = try Repository.lexicon(name)
        for id in 0..<lexicon.entryCount {
            let entry = try #require(lexicon.entry(id))
            let given = [entry.headword] + entry.variants + [entry.romanisation].compactMap { $0 }
            for form in given + entry.transliterations.map(\.text) {
                for match in [Match.exact, .folded, .prefix] {
                    let hit = lexicon.searchHeadwords(form, match, limit: 1000).first { $0.entry == id }
                    if hit?.quality != Quality(.exact, .whole) { Issue.record("\(form) by \(match)") }
                }
                let plain = String(decoding: lexicon.folding.key(form), as: UTF8.self)
                if !lexicon.searchHeadwords(plain, .folded, limit: 1000).contains(where: { $0.entry == id }) {
                    Issue.record("\(form) by \(plain)")
                }
            }
            for gloss in entry.senses.flatMap({ $0.glosses + $0.definitions }) {
                let hits = lexicon.searchGlosses(gloss.text, .exact, in: gloss.language, limit: 1000)
                if hits.first(where: { $0.entry == id })?.quality != Quality(.exact, .whole) {
                    Issue.record("\(entry.headword) by \(gloss.text)")
                }
            }
        }
    }

    @Test func `A gloss that is all of the query comes before one that has its words somewhere`() throws {
        let hmong = LexiconSet([try Repository.lexicon("mww/core")])
        let found = hmong.search("con cho", from: "vi", to: "mww")
        #expect(found.first?.entry.headword == "dev", "con chó, not a gloss with con and cho in it")
    }

    @Test func `Only the Vietnamese of a list of English words was found by concept`() throws {
        let lexicon = try Repository.lexicon("rad/core")
        let entry = try #require(lexicon.entry(0))
        #expect(lexicon.info.method(of: entry, in: "vi") == .concept)
        #expect(lexicon.info.method(of: entry, in: "en") == .direct)
    }

    @Test(arguments: Repository.lexiconNames)
    func `A lexicon cut short at any byte is refused`(name: String) throws {
        let bytes = try Repository.compiledLexicon(name)
        for length in bytes.indices {
            #expect(throws: ContainerError.self) { try Lexicon(Bytes(Array(bytes[..<length]))) }
        }
    }

    @Test(arguments: Repository.lexiconNames)
    func `With any byte changed it is refused or answers somehow`(name: String) throws {
        var bytes = try Repository.compiledLexicon(name)
        let whole = try Lexicon(Bytes(bytes))
        let query = try #require(whole.entry(whole.entryCount / 2)).headword
        for index in bytes.indices {
            let kept = bytes[index]
            bytes[index] ^= UInt8(truncatingIfNeeded: 0x81 >> (index & 7) | 1)
            if let lexicon = try? Lexicon(Bytes(bytes)) {
                _ = lexicon.searchHeadwords(query, .exact, limit: 3)
                _ = lexicon.entry(index % max(1, lexicon.entryCount))
                // The checksum itself is tested with the container; here a part of the bytes will do.
                if index % 64 == 0 { #expect(throws: ContainerError.damaged) { try lexicon.verify() } }
            }
            bytes[index] = kept
        }
    }
}
