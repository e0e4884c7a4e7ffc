import Conversion
import Document
import Testing

struct LegacyFontTests {
    @Test(arguments: [
        (".VnTime", TextEncoding.tcvn3, false, "Times New Roman"),
        (".VnTimeH", .tcvn3, true, "Times New Roman"), (".vntime", .tcvn3, false, "Times New Roman"),
        (".VnArial", .tcvn3, false, "Arial"), (".VnArialH", .tcvn3, true, "Arial"),
        (".VnArial NarrowH", .tcvn3, true, "Arial"), (".VnAvantH", .tcvn3, true, "Arial"),
        (".VnCourier New", .tcvn3, false, "Courier New"),
        ("VNI-Times", .vniWindows, false, "Times New Roman"),
        ("VNI-Helve", .vniWindows, false, "Arial"), ("VNI-Helve-Condense", .vniWindows, false, "Arial"),
        ("vni-couri", .vniWindows, false, "Courier New"), ("VI Times", .viscii, false, "Times New Roman"),
        (".VnTimeH;Times New Roman", .tcvn3, true, "Times New Roman"),
        (" .VnArialH ; Arial", .tcvn3, true, "Arial"),
        ("VNI-Helve;Arial", .vniWindows, false, "Arial"), ("VI Arial H;Arial", .viscii, true, "Arial"),
        ("VI Times H", .viscii, true, "Times New Roman"), ("VI Arial Hoa", .viscii, true, "Arial"),
    ])
    func `The name of a font shows its encoding`(
        _ name: String, _ encoding: TextEncoding, _ isCapitals: Bool, _ replacement: String
    ) throws {
        let font = try #require(LegacyFont(name: name))
        #expect(font.encoding == encoding)
        #expect(font.isCapitals == isCapitals)
        #expect(font.replacement == replacement)
    }

    @Test(arguments: [
        "Times New Roman", "", "Vni", "VNTime", "Vivaldi", "Viner Hand ITC", "VPS Times", "Arial;.VnTime",
        ";.VnTime",
    ])
    func `Other fonts are not touched`(_ name: String) { #expect(LegacyFont(name: name) == nil) }

    @Test func `The replacement of a font is not such a font`() throws {
        for name in [".VnTime", ".VnArialH", "VNI-Couri", "VI Times"] {
            let font = try #require(LegacyFont(name: name))
            #expect(LegacyFont(name: font.replacement) == nil)
        }
    }
}
