import Conversion
import ICU
import Diagnostics
import TestSupport
import Testing

/// RPA and chữ Mông Việt Nam, beside words that others wrote.
struct MongTransformTests {
    static let toVietnam = "mww-Latn/hmv-Latn"
    static let toRPA = "hmv-Latn/mww-Latn"

    private static func converted(_ name: String, _ text: String) throws -> (text: String, doubtful: Int) {
        var converter = TransformConverter(try ShippedTransforms.read(name))
        let output = converter.convertAll(Array(text.utf8))
        return (String(decoding: output, as: UTF8.self), converter.problems[.doubtful]?.count ?? 0)
    }

    @Test(
        arguments: [
            ("NYOB ZOO", "NHOZ JÔNG", 0), ("Nyob Zoo, nyob zoo", "Nhoz Jông, nhoz jông", 0),
            ("NTAWV HMOOB VIAJ NAAB", "NTƠƯR HMÔNGZ VIÊX NANGZ", 0), ("nYob ZOo", "nYob ZOo", 0),
            // White Hmong has one tone where Mông Lềnh has two.
            ("HLUAS lus", "HLUÔK luk", 2), ("ntawd Tod", "ntawd Tod", 2), ("dlev ndlha", "dlev ndlha", 2),
            // Addresses, and names of files.
            ("nyob@zoo.com http://zoo.com/nyob?zoo=1 zoo.txt www.zoo.org", nil, 0),
            ("(nyob.zoo@hmoob.com.vn), zoo.", "(nyob.zoo@hmoob.com.vn), jông.", 0),
            // Vietnamese names, and words with an apostrophe.
            ("Hà Nam; Sơn La, Lai Châu; Điện Biên; Lào Cai", nil, 4), ("VIỆT NAM, xã Tả Van", nil, 1),
            ("tus Hmoob nyob Lai Châu", "tuk Hmôngz nhoz Lai Châu", 2),
            ("K'Ho, M’nông, Cil'a", nil, 0), ("5kg, A4, m2, vitamin", nil, 0),
        ] as [(String, String?, Int)])
    func `Capitals follow, and what is not Mông stays`(text: String, expected: String?, doubtful: Int) throws
    {
        let found = try Self.converted(Self.toVietnam, text)
        #expect(found.text == expected ?? text)
        #expect(found.doubtful == doubtful)
    }

    @Test(
        arguments: [
            ("NHOZ JÔNG", "NYOB ZOO", 0), ("Đros Hmôngz LÊNHX", "Nrog Hmoob LEEJ", 0),
            ("kriê kria gruôs hêik heik", "qhia qhia nquag hais hais", 0),
            ("Hmôngz Lênhl", "Hmoob Leeg", 1), ("đlaz", nil, 1),
            ("jông@uô.vn jông.vn", nil, 0), ("Hà Nam, Sơn La, huyện Mai Sơn; TỈNH LAI CHÂU", nil, 4),
            ("hâur xã, bắc, quỳnh, hnăngr", "hauv xã, bắc, quỳnh, hnăngr", 0),
        ] as [(String, String?, Int)])
    func `The same the other way`(text: String, expected: String?, doubtful: Int) throws {
        let found = try Self.converted(Self.toRPA, text)
        #expect(found.text == expected ?? text)
        #expect(found.doubtful == doubtful)
    }

    /// The syllables of RPA that three lists have.
    private static func syllables() throws -> Set<String> {
        let forms = try #require(Repository.shared("data/wold/cldf/forms.csv"))
        let languages = try #require(Repository.shared("data/wold/cldf/languages.csv"))
        let heard = try #require(Repository.shared("data/wikipron/mww_latn_broad.tsv"))
        let read = try #require(Repository.shared("data/attested-words/mww.tsv"))
        let number = languages.text(0..<languages.bytes.count).split(separator: "\n").first {
            $0.contains(",White Hmong,")
        }?.prefix { $0 != "," }
        var words: [String] = []
        for row in forms.text(0..<forms.bytes.count).split(separator: "\n") {
            let fields = Self.fields(row)
            if fields.count > 5, fields[2] == number ?? "" { words.append(fields[5]) }
        }
        words += heard.text(0..<heard.bytes.count).split(separator: "\n").compactMap {
            $0.split(separator: "\t").first.map(String.init)
        }
        words += read.text(0..<read.bytes.count).split(separator: "\n").dropFirst().compactMap {
            $0.split(separator: "\t").first.map(String.init)
        }
        return Set(words.flatMap { $0.lowercased().split { !(("a"..."z") ~= $0) }.map(String.init) })
    }

    /// The fields of a row of a table with commas, some between quotation marks.
    private static func fields(_ row: Substring) -> [String] {
        var fields = [""]
        var isQuoted = false
        for character in row {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == ",", !isQuoted {
                fields.append("")
            } else {
                fields[fields.count - 1].append(character)
            }
        }
        return fields
    }

    private static let isThere = Repository.shared("data/attested-words/hmv.tsv") != nil

    @Test(.enabled(if: isThere, Repository.isNotShared))
    func `Words of running text become syllables that RPA has, tone by tone`() throws {
        let list = try #require(Repository.shared("data/attested-words/hmv.tsv"))
        let forms = list.text(0..<list.bytes.count).split(separator: "\n").dropFirst().compactMap { row in
            let fields = row.split(separator: "\t", omittingEmptySubsequences: false)
            return fields.count > 2 && fields[2].isEmpty ? String(fields[0]) : nil
        }
        let known = try Self.syllables()
        let converted = try ShippedTransforms.apply(Self.toRPA, to: forms)
        var rows: [Character: (all: Int, found: Int)] = [:]
        for (form, syllable) in zip(forms, converted) {
            let last = form.last ?? " "
            let tone: Character = "zxrvskl".contains(last) ? last : "-"
            rows[tone, default: (0, 0)].all += 1
            if known.contains(syllable) { rows[tone, default: (0, 0)].found += 1 }
        }
        let found = rows.values.reduce(0) { $0 + $1.found }
        let table = rows.sorted { $0.value.all > $1.value.all }.map {
            "\($0.key) \($0.value.found)/\($0.value.all)"
        }
        print(
            "hmv-Latn/mww-Latn: \(found) of \(forms.count) forms are syllables of RPA; \(table.joined(separator: ", "))"
        )
        #expect(forms.count == 511)
        #expect(found == 356)
        // By chance, a quarter to a half is found; each tone is well above that.
        for (tone, row) in rows { #expect(Double(row.found) > 0.55 * Double(row.all), "\(tone)") }
    }

    @Test(.enabled(if: isThere, Repository.isNotShared))
    func `Syllables of RPA become words of running text`() throws {
        let list = try #require(Repository.shared("data/attested-words/hmv.tsv"))
        let forms = Set(
            list.text(0..<list.bytes.count).split(separator: "\n").dropFirst().compactMap {
                $0.split(separator: "\t").first.map(String.init)
            })
        let syllables = try Self.syllables().sorted()
        let converted = try ShippedTransforms.apply(Self.toVietnam, to: syllables)
        let found = converted.filter { forms.contains($0) }.count
        print("mww-Latn/hmv-Latn: \(found) of \(syllables.count) syllables are words of the text read")
        #expect(syllables.count == 1105)
        #expect(found == 318)
    }
}
