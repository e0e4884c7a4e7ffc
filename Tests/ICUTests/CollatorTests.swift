import ICU
import Testing

struct CollatorTests {
    static func sorted(_ words: [String], _ collator: Collator) -> [String] {
        words.sorted { collator.key($0).lexicographicallyPrecedes(collator.key($1)) }
    }

    @Test func `Vietnamese has its letters and its order of tones`() throws {
        let order = try #require(Collator(language: "vi", levels: .capitals))
        // The order of tones in dictionaries: Vũ Xuân Lương, Quy tắc sắp xếp đơn vị từ vựng trong từ điển tiếng Việt.
        let words = ["a", "A", "à", "ả", "ã", "á", "ạ", "an", "ă", "ằ", "ặ", "â", "b", "d", "đ", "e"]
        #expect(Self.sorted(words.reversed(), order) == words)
    }

    @Test func `Rules are added to those of the language`() throws {
        let order = try #require(Collator(language: "vi", rules: "&n<ng<nh", levels: .letters))
        #expect(
            Self.sorted(["ơ", "nhang", "ô", "ngang", "nun"], order) == ["nun", "ngang", "nhang", "ô", "ơ"])
    }

    @Test func `Rules that cannot be read give nothing`() {
        #expect(Collator(language: "vi", rules: "&&", levels: .marks) == nil)
        #expect(Collator(language: "", levels: .marks) == nil)
        #expect(Collator(language: "\u{7F}", levels: .marks) == nil)
    }

    @Test func `NFC and NFD have the same key, and no byte of a key is 0`() throws {
        let order = try #require(Collator(language: "vi", levels: .capitals))
        for word in ["nước", "ê̆", "ậ", "Đường", "ꪀꪳꪀ", "ខ្មែរ", String(repeating: "ữ", count: 4_000)] {
            #expect(order.key(word.normalized(.nfc)) == order.key(word.normalized(.nfd)))
            #expect(!order.key(word).contains(0) && !order.key(word).isEmpty)
        }
    }

    @Test(arguments: [
        ("vi", true), ("km", true), ("km-KH", true), ("lo", true), ("en", true), ("rad", false),
        ("blt-Tavt", false), ("tyz", false),
    ])
    func `It is known which languages ICU sorts`(language: String, isKnown: Bool) {
        #expect(Collator.knows(language) == isKnown)
    }
}
