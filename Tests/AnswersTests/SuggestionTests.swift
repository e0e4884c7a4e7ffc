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

    @Test func `dump`() throws {
        let lexicons = try Self.lexicons.get()
        for line in Self.slips.split(separator: "\n") {
            let words = line.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmingPrefix(while: { $0 == " " }) }
            let cells = words.map { String($0.reversed().drop { $0 == " " }.reversed()) }
            let near = lexicons.suggestions(Question(cells[1], from: cells[0]))
            let mark = near.words.first == cells[2] ? "ok " : "BAD"
            print(mark, cells[0], cells[1], "→", cells[2], ":", near.all.map { "\($0.word) \($0.cause.map { "\($0)" } ?? "")" })
        }
        let clock = ContinuousClock()
        for query in ["nghành", "hòn đá", "anka", "lo", "chăm xóc", "buổi xáng", "mặc trời"] {
            for from in ["vi", nil] {
                var old: Duration = .zero, new: Duration = .zero
                for _ in 0..<3 {
                    old += clock.measure {
                        _ = lexicons.set.search(query, .fuzzy, from: from, limit: 20)
                        for match in [Match.folded, .prefix, .gloss, .text] { _ = lexicons.set.search(query, match, from: from, limit: 1) }
                    }
                    new += clock.measure { _ = lexicons.suggestions(Question(query, from: from)) }
                }
                print("TIME", query, from ?? "-", old, new, new / old, Respellings(SlipLetters(query, in: lexicons.set.lexicons[0])).texts.count)
            }
        }
    }

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
        vi | lạn | lạnh
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
        lo | ນໍາ | ນ້ຳ
        en | watter | water
        en | freind | friend
        en | monkye | monkey
        en | buterfly | butterfly
        en | moutain | mountain
        """
}
