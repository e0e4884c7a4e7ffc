import Diagnostics
import Languages

// Names of peoples and languages.

extension Wording {
    static func noSuchLanguage(_ name: String, near: String?) -> Wording {
        if let near {
            return Wording(
                "no language is called '\(name)'; did you mean '\(near)'?",
                "không có ngôn ngữ nào tên '\(name)'; có phải '\(near)' không?")
        }
        return Wording(
            "no language is called '\(name)'; 'chu list languages' lists them",
            "không có ngôn ngữ nào tên '\(name)'; xem danh sách bằng 'chu list languages'")
    }

    static func severalLanguages(_ name: String, _ tags: [String]) -> Wording {
        let languages = tags.map { tag in (tag, Languages.named(tag).first) }
        let english = languages.map { tag, language in language.map { "\(tag) (\($0.english))" } ?? tag }
        let vietnamese = languages.map { tag, language in language.map { "\(tag) (\($0.vietnamese))" } ?? tag
        }
        return Wording(
            "'\(name)' is the name of several languages: \(english.joined(separator: ", ")); give one of these tags",
            "'\(name)' là tên của nhiều ngôn ngữ: \(vietnamese.joined(separator: ", ")); hãy nêu một trong các mã này"
        )
    }

    static func languageWithoutCode(_ people: People) -> Wording {
        Wording(
            "the language of the \(people.english) has no code in ISO 639-3, and there are no data in it",
            "ngôn ngữ của người \(people.vietnamese) chưa có mã trong ISO 639-3, và ở đây chưa có dữ liệu")
    }

    static func severalKeymaps(_ name: String, _ keymaps: [String]) -> Wording {
        let names = keymaps.joined(separator: ", ")
        return Wording(
            "'\(name)' has several keymaps: \(names); give one of them",
            "'\(name)' có nhiều kiểu gõ: \(names); hãy nêu một kiểu")
    }

    /// That a word which was looked up is a people of Vietnam and its languages too; nil when it is not.
    ///
    /// Such names are written with a capital, so that words cost nothing.
    static func nameOfPeople(_ query: String) -> Wording? {
        guard let first = query.unicodeScalars.first, first.properties.isUppercase,
            let people = Languages.people(query, isSpelled: true), people.number != nil
        else { return nil }
        let tags = people.languages.map(\.tag).joined(separator: ", ")
        let codes = tags.isEmpty ? "" : " (\(tags))"
        return Wording(
            "'\(query)' is also a people of Vietnam and its language: \(people.english)\(codes)",
            "'\(query)' còn là tên một dân tộc ở Việt Nam và tiếng nói của dân tộc ấy: \(people.vietnamese)\(codes)"
        )
    }

    static func nothingInLanguage(_ name: String) -> Wording {
        Wording("nothing is installed for '\(name)'", "chưa cài gì cho '\(name)'")
    }

    static let languageColumns = Wording(
        "PEOPLE|LANGUAGE|TAG|SCRIPTS|KEYMAPS|LEXICONS", "DÂN TỘC|NGÔN NGỮ|MÃ|CHỮ|KIỂU GÕ|TỪ ĐIỂN")
}
