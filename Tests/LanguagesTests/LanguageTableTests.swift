import Foundation
import Text
import Testing

@testable import Languages

/// The table of names, line by line.
struct LanguageTableTests {
    private var languages: [Language] { Languages.peoples.flatMap(\.languages) }

    @Test func `All 54 groups are there, in the order of the list`() {
        #expect(Languages.peoples.compactMap(\.number) == Array(1...54))
        let without = Languages.peoples.filter(\.languages.isEmpty).map(\.vietnamese)
        #expect(without == ["Sán Dìu"])
    }

    @Test func `Every line is read`() {
        let lines = LanguageTable.text.split(separator: "\n")
        #expect(lines.count { $0.hasPrefix("people ") } == Languages.peoples.count)
        #expect(lines.count { $0.hasPrefix("  language ") } == languages.count)
        let given = lines.filter { $0.hasPrefix("  ") && !$0.hasPrefix("  language ") }
            .flatMap { $0.drop { $0 == " " }.dropFirst(2).split(separator: ", ").map(String.init) }
        let read = Languages.peoples.flatMap { $0.names + $0.languages.flatMap(\.names) }.map(\.text)
        #expect(given.sorted() == read.sorted())
    }

    @Test func `What cannot be read is left out`() {
        let text = """
            S nobody
            people
            people 1
            people x A = B
            language
            S
            S a,, b
            S  c
            Q d
            words
            language rad
            language rad Latn
            language  - X = Y
            """
        let peoples = LanguageTableReader.peoples(text)
        #expect(peoples.map(\.vietnamese) == ["A"])
        #expect(peoples.first?.number == nil)
        #expect(peoples.first?.names.map(\.text) == ["a", "b", "c"])
        #expect(LanguageTableReader.peoples("").isEmpty)
    }

    @Test func `Every Vietnamese name of a language has a source`() {
        for people in Languages.peoples {
            for language in people.languages {
                let sourced =
                    [people.vietnamese, language.english] + (people.names + language.names).map(\.text)
                #expect(sourced.contains(language.vietnamese), "\(language.tag): \(language.vietnamese)")
            }
        }
    }

    @Test func `Tags and scripts have their forms`() {
        for language in languages {
            #expect(LanguageTag(language.tag)?.text == language.tag)
            for script in language.scripts {
                #expect(LanguageTag("\(language.tag)-\(script)")?.script == script)
            }
        }
    }

    @Test func `No name is given twice to one thing`() {
        for people in Languages.peoples {
            for names in [people.names] + people.languages.map(\.names) {
                let all = names.filter { $0.source != .cldr }.map(\.text)
                #expect(Set(all).count == all.count, "\(people.vietnamese): \(all)")
            }
        }
    }

    /// Codes and English names, where the list of ISO 639-3 is installed (the Debian package iso-codes).
    @Test(.enabled(if: LanguageTableTests.codes != nil, "iso-codes is not installed"))
    func `Codes and English names are those of ISO 639-3`() throws {
        let codes = try #require(Self.codes)
        for language in languages {
            let all = [language.tag] + language.codes.filter { $0 != "zh" }
            for code in all {
                let entry = codes.first { $0.alpha3 == code || $0.alpha2 == code }
                #expect(entry?.name == language.english, "\(code)")
            }
        }
    }

    private struct Code: Decodable {
        var alpha2: String?
        var alpha3: String
        var name: String

        enum CodingKeys: String, CodingKey {
            case alpha2 = "alpha_2"
            case alpha3 = "alpha_3"
            case name
        }
    }

    private static let codes: [Code]? = {
        guard let data = FileManager.default.contents(atPath: "/usr/share/iso-codes/json/iso_639-3.json")
        else { return nil }
        return (try? JSONDecoder().decode([String: [Code]].self, from: data))?["639-3"]
    }()
}
