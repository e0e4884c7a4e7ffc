import Text
import Testing

@testable import Languages

/// Which language a name means.
struct LanguagesTests {
    @Test(arguments: [
        // Every usual spelling.
        ("Ê Đê", ["rad"]), ("Ê-đê", ["rad"]), ("Êđê", ["rad"]), ("ê đê", ["rad"]), ("Ede", ["rad"]),
        ("ede", ["rad"]), ("rade", ["rad"]), ("Rhade", ["rad"]), ("Ra-đê", ["rad"]),
        ("E\u{302} Đe\u{302}", ["rad"]),
        ("Xơ-đăng", ["sed"]), ("xo dang", ["sed"]), ("Sedang", ["sed"]), ("Xê Đăng", ["sed"]),
        ("Gia-rai", ["jra"]), ("Jrai", ["jra"]), ("Jơrai", ["jra"]), ("K'Ho", ["kpm"]), ("K’ho", ["kpm"]),
        ("Cơ-ho", ["kpm"]), ("Koho", ["kpm"]), ("Ba Na", ["bdq"]), ("Bahnar", ["bdq"]), ("bana", ["bdq"]),
        ("X'Tiêng", ["sti", "stt"]), ("Stiêng", ["sti", "stt"]), ("tày", ["tyz"]), ("tay", ["tyz"]),
        ("TÀY", ["tyz"]),
        ("Bru - Vân Kiều", ["bru"]), ("Vân Kiều", ["bru"]), ("Bru", ["bru"]), ("Thái Đen", ["blt"]),
        ("Tai Dam", ["blt"]),
        ("thai den", ["blt"]), ("ꞌTáy Ðăm", ["blt"]), ("Khơ-me", ["km"]), ("Khmer", ["km"]),
        ("Kh’mer", ["km"]),
        ("ខ្មែរ", ["km"]), ("ລາວ", ["lo"]), ("ꪼꪕꪒꪾ", ["blt"]), ("ꨌꩌ", ["cjm"]), ("Co", ["cua"]), ("Cor", ["cua"]),
        ("Pa Cô", ["pac"]), ("Pa-co", ["pac"]), ("Tà Ôi", ["tth"]), ("Ta-ôi", ["tth"]), ("Lô-lô", ["nty"]),
        ("Lo-Lo", ["nty"]), ("Lolo", ["nty"]), ("Lự", ["khb"]), ("Tai Lue", ["khb"]), ("Mạ", ["cma"]),
        ("Việt", ["vi"]),
        ("Kinh", ["vi"]), ("Vietnamese", ["vi"]), ("English", ["en"]), ("Nuosu", ["iii"]),
        // With a word before or after.
        ("tiếng Ê Đê", ["rad"]), ("người Lào", ["lo"]), ("tieng viet", ["vi"]), ("dân tộc Mường", ["mtq"]),
        ("Ede language", ["rad"]),
        // Codes of two and three letters, and tags.
        ("rad", ["rad"]), ("RAD", ["rad"]), ("vie", ["vi"]), ("vi", ["vi"]), ("khm", ["km"]), ("lao", ["lo"]),
        ("ii", ["iii"]), ("blt-Tavt", ["blt"]), ("vie-Latn", ["vi"]), ("vi-VN", ["vi"]),
        // What the language is called comes before the people, that before others.
        ("Thổ", ["tou"]), ("Lào", ["lo"]), ("Lao", ["lo"]), ("Chứt", ["scb"]), ("Giáy", ["pcc"]),
        ("Bố Y", ["pcc"]),
        ("Bouyei", ["pcc"]), ("Ngái", ["hak"]), ("Khách Gia", ["hak"]), ("Cao Lan", ["mlc"]),
        ("Sán Chay", ["mlc"]),
        // Another accent is better than nothing.
        ("Lão", ["lo"]), ("Tây", ["tyz"]),
        // Several languages.
        ("Mông", ["hmv", "hmf", "mww", "hnj", "hmz", "neo"]),
        ("H'Mông", ["hmv", "hmf", "mww", "hnj", "hmz", "neo"]),
        ("Mèo", ["hmv", "hmf", "mww", "hnj", "hmz", "neo"]),
        ("Hmong", ["hmv", "hmf", "mww", "hnj", "hmz", "neo"]),
        ("Chăm", ["cjm", "cja", "hro"]), ("Thái", ["blt", "twh", "tyr", "tyj", "tmm"]),
        ("Dao", ["ium", "mji"]),
        ("Mnông", ["cmo", "mng", "mnn"]), ("M'Nông", ["cmo", "mng", "mnn"]),
        ("Ra Glai", ["rog", "rgs", "roc"]),
        ("La Hủ", ["lhu", "lhi", "lkc"]), ("lahu", ["lhu"]), ("Hoa", ["yue", "nan", "cmn", "hak"]),
        ("Xá Lá Vàng", ["tou", "hnu", "scb", "aem", "pkt", "zng"]),
        // Nothing: a people whose language has no code, other languages and their codes, no name at all.
        ("Sán Dìu", []), ("de", []), ("co", []), ("chu", []), ("mon", []), ("fr", []), ("zz-bogus", []),
        ("Klingon", []),
        ("", []), (" ", []), ("-", []), ("tiếng ", []), ("người người", []), ("\0", []),
    ])
    func `A name means its languages`(_ name: String, _ tags: [String]) {
        #expect(Languages.named(name).map(\.tag) == tags)
    }

    @Test(arguments: [
        ("Ê Đe1", "Ê Đê"), ("Xơ Đăngg", "Xơ Đăng"), ("Bahnarr", "Bahnar"), ("Vietnamse", "Vietnamese"),
    ])
    func `A near name is suggested`(_ name: String, _ meant: String) {
        #expect(Languages.named(name).isEmpty)
        #expect(Languages.closest(to: name) == meant)
    }

    @Test(arguments: ["", "zzzzzzzz", "zz-bogus", String(repeating: "a", count: 10_000)])
    func `Nothing is suggested for what is like no name`(_ name: String) {
        #expect(Languages.closest(to: name) == nil)
    }

    @Test func `No text is too odd or too long`() {
        for text in [
            String(repeating: "người ", count: 200_000), String(repeating: "-", count: 1_000_000),
            "\u{302}\u{302}",
            String(repeating: "Ê Đê ", count: 100_000), "người \u{302}", "\u{10FFFF}", "ê\u{200B}đê\r\n",
        ] {
            #expect(Languages.people(text)?.vietnamese == (text.hasPrefix("ê\u{200B}") ? "Ê Đê" : nil))
            #expect(Languages.tags(text).count == (text.hasPrefix("ê\u{200B}") ? 1 : 0))
        }
        // Any letters, some of which are names.
        let letters = Array("aăâbcdđeêghiklmnoôơpqrstuưvxyAĐÊMN -'’.\u{302}\u{323}ខក")
        var state: UInt64 = 1
        for _ in 0..<20_000 {
            var text = ""
            for _ in 0..<Int(state % 9) {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text.append(letters[Int(state >> 33) % letters.count])
            }
            state = state &* 6_364_136_223_846_793_005 &+ 1
            let named = Languages.named(text)
            #expect(Set(named.map(\.tag)).count == named.count)
        }
    }

    @Test(arguments: [
        ("vie-latn", "vi-Latn"), ("khm", "km"), ("RAD", "rad"), ("blt-Tavt", "blt-Tavt"), ("fr", "fr"),
        ("ii-yiii", "iii-Yiii"),
    ])
    func `A tag becomes that of the project`(_ text: String, _ expected: String) throws {
        #expect(Languages.canonical(try #require(LanguageTag(text))) == expected)
    }

    @Test(arguments: [
        ("Mnông", ["cmo", "mng", "mnn"]), ("vie-latn", ["vi-Latn"]), ("blt-latn", ["blt-Latn"]),
        ("km-KH", ["km-KH"]),
        ("Gia-Rai", ["jra"]), ("Lo-Lo", ["nty"]), ("zz-bogus", []), ("fr-CA", []), ("Sán Dìu", []), ("", []),
    ])
    func `A name or a tag means tags`(_ text: String, _ tags: [String]) {
        #expect(Languages.tags(text) == tags)
    }

    @Test func `A people is found by its names`() {
        #expect(Languages.people("Ê-đê", isSpelled: true)?.number == 12)
        #expect(Languages.people("Hòa", isSpelled: true)?.vietnamese == nil)
        #expect(Languages.people("Hòa")?.vietnamese == "Hoa")
        #expect(Languages.people("Sán Dìu")?.number == 18)
        #expect(Languages.people("Mèo")?.vietnamese == "Mông")
        #expect(Languages.people("Bih")?.vietnamese == "Ê Đê")
        #expect(Languages.people("Xá Lá Vàng")?.vietnamese == nil)
        #expect(Languages.people("nước")?.vietnamese == nil)
    }
}
