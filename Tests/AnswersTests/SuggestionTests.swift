@testable import Answers
import Lexicon
import TestSupport
import Testing

/// What is suggested for slips, by the shipped lexicons.
struct SuggestionTests {
    /// All shipped lexicons.
    private static let lexicons = Result {
        NamedLexicons(try Repository.lexiconNames.map { ($0, try Repository.lexicon($0)) })
    }

    @Test func `The word meant is the first that is suggested`() throws {
        let lexicons = try Self.lexicons.get()
        for line in Self.slips.split(separator: "\n") {
            let cells = line.split(separator: "|").map { cell in
                cell.split(separator: " ").joined(separator: " ")
            }
            let near = lexicons.suggestions(Question(cells[1], from: cells[0]))
            if near.words.first != cells[2] { Issue.record("\(line): \(near.words)") }
        }
    }

    @Test(
        arguments: [
            ("châu", .confusion("ch", "tr")), ("mủi", .confusion("hỏi", "ngã")),
            ("dun", .confusion("d", "gi")),
            ("thịc", .confusion("c", "t")), ("riệu", .confusion("iêu", "ươu")),
            ("vịch", .confusion("ich", "it")),
            ("đât", nil), ("chmi", nil), ("xửa", nil),
        ] as [(String, Suggestion.Cause?)])
    func `What was confused is named when it is all that differs`(_ query: String, _ cause: Suggestion.Cause?)
        throws
    {
        let near = try Self.lexicons.get().suggestions(Question(query, from: "vi"))
        let first = try #require(near.all.first)
        #expect(first.cause == cause)
    }

    @Test(arguments: ["zzzzzz", "qxw", "hhh", "đđđ", "ꪀ", "?", "", " ", "1975", "tsktsktsk"])
    func `A word that is far from all others gets none`(_ query: String) throws {
        let near = try Self.lexicons.get().suggestions(Question(query, from: "vi"))
        #expect(near.words == [])
    }

    @Test func `Keys left in the text come first and alone`() throws {
        let lexicons = try Self.lexicons.get()
        func suggested(_ query: String, _ retyped: String) -> [Suggestion] {
            lexicons.suggestions(Question(query, from: "vi")) { _ in [Retyped(retyped, by: "Telex")] }.all
        }
        #expect(suggested("nuowcs", "nước").map { $0.word } == ["nước"])
        #expect(suggested("nuowcs", "nước").first?.cause == .typing("Telex"))
        #expect(
            suggested("con traau", "con trâu").map { $0.word } == ["con trâu"], "each of its words is known")
        #expect(suggested("xqqs", "xqq́").allSatisfy { $0.cause != .typing("Telex") }, "no such word")
        var wasAsked = false
        _ = lexicons.suggestions(Question("nướcs", from: "vi")) { _ in
            wasAsked = true
            return []
        }
        #expect(!wasAsked, "letters with marks were not typed as keys")
    }

    @Test(arguments: [
        ("châu", ["châu: trâu"]), ("chời", ["chời: trời"]), ("nghỉ nghơi", ["nghỉ nghơi: nghỉ ngơi"]),
        ("trâu", []),
        ("nước", []), ("uống nước", []), ("chau", []), ("tục", []),
    ])
    func `A word that sounds alike stands beside an answer that is not sure`(
        _ query: String, _ words: [String]
    )
        throws
    {
        let lexicons = try Self.lexicons.get()
        let question = Question(query, from: "vi")
        let alike = lexicons.soundingLike(question, besides: lexicons.answer(question))
        #expect(alike.map { "\($0.asked): \($0.suggestion.word)" } == words)
    }

    /// Entries of the shipped lexicons, with what no entry without a coarse sense has.
    private static func coarseForms() throws -> (all: [String], only: Set<String>) {
        var coarse: Set<String> = []
        var others: Set<String> = []
        for lexicon in try lexicons.get().set.lexicons {
            for entry in (0..<lexicon.entryCount).compactMap(lexicon.entry) {
                let forms = [entry.headword] + entry.variants
                if entry.isCoarse { coarse.formUnion(forms) } else { others.formUnion(forms) }
                for sense in entry.senses {
                    let pieces = sense.glosses.flatMap { GlossPieces($0.text).pieces }
                        .map { $0.joined(separator: " ") }
                    if sense.isCoarse { coarse.formUnion(pieces) } else { others.formUnion(pieces) }
                }
            }
        }
        return (coarse.sorted(), coarse.subtracting(others))
    }

    @Test func `No coarse word is suggested for any slip`() throws {
        let lexicons = try Self.lexicons.get()
        let coarse = try Self.coarseForms()
        #expect(coarse.only.count > 30)
        var random = SeededGenerator(15)
        for form in coarse.all + ["hòn đá", "hòn"] {
            for _ in 0..<3 {
                var letters = Array(form)
                let place = Int.random(in: 0..<letters.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: letters.remove(at: place)
                case 1: letters.insert(letters[place], at: place)
                case 2: letters.swapAt(place, max(0, place - 1))
                default: letters[place] = Array("aàảãáạeêioôơuưncdđ").randomElement(using: &random) ?? "a"
                }
                let near = lexicons.suggestions(Question(String(letters)))
                let found = near.words.filter(coarse.only.contains)
                if !found.isEmpty { Issue.record("\(String(letters)): \(found)") }
            }
        }
    }

    @Test func `A coarse word is found by those who ask for it`() throws {
        let found = try Self.lexicons.get().answer(Question("hòn dái", from: "vi")).results
        #expect(found.map { $0.entry.headword } == ["noob-qes"])
        #expect(found.allSatisfy { $0.isCoarse })
    }

    @Test(arguments: ["dải", "hòn", "âm hổ", "di", "am ho"])
    func `What has other accents or is longer is not coarse, unless it is all there is`(_ query: String)
        throws
    {
        let results = try Self.lexicons.get().answer(Question(query, from: "vi", limit: 500)).results
        let coarse = results.filter { $0.isCoarse }
        if query == "am ho" {
            #expect(coarse.count == results.count && !coarse.isEmpty)
        } else {
            #expect(coarse.isEmpty, "\(coarse.map { $0.entry.headword })")
        }
    }

    @Test func `Each line of the table of confusions is read`() {
        #expect(Confusion.all.count == Confusion.table.split(separator: "\n").count)
        for confusion in Confusion.all {
            let isSpelled = confusion.spellings.allSatisfy { !$0.isEmpty }
            #expect(confusion.spellings.count > 1 && isSpelled)
            #expect(confusion.weight > 0 && confusion.weight < SlipWeight.missing)
        }
    }

    @Test(arguments: [
        ("chời", "trời", 2), ("mủi", "mũi", 1), ("nghà", "ngà", 1), ("dì", "gì", 2), ("giữ", "dữ", 2),
        ("chó", "khó", 10), ("lợn", "lớn", 2), ("qui", "quy", 1), ("mai", "may", 10), ("cuốc", "quốc", 1),
        ("con chó", "conchó", 2), ("asau", "asâu", 0), ("ásau", "ásâu", 3), ("ƀuôn", "buôn", 3), ("", "", 0),
    ])
    func `The distance is the least sum of slips`(_ typed: String, _ meant: String, _ weight: Int) throws {
        let lexicon = try Repository.lexicon("rad/core")
        let distance = SlipDistance(from: SlipLetters(typed, in: lexicon))
        #expect(distance.to(SlipLetters(meant, in: lexicon)).weight == weight)
    }

    @Test func `Letters composed or not are equal`() throws {
        let lexicon = try Repository.lexicon("rad/core")
        for (word, other) in [("nước", "nu\u{31B}\u{301}o\u{31B}c"), ("đất", "đa\u{302}\u{301}t")] {
            let distance = SlipDistance(from: SlipLetters(word, in: lexicon))
            #expect(distance.to(SlipLetters(other, in: lexicon)).weight == 0)
        }
    }

    /// The language of the query, a slip, and what is meant.
    static let slips = """
        vi | mủi | mũi
        vi | sửa | sữa
        vi | ngả | ngã
        vi | củ | cũ
        vi | gải | gãi
        vi | dể | dễ
        vi | bẩy | bẫy
        vi | ngũ | ngủ
        vi | lổ | lỗ
        vi | chẽ | chẻ
        vi | nươc | nước
        vi | đât | đất
        vi | xông | sông
        vi | xâu | sâu
        vi | xao | sao
        vi | sanh | xanh
        vi | xợ | sợ
        vi | xừng | sừng
        vi | xống | sống
        vi | châu | trâu
        vi | trân | chân
        vi | tró | chó
        vi | chứng | trứng
        vi | trim | chim
        vi | chăng | trăng
        vi | chời | trời
        vi | trết | chết
        vi | trạy | chạy
        vi | chắng | trắng
        vi | nợn | lợn
        vi | lúi | núi
        vi | nưỡi | lưỡi
        vi | lăm | năm
        vi | nưng | lưng
        vi | nạnh | lạnh
        vi | lóng | nóng
        vi | dó | gió
        vi | dường | giường
        vi | dun | giun
        vi | dắn | rắn
        vi | dộng | rộng
        vi | giăng | răng
        vi | dấy | giấy
        vi | giây | dây
        vi | dàng | vàng
        vi | dai | dài
        vi | kì nhông | kỳ nhông
        vi | hi vọng | hy vọng
        vi | vật lí học | vật lý học
        vi | gế | ghế
        vi | gét | ghét
        vi | ghan | gan
        vi | nge | nghe
        vi | ngĩ | nghĩ
        vi | nghủ | ngủ
        vi | ngèo | nghèo
        vi | nghày | ngày
        vi | ngìn | nghìn
        vi | ciến | kiến
        vi | kầu vồng | cầu vồng
        vi | ká | cá
        vi | kon | con
        vi | cim | kim
        vi | kây | cây
        vi | cuần | quần
        vi | gang | gan
        vi | mặc trời | mặt trời
        vi | thịc | thịt
        vi | ruộc | ruột
        vi | chuộc | chuột
        vi | biếc | biết
        vi | vịch | vịt
        vi | nhệng | nhện
        vi | riệu | rượu
        vi | cìu | cừu
        vi | trứg | trứng
        vi | khôg | không
        vi | chm | chim
        vi | dây thừn | dây thừng
        vi | mưaa | mưa
        vi | lửaa | lửa
        vi | chimm | chim
        vi | vịr | vịt
        vi | lợm | lợn
        vi | ngựs | ngựa
        vi | chmi | chim
        vi | mặt tời | mặt trời
        vi | cầu vòng | cầu vồng
        vi | xương mù | sương mù
        vi | đầu gói | đầu gối
        vi | buổi xáng | buổi sáng
        vi | tuyệt dời | tuyệt vời
        vi | chăm xóc | chăm sóc
        vi | nghỉ nghơi | nghỉ ngơi
        vi | xạch sẽ | sạch sẽ
        vi | chính sác | chính xác
        vi | dúp đỡ | giúp đỡ
        vi | dải thích | giải thích
        vi | nguy hiễm | nguy hiểm
        vi | nười biếng | lười biếng
        vi | bao dờ | bao giờ
        vi | hòn đá | hòn đảo
        vi | fong tục | phong tục
        rad | asâu | asâo
        rad | ksau | ksâo
        rad | akann | akan
        rad | aduung | adŭng
        rad | čimm | čĭm
        rad | apuii | apui
        jra | ƀlâo | blâo
        jra | chĭm | chim
        bdq | tơdrog | tơdrong
        bdq | đaak | đak
        mww | npauj npaim | npuj-npaim
        mww | dejj | dej
        km | ទិក | ទឹក
        km | ឆ្កេ | ឆ្កែ
        km | ផ្ទៈ | ផ្ទះ
        en | watter | water
        en | elefant | elephant
        en | freind | friend
        en | monkye | monkey
        en | buterfly | butterfly
        en | moutain | mountain
        """
}
