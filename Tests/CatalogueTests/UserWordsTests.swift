import Bytes
import Catalogue
import Engine
import Files
import TestSupport
import Testing

/// The file of the user's words.
struct UserWordsTests {
    @Test func `Words are saved, and read again`() throws {
        try withScratchFolder { folder in
            let path = "\(folder)/words/rad/telex.words"
            let words = try UserWords(path: path)
            for word in ["êa", "asâo", "êa"] { words.note(word) }
            #expect(try words.save())
            #expect(try !words.save())
            #expect(try UserWords(path: path).all == [.init("êa", count: 2), .init("asâo", count: 1)])
            #expect(try MappedFile(path: path).bytes.array() == Array("words 1\n2 êa\n1 asâo\n".utf8))
        }
    }

    @Test func `Two programs with one file lose nothing of each other's`() throws {
        try withScratchFolder { folder in
            let path = "\(folder)/telex.words"
            let one = try UserWords(path: path)
            let other = try UserWords(path: path)
            one.note("êa")
            other.note("êa")
            other.note("hlăm")
            try one.save()
            try other.save()
            #expect(try UserWords(path: path).all == [.init("êa", count: 2), .init("hlăm", count: 1)])
            #expect(other.count(of: "êa") == 2)
        }
    }

    @Test(arguments: ["", "macros 1\nko = không\n", "\u{0}\u{1}", "words 2\n"])
    func `A file that is something else is refused, and left as it is`(text: String) throws {
        try withScratchFolder { folder in
            let path = "\(folder)/telex.words"
            try replaceFile(at: path, with: Array(text.utf8))
            #expect(throws: UserWordsError.otherFile(path)) { try UserWords(path: path) }
            #expect(try MappedFile(path: path).bytes.array() == Array(text.utf8))
        }
    }

    @Test func `A line that cannot be used costs no other`() {
        let bytes = Array(
            "words 1\n\nêa\n0 a\n-1 b\n99999999999999999999 c\n3 hlăm\n4 two words\n5 \u{7}\n".utf8)
        #expect(WordCounts.words(of: bytes + [0x36, 0x20, 0xFF, 0x0A]) == [.init("hlăm", count: 3)])
    }

    @Test func `The words written least go when there are too many`() throws {
        let words = try UserWords(path: nil)
        let many = (0..<WordCounts.countLimit + 5).map { WordCounts.Word("w\($0)", count: $0 + 1) }
        let kept = WordCounts(many).bounded
        #expect(kept.count == WordCounts.countLimit)
        #expect(kept.count(of: "w4") == 0 && kept.count(of: "w5") == 6)
        try words.add([.init("êa", count: .max), .init("êa", count: 3)])
        #expect(words.count(of: "êa") == .max)
        words.note("êa")
        #expect(words.count(of: "êa") == .max)
        try words.clear()
        #expect(words.all.isEmpty)
    }

    @Test func `Words are found by how they begin, those written most first`() throws {
        let words = try UserWords(path: nil)
        for word in ["nước", "nướng", "nướng", "nướng", "nước", "mưa", "mưa", "nươc"] { words.note(word) }
        #expect(
            words.words(beginningWith: "nướ", least: 1, limit: 9)
                == [.init("nướng", count: 3), .init("nước", count: 2)])
        #expect(words.words(beginningWith: "n", least: 2, limit: 1) == [.init("nướng", count: 3)])
        #expect(words.words(beginningWith: "x", least: 1, limit: 9).isEmpty)
    }
}
