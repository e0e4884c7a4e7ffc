import Composition
import Diagnostics
import Testing

@testable import KeymapCompiler

struct KeymapReaderTests {
    /// Parses a keymap that must be right; the samples can be included by name.
    func parse(_ text: String, including others: [String: String] = [:]) throws -> KeymapDefinition {
        let source = SourceText(path: "test.keymap", text)
        let (definition, diagnostics) = read(source) { name in
            (others[name] ?? Samples.included[name]).map { SourceText(path: "\(name).keymap", $0) }
        }
        #expect(diagnostics.map { $0.rendered() }.joined(separator: "\n") == "")
        return try #require(definition)
    }

    @Test(arguments: Samples.included.keys.sorted())
    func `A good keymap has nothing to complain about`(name: String) throws {
        _ = try parse(Samples.included[name] ?? "")
    }

    // MARK: Header and settings

    @Test func `The header is read`() throws {
        let keymap = try parse(Samples.vietnamese)
        #expect(keymap.info.language == "vi")
        #expect(keymap.info.title == "Tiếng Việt (Telex)")
        #expect(
            keymap.titles.map(\.language) == ["en"] && keymap.titles.map(\.title) == ["Vietnamese (Telex)"])
        #expect(
            keymap.info.version == "1.0" && keymap.info.licence == "CC0-1.0" && keymap.info.status == "draft")
        #expect(keymap.info.sources == ["BambooEngine/bamboo-core, input_method_def.go"])
        #expect(keymap.options.map(\.name) == ["tone-style", "lone-w"])
        #expect(keymap.options.map(\.values) == [["old", "new"], ["off", "on"]])
        #expect(keymap.options.first?.title == "where the tone stands in oa, oe, uy")
    }

    @Test func `Settings have defaults`() throws {
        let keymap = try parse(Samples.spoilt)
        #expect(keymap.capitalsFold && keymap.reachesSyllable && keymap.undoesByRepeating && !keymap.restores)
        #expect(keymap.info.status == "draft" && keymap.escapeKey == nil && keymap.restoreKeys.isEmpty)
    }

    @Test func `Settings are read`() throws {
        let keymap = try parse(
            Samples.spoilt + """
                option restore = on | off : whether words that are none come back as typed
                status stable
                reach letter
                undo never
                escape \\
                restore unless syllable when restore = on
                restore by {Control+z} {F9}
                source a second source,
                  on two lines

                """)
        #expect(keymap.info.status == "stable")
        #expect(!keymap.reachesSyllable && !keymap.undoesByRepeating && keymap.restores)
        #expect(keymap.escapeKey == UInt8(ascii: "\\"))
        #expect(keymap.restoreCondition == KeymapDefinition.Condition(option: 0, value: 0))
        #expect(keymap.restoreKeys.map(\.description) == ["{Control+z}", "{F9}"])
        #expect(keymap.info.sources.last == "a second source, on two lines")
    }

    @Test func `Comments, blank lines, carriage returns and a byte-order mark are skipped`() throws {
        let text = "\u{FEFF}" + Samples.vietnamese.replacing("\n", with: "   # comment\r\n\r\n#\r\n")
        let plain = try parse(Samples.vietnamese)
        let keymap = try parse(text)
        #expect(keymap.letters.map(\.text) == plain.letters.map(\.text))
        #expect(keymap.tests.map(\.expected) == plain.tests.map(\.expected))
        #expect(keymap.info == plain.info)
    }

    // MARK: Letters

    @Test func `Letters keep the order of the alphabet, plain ones come last`() throws {
        let keymap = try parse(Samples.vietnamese)
        #expect(
            keymap.letters.map(\.text).joined() == "aeiouyăâêôơưbcdđghklmnpqrstvx" + "fjwz")
        #expect(keymap.classes == ["vowel", "consonant"])
        #expect(keymap.letter("ă")?.classes == [0] && keymap.letter("đ")?.classes == [1])
        #expect(keymap.letter("f")?.classes == [])
        #expect(keymap.keys("a") == ["a"] && keymap.keys("ă") == ["aw"] && keymap.keys("z") == ["z"])
    }

    @Test func `A line with a condition adds to the letter`() throws {
        let keymap = try parse(Samples.vietnamese)
        let ways = keymap.letter("ư")?.ways ?? []
        #expect(ways.map { String(decoding: $0.keys, as: UTF8.self) } == ["uw", "w"])
        #expect(ways.map(\.condition) == [nil, KeymapDefinition.Condition(option: 1, value: 1)])
        // Without the option w is itself.
        #expect(keymap.keys("w") == ["w"])
    }

    @Test func `Keys can be named, and equals signs need no blanks`() throws {
        let keymap = try parse(
            Samples.spoilt + "letters vowel\n  ô=oo ơ=o{numbersign} ă = a{parenleft} a{equal}\n")
        #expect(keymap.keys("ô") == ["oo"] && keymap.keys("ơ") == ["o#"] && keymap.keys("ă") == ["a(", "a="])
        // Keys that change letters are letters when the change is undone.
        for key in ["#", "(", "="] { #expect(keymap.keys(key) == [key] && keymap.letter(key)?.classes == []) }
    }

    @Test func `Words of the language may be keys`() throws {
        let keymap = try parse(Samples.spoilt + "letters vowel\n  á = as an  ạ = aj\n")
        #expect(keymap.keys("á") == ["as", "an"] && keymap.keys("ạ") == ["aj"])
    }

    @Test func `A letter listed again belongs to one more class`() throws {
        let keymap = try parse(Samples.spoilt + "letters consonant\n  y\nletters semivowel\n  i ê\n")
        #expect(keymap.letter("y")?.classes == [0, 1] && keymap.keys("y") == ["y"])
        #expect(keymap.letter("i")?.classes == [0, 2] && keymap.letter("ê")?.classes == [0, 2])
    }

    @Test func `Capitals are keys of their own where they are distinct`() throws {
        let keymap = try parse(Samples.taiViet)
        #expect(!keymap.capitalsFold)
        #expect(keymap.keys("ꪁ") == ["K"] && keymap.keys("ꪾ") == ["{"])
        // Only the keys that are used become plain letters.
        #expect(keymap.letter("K")?.ways.isEmpty == true && keymap.letter("z") == nil)
    }

    @Test func `Marks make letters of letters`() throws {
        let keymap = try parse(
            Samples.spoilt + "marks\n  breve U+0306 : x w on [vowel]\n  acute ◌́ : ' on e\n")
        let breve = keymap.letter("ê̆")
        #expect(breve?.ways.isEmpty == true && breve?.classes == [0])
        let base = try #require(keymap.letters.firstIndex { $0.text == "ê" })
        #expect(breve?.marked.map(\.base) == [base, base])
        #expect(breve?.marked.map(\.key) == [UInt8(ascii: "x"), UInt8(ascii: "w")])
        #expect(keymap.letter("ă") != nil && keymap.letter("é") != nil)
        #expect(keymap.keys("x") == ["x"])
    }

    @Test func `A mark on a letter that has keys is a further way to it`() throws {
        let keymap = try parse(Samples.rade)
        #expect(keymap.keys("ă") == ["aw"])
        #expect(keymap.letter("ă")?.marked.map(\.key) == [UInt8(ascii: "x")])
    }

    // MARK: Tones and syllables

    @Test func `Tones are read, with the keys that clear them`() throws {
        let keymap = try parse(Samples.vietnamese)
        #expect(keymap.tones.map(\.name) == ["sắc", "huyền", "hỏi", "ngã", "nặng"])
        #expect(keymap.tones.map(\.mark) == ["\u{301}", "\u{300}", "\u{309}", "\u{303}", "\u{323}"])
        #expect(keymap.tones.flatMap(\.keys) == Array("sfrxj".utf8) && keymap.clearKeys == Array("z".utf8))
    }

    @Test func `Forms are taken apart into letters, classes and sets`() throws {
        let keymap = try parse(
            Samples.spoilt + """
                set nasal = m n ng [vowel]
                syllable Test
                  onset required ng
                  onset gh?
                  rime [vowel]+[nasal]? [consonant]*t
                  rime a after ng [vowel] : tones nặng sắc
                  rime e : tones none
                  word b+a
                  syllables 3

                """)
        let grammar = try #require(keymap.grammars.first)
        #expect(
            grammar.name == "Test" && grammar.syllables == 3 && grammar.onsetRequired && grammar.level == 0)
        #expect(grammar.onsets.map { keymap.shown($0) } == ["ng", "gh?"])
        #expect(grammar.onsets.map(\.count) == [1, 2])
        let vowels = "(a|e|i|o|u|y|ê)"
        #expect(
            grammar.rimes.map { keymap.shown($0.form) } == [
                "\(vowels)+(m|n|ng|a|e|i|o|u|y|ê)?", "(b|c|g|h|m|n|t)*t", "a", "e",
            ])
        #expect(grammar.rimes.map(\.tones) == [nil, nil, [1, 0], []])
        #expect(
            grammar.rimes[2].after?.map { keymap.shown($0) } == ["ng", "a", "e", "i", "o", "u", "y", "ê"])
        #expect(grammar.words.map { keymap.shown($0.form) } == ["b+a"])
    }

    @Test func `A letter of two characters is one letter in a form`() throws {
        let keymap = try parse(
            Samples.spoilt
                + "letters consonant\n  ng = ngx\nsyllable Test\n  rime angn an\n"
                .replacing("ngx", with: "nq"))
        let form = try #require(keymap.grammars.first?.rimes.first?.form)
        #expect(form.first?.alternatives.first?.map { keymap.letters[$0].text } == ["a", "ng", "n"])
    }

    @Test func `Places, repairs and rules are read in their order`() throws {
        let keymap = try parse(
            Samples.vietnamese + """
                repair
                  ưo > ươ
                rules
                  ... > …
                  dd > đ when lone-w=on
                  U+002D - > U+2013

                """)
        let new = KeymapDefinition.Condition(option: 0, value: 1)
        #expect(keymap.places.map(\.position) == [.last, .last, .last, .marked, .last, .beforeLast])
        #expect(keymap.places.map(\.condition) == [new, new, new, nil, nil, nil])
        #expect(keymap.places.suffix(3).map(\.test) == [.marked, .closed, .open])
        #expect(
            keymap.repairs.map { keymap.shown($0.from) + ">" + keymap.shown($0.to) } == ["uơ>ươ", "ưo>ươ"])
        guard case .change(let rules) = try #require(keymap.text.groups.first) else { return }
        #expect(
            rules.map { shown($0.left) + ">" + shown($0.right) } == ["...>…", "dd>đ", "-->–"])
        #expect(rules[1].condition == KeymapDefinition.Condition(option: 1, value: 1))
        // What a rule reads must be typed: a sign that is not a letter becomes a key of its own.
        #expect(keymap.keys(".") == ["."] && keymap.letter("…") == nil)
    }

    /// The characters of a side that has nothing else.
    private func shown(_ items: [RuleItem]) -> String {
        items.map { item -> String in
            guard case .element(let element) = item, let scalar = Unicode.Scalar(element) else { return "?" }
            return String(Character(scalar))
        }.joined()
    }

    private func shown(_ outputs: [RuleOutput]) -> String {
        outputs.map { output -> String in
            guard case .element(let element) = output, let scalar = Unicode.Scalar(element) else {
                return "?"
            }
            return String(Character(scalar))
        }.joined()
    }

    // MARK: Clusters

    @Test func `A cluster's patterns and order are read`() throws {
        let keymap = try parse(Samples.taiViet)
        let cluster = try #require(keymap.cluster)
        #expect(
            cluster.types.map { keymap.shown($0) } == [
                "consonant medial? (prefix sign? | sign | post | around) final? tone?"
            ])
        #expect(
            cluster.order.map { keymap.classes[$0] } == [
                "prefix", "consonant", "sign", "tone", "medial", "post", "final",
            ])
        #expect(!cluster.backspaceTakesStored)
    }

    @Test func `Letters in two parts know where the parts go`() throws {
        let keymap = try parse(Samples.taiViet)
        for (letter, classes) in [("ꪹ◌ꪸ", ["prefix", "sign"]), ("ꪹ◌ꪱ", ["prefix", "post"])] {
            #expect(keymap.letter(letter)?.partClasses.map { keymap.classes[$0] } == classes)
            #expect(keymap.letter(letter)?.classes.map { keymap.classes[$0] } == ["around"])
        }
        // A mark may be shown on ◌.
        #expect(keymap.keys("꫁") == ["'"])
    }

    // MARK: Tests

    @Test func `Tests keep options, keys and blanks`() throws {
        let keymap = try parse(
            Samples.vietnamese + """
                tests
                  (tone-style=new lone-w=on) (tone-style=old) a  b{BackSpace}  ->   á  ê   # comment
                  a{BackSpace} ->
                  (a) -> (a)
                  a -> U+0061 U+0302

                """)
        let test = try #require(keymap.tests.dropFirst(4).first)
        #expect(test.options.map(\.name) == ["tone-style", "lone-w", "tone-style"])
        #expect(test.options.map(\.value) == ["new", "on", "old"])
        #expect(KeySequence(test.events).description == "a  b{BackSpace}")
        #expect(test.expected == "á  ê")
        #expect(test.origin.text.text(test.origin.range) == "á  ê")
        #expect(
            keymap.tests.suffix(3).map(\.expected).map { Array($0.unicodeScalars) } == [
                [], ["(", "a", ")"], ["a", "\u{302}"],
            ])
        #expect(keymap.tests.suffix(2).first?.events.count == 3)
    }

    // MARK: Includes

    @Test func `An included keymap adds what the own one does not say`() throws {
        let keymap = try parse(Samples.rade)
        let other = try parse(Samples.vietnamese)
        #expect(keymap.info.language == "rad" && keymap.info.sources == ["K: dega (4.0)"])
        #expect(keymap.tests.map(\.expected) == ["cư̆", "čư̆", "ƀuôn", "êđê"])
        #expect(keymap.options == other.options)
        #expect(keymap.tones.map(\.name) == other.tones.map(\.name) && keymap.clearKeys == other.clearKeys)
        #expect(
            keymap.grammars.map(\.name) == ["Êđê", "Vietnamese"] && keymap.grammars.map(\.level) == [0, 1])
        #expect(keymap.places.count == other.places.count && keymap.repairs.count == 1 && keymap.restores)
        // Own letters stand first, in their order, then those of the other; the ways are united.
        #expect(keymap.letters.prefix(12).map(\.text).joined() == "aăâeêioôơuưb")
        #expect(keymap.keys("ư") == ["uw", "uu", "w"] && keymap.keys("ă") == ["aw"])
        #expect(keymap.letter("y")?.classes == [0] && keymap.letter("ê̆") != nil)
        // The numbers are those of this keymap.
        #expect(keymap.shown(keymap.repairs[0].to) == "ươ")
        #expect(keymap.grammars[1].rimes.contains { $0.after?.map { keymap.shown($0) } == ["h", "th"] })
    }

    @Test func `Own keys win over those of an included keymap`() throws {
        let other =
            Samples.header + """
                letters consonant
                  ň = nn n7
                  w q
                option mark = off | on : nothing
                letters vowel
                  ư = w when mark=on
                set end = ň q

                """
        let keymap = try parse(
            Samples.header + """
                include vi/other
                option mark = on | off : nothing
                letters consonant
                  ñ = nn
                  n
                syllable Test
                  rime n[end]

                """, including: ["vi/other": other])
        #expect(keymap.keys("ñ") == ["nn"] && keymap.keys("ň") == ["n7"])
        // The option keeps the own order of its values.
        #expect(keymap.letter("ư")?.ways.first?.condition == KeymapDefinition.Condition(option: 0, value: 0))
        #expect(keymap.grammars.first.map { keymap.shown($0.rimes[0].form) } == "n(ň|q)")
    }

    @Test func `A keymap included on two ways is taken once`() throws {
        let keymap = try parse(
            Samples.header + "include rad/telex\ninclude vi/telex\nletters\n  0\n")
        #expect(
            keymap.grammars.map(\.name) == ["Êđê", "Vietnamese"] && keymap.grammars.map(\.level) == [1, 2])
        #expect(keymap.repairs.count == 1)
    }

    @Test func `What is included is named once, in the order of reading`() {
        let source = SourceText(
            path: "test.keymap", Samples.header + "include rad/telex\ninclude vi/telex\nletters\n  0\n")
        let result = KeymapCompiler.compiled(source) { name in
            Samples.included[name].map { SourceText(path: "\(name).keymap", $0) }
        }
        #expect(result.bytes != nil)
        #expect(result.includes == ["rad/telex.keymap", "vi/telex.keymap"])
    }

    @Test func `Diagnostics come in the order of the source, whatever finds them`() {
        // The tables show the rule that is hidden, after the word that is kept twice is read.
        let text = Samples.spoilt + "rules\n  e; > ê\n  ( u | o ) e; > ô\nkeep English\n  of of\n"
        let diagnostics = KeymapCompiler.compile(SourceText(path: "test.keymap", text)) { _ in nil }
            .diagnostics
        #expect(diagnostics.map(\.id) == ["keymap.hidden-rule", "keymap.duplicate-kept-word"])
    }

    @Test func `Mistakes in an included keymap are reported where they are`() throws {
        let source = SourceText(path: "test.keymap", Samples.header + "include vi/bad\nletters\n  a\n  a\n")
        let bad = "keymap 1\nletters\n  Đ = dd\n"
        let (definition, diagnostics) = read(source) { _ in
            SourceText(path: "vi/bad.keymap", bad)
        }
        #expect(definition == nil)
        #expect(diagnostics.map(\.id) == ["keymap.duplicate-letter", "keymap.capital-letter"])
        #expect(diagnostics.map(\.text.path) == ["test.keymap", "vi/bad.keymap"])
        #expect(diagnostics.last.map { "\($0.position)" } == "3:3")
    }

    @Test func `A part need not say what keys its letters have`() throws {
        let part = Samples.header + "part\nletters vowel\n  ô\ntones\n  sắc U+0301\nsyllable Part\n  rime ô\n"
        _ = try parse(part)
        let keymap = try parse(
            Samples.header + "include vi/part\nletters vowel\n  o ô = oo\ntones\n  sắc U+0301 : s\n",
            including: ["vi/part": part])
        #expect(keymap.keys("ô") == ["oo"] && keymap.tones.map(\.keys) == [[UInt8(ascii: "s")]])
    }
}

extension KeymapDefinition {
    func letter(_ text: String) -> Letter? {
        letters.first { $0.text.unicodeScalars.elementsEqual(text.unicodeScalars) }
    }

    /// The ways of a letter, as they are typed.
    func keys(_ text: String) -> [String] {
        (letter(text)?.ways ?? []).map { String(decoding: $0.keys, as: UTF8.self) }
    }

    func shown(_ sequence: [Int]) -> String { sequence.map { letters[$0].text }.joined() }

    func shown(_ form: Form) -> String {
        form.map { element in
            let alternatives = element.alternatives.map { shown($0) }
            let sign =
                switch element.repetition {
                case .once: ""
                case .optional: "?"
                case .oneOrMore: "+"
                case .any: "*"
                }
            return (alternatives.count == 1 ? alternatives[0] : "(\(alternatives.joined(separator: "|")))")
                + sign
        }.joined()
    }

    func shown(_ pattern: Pattern) -> String {
        switch pattern {
        case .letterClass(let number): classes[number]
        case .sequence(let parts): parts.map { shown($0) }.joined(separator: " ")
        case .choice(let parts): "(\(parts.map { shown($0) }.joined(separator: " | ")))"
        case .optional(let part): shown(part) + "?"
        }
    }
}
