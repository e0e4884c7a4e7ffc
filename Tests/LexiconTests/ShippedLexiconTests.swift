import Lexicon
import Storage
import TestSupport
import Testing

/// The shipped lexicons, whole and damaged.
struct ShippedLexiconTests {
    @Test(arguments: Repository.lexiconNames)
    func `Every entry is found by its headword, its variants and its Vietnamese glosses`(name: String) throws
    {
        let lexicon = try Repository.lexicon(name)
        try lexicon.verify()
        #expect(lexicon.entryCount > 50)
        for id in 0..<lexicon.entryCount {
            let entry = try #require(lexicon.entry(id))
            for form in [entry.headword] + entry.variants {
                for match in [Match.exact, .folded, .prefix] {
                    let hits = lexicon.search(form, match, limit: 1000)
                    #expect(hits.contains { $0.entry == id }, "\(name): \(form) by \(match)")
                }
            }
            for gloss in entry.glosses(in: "vi") where gloss.contains(where: \.isLetter) {
                let hits = lexicon.searchGlosses(gloss, .folded, in: "vi", limit: 5000)
                #expect(hits.contains { $0.entry == id }, "\(name): \(entry.headword) by \(gloss)")
            }
        }
    }

    @Test(arguments: Repository.lexiconNames)
    func `A lexicon cut short at any byte is refused`(name: String) throws {
        let bytes = try Repository.compiledLexicon(name)
        for length in bytes.indices {
            #expect(throws: ContainerError.self) { try Lexicon(MappedFile(Array(bytes[..<length]))) }
        }
    }

    @Test(arguments: Repository.lexiconNames)
    func `With any byte changed it is refused or answers somehow`(name: String) throws {
        var bytes = try Repository.compiledLexicon(name)
        let whole = try Lexicon(MappedFile(bytes))
        let query = try #require(whole.entry(whole.entryCount / 2)).headword
        for index in bytes.indices {
            let kept = bytes[index]
            bytes[index] ^= UInt8(truncatingIfNeeded: 0x81 >> (index & 7) | 1)
            if let lexicon = try? Lexicon(MappedFile(bytes)) {
                _ = lexicon.search(query, .exact, limit: 3)
                _ = lexicon.entry(index % max(1, lexicon.entryCount))
                // The checksum itself is tested with the container; here a part of the bytes will do.
                if index % 64 == 0 { #expect(throws: ContainerError.damaged) { try lexicon.verify() } }
            }
            bytes[index] = kept
        }
    }
}
