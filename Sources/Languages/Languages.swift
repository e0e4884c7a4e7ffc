public import Text

/// The peoples of Vietnam, their languages, and the one answer to which language a name means.
///
///     Languages.named("Ê-đê").map(\.tag)   // ["rad"]
///     Languages.named("rhade").map(\.tag)  // ["rad"]
///     Languages.named("Chăm").map(\.tag)   // ["cjm", "cja", "hro"]
///     Languages.closest(to: "Ê Đe")        // "Ê Đê"
///
/// The table is read when it is first asked; a program that is given plain tags never does.
public enum Languages {
    /// The 54 groups in the order of their numbers, then languages from elsewhere.
    ///
    /// The languages of the data and of their glosses are among them.
    public static let peoples: [People] = LanguageTableReader.peoples(LanguageTable.text)

    /// The languages that `name` means: one, or several for the name of a people with several languages; none when
    /// nothing is called so.
    ///
    /// A name is an ISO 639 code, a tag, or a name or spelling in Vietnamese, English or the language itself, with or
    /// without «tiếng» or «người» before it. Case, blanks, hyphens and apostrophes do not matter. An accent that is
    /// written is meant: names without it are considered only when none has it. What a language itself is called comes
    /// before what its people is called, and both before other names. Two letters without a capital are a code and no
    /// name, because `de` is German; three can be a name only of a people or language itself.
    ///
    ///     Languages.named("vie").first?.tag  // "vi"
    ///     Languages.named("Lào").first?.tag  // "lo"
    ///     Languages.named("mèo").map(\.tag)  // ["hmv", "hmf", "mww", "hnj", "hmz", "neo"]
    ///
    /// - Complexity: O(*names*) when first asked, O(*n*) afterwards.
    public static func named(_ name: String) -> [Language] {
        // A hyphen stands in names too: Lo-Lo is not the Lao of a country LO.
        let tag = LanguageTag(name)
        if let tag, !name.utf8.contains(0x2D), let language = index.codes[tag.text] { return [language] }
        if let places = meant(name) { return languages(places) }
        return tag.flatMap { index.codes[$0.text.primarySubtag] }.map { [$0] } ?? []
    }

    /// The tags that `text` means: of the languages that are called so, or the tag that it is, as this project writes it.
    ///
    ///     Languages.tags("Mnông")      // ["cmo", "mng", "mnn"]
    ///     Languages.tags("vie-latn")   // ["vi-Latn"]
    ///     Languages.tags("Klingon")    // []
    public static func tags(_ text: String) -> [String] {
        if text.utf8.contains(0x2D), let tag = LanguageTag(text), meant(text) == nil {
            return index.codes[tag.text.primarySubtag] == nil ? [] : [canonical(tag)]
        }
        return named(text).map(\.tag)
    }

    /// The people that is called `name`; nil when none is, or when several are.
    ///
    ///     Languages.people("Sán Dìu")?.languages.count  // 0: its language has no code
    ///
    /// - Parameters:
    ///   - name: A name, as ``named(_:)`` reads it.
    ///   - isSpelled: Whether its accents must be those of the name.
    public static func people(_ name: String, isSpelled: Bool = false) -> People? {
        guard
            let places = isSpelled ? best(index.exact[NameKey(name).text], to: .otherOfPeople) : meant(name),
            let first = places.first, places.allSatisfy({ $0.people == first.people })
        else { return nil }
        return peoples[first.people]
    }

    /// The tag as this project writes it: `vi-Latn` for `vie-Latn`.
    ///
    /// A tag of a language that the table does not have comes back as it is.
    public static func canonical(_ tag: LanguageTag) -> String {
        let primary = tag.text.primarySubtag
        guard let language = index.codes[primary] else { return tag.text }
        return language.tag + tag.text.dropFirst(primary.count)
    }

    /// The name that was probably meant by `name`, which is none; nil when none is near.
    ///
    /// - Complexity: O(*names* × *n*).
    public static func closest(to name: String) -> String? {
        Text.closest(name, among: index.shown) { Array(NameKey($0).bare.unicodeScalars) }
    }

    // MARK: What is called by a name

    /// A people, or a language of it.
    private struct Place {
        var people: Int
        var language: Int?
        var rank: Rank
    }

    /// How good a name is: what a language is called, what its people is called, other names.
    private enum Rank: Int {
        /// Below which nothing is.
        case none
        case language, people, otherOfLanguage, otherOfPeople
    }

    /// Everything by its keys.
    private struct Index {
        var codes: [String: Language] = [:]
        /// The peoples and languages by key and rank, with accents and without.
        var exact: [String: [Place]] = [:]
        var bare: [String: [Place]] = [:]
        /// The names as they are written, for suggestions.
        var shown: [String] = []

        mutating func add(_ name: String, _ people: Int, _ language: Int? = nil, as rank: Rank) {
            let key = NameKey(name)
            let place = Place(people: people, language: language, rank: rank)
            exact[key.text, default: []].append(place)
            bare[key.bare, default: []].append(place)
            shown.append(name)
        }
    }

    private static let index: Index = {
        var index = Index()
        for (number, people) in peoples.enumerated() {
            index.add(people.vietnamese, number, as: .people)
            if people.english != people.vietnamese { index.add(people.english, number, as: .people) }
            for name in people.names { index.add(name.text, number, as: .otherOfPeople) }
            for (at, language) in people.languages.enumerated() {
                for code in [language.tag] + language.codes where index.codes[code] == nil {
                    index.codes[code] = language
                }
                index.add(language.vietnamese, number, at, as: .language)
                if language.english != language.vietnamese {
                    index.add(language.english, number, at, as: .language)
                }
                for name in language.names { index.add(name.text, number, at, as: .otherOfLanguage) }
            }
        }
        return index
    }()

    /// What is called `name`, the best that is, with or without «tiếng» or "language"; nil when nothing is.
    private static func meant(_ name: String) -> [Place]? {
        // No name is as long as this.
        guard name.utf8.count <= 256 else { return nil }
        if let places = called(name) { return places }
        let lowered = name.lowercased()
        for prefix in ["tiếng ", "người ", "dân tộc ", "tieng ", "nguoi ", "dan toc "]
        where lowered.hasPrefix(prefix) {
            return called(String(name.dropFirst(prefix.count)))
        }
        let suffix = " language"
        return lowered.hasSuffix(suffix) ? called(String(name.dropLast(suffix.count))) : nil
    }

    /// What is called `name` as it stands.
    private static func called(_ name: String) -> [Place]? {
        let key = NameKey(name)
        guard !key.text.isEmpty else { return nil }
        let last: Rank =
            switch codeLength(name) {
            case 2: .none
            case 3: .people
            default: .otherOfPeople
            }
        return best(index.exact[key.text], to: last) ?? best(index.bare[key.bare], to: last)
    }

    /// How many letters `name` has when it looks like a code: two or three of ASCII, not written as a name is; else nil.
    private static func codeLength(_ name: String) -> Int? {
        let letters = Array(name.utf8)
        guard (2...3).contains(letters.count),
            letters.allSatisfy({ (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) })
        else { return nil }
        let isCapitalized = letters[0] < 0x61 && letters.dropFirst().allSatisfy { $0 >= 0x61 }
        return isCapitalized ? nil : letters.count
    }

    /// Those of the best rank, if it is not below `last`; nil when there are none.
    private static func best(_ places: [Place]?, to last: Rank) -> [Place]? {
        guard let places, let best = places.map(\.rank.rawValue).min(), best <= last.rawValue else {
            return nil
        }
        return places.filter { $0.rank.rawValue == best }
    }

    /// The languages at `places`, each once.
    private static func languages(_ places: [Place]) -> [Language] {
        var found: [Language] = []
        for place in places {
            let all = peoples[place.people].languages
            for language in place.language.map({ [all[$0]] }) ?? all
            where !found.contains(where: { $0.tag == language.tag }) {
                found.append(language)
            }
        }
        return found
    }
}
