import Answers
import Lexicon
import Testing

/// Questions as people type them, to small lexicons, with the way each answer was found.
struct LadderTests {
    let lexicons: NamedLexicons

    init() throws {
        let ede = try AnswersTests.lexicon(
            "rad", "Latn", "headword vi en method concept",
            [
                "êa\tnước\twater\tdirect\t948", "sang\tnhà\thouse\tdirect\t1252",
                "boh tâo\tđá\tstone\tdirect\t",
                "apui\tlửa\tfire\tdirect\t", "kbao êa\tnước mắt\ttear\tdirect\t",
                "mnăm\tuống\tdrink\tdirect\t",
                "dua pluh\thai mươi\ttwenty\tdirect\t", "sa\tmột\tone\tdirect\t", "êma\tnăm\tfive\tdirect\t",
                "amĭ\tmẹ\tmother\tdirect\t", "ama\tbố\tfather\tdirect\t", "hla\tlá\tleaf\tdirect\t",
                "kyâo\tcây\ttree\tdirect\t", "kbao\ttrâu\tbuffalo\tdirect\t",
            ])
        let jarai = try AnswersTests.lexicon(
            "jra", "Latn", "headword vi concept",
            ["kơbao\tcon trâu\t", "pơdai\tlúa\t", "ia\tnước\t948", "lŭ\tlụa\t"])
        lexicons = NamedLexicons([("rad/core", ede), ("jra/core", jarai)])
    }

    /// The answers to a query, each as `way asked: headword`.
    private func answers(_ query: String, from: String? = "vi", to: String? = nil) -> [String] {
        lexicons.answer(Question(query, from: from, to: to)).results.map {
            "\($0.way.rawValue) \($0.asked): \($0.entry.headword)"
        }
    }

    @Test(arguments: [
        "êa,", "(êa)", "“êa”", "'êa'", "‹êa›", "ê\u{AD}a", "\u{200B}êa\u{FEFF}", "êa…", "  êa ", "êa1", "êa²",
        "êa (2)", "*êa", "†êa", "ÊA!",
    ])
    func `Signs around a word do not hide it`(_ query: String) {
        let found = lexicons.answer(Question(query, from: "rad")).results
        #expect(found.map(\.entry.headword) == ["êa"])
        #expect(found.first?.way == .exact)
        #expect(found.first?.query == query)
    }

    @Test func `What was looked up is known`() {
        #expect(answers("êa…", from: "rad") == ["exact êa: êa"])
        #expect(answers("(êa2)", from: "rad") == ["exact êa: êa"])
    }

    @Test func `A typed accent is meant, and other accents stand under their own way`() {
        #expect(answers("lúa") == ["exact lúa: pơdai"])
        #expect(answers("lụa") == ["exact lụa: lŭ"])
        #expect(answers("lừa").allSatisfy { $0.hasPrefix("other-accents lừa: ") })
        #expect(answers("lừa").count == 3)
        #expect(answers("lua").allSatisfy { $0.hasPrefix("other-accents lua: ") })
    }

    @Test func `A classifier is set aside in the query and in the gloss`() {
        let answer = lexicons.answer(Question("hòn đá", from: "vi"))
        #expect(answer.results.map(\.way) == [.withoutClassifier])
        #expect(answer.aside == ["hòn"])
        #expect(answers("cái nhà") == ["without-classifier nhà: sang"])
        #expect(answers("những cái nhà") == ["without-classifier nhà: sang"])
        #expect(answers("trâu") == ["exact trâu: kbao", "without-classifier trâu: kơbao"])
        #expect(answers("con trâu") == ["exact con trâu: kơbao", "without-classifier trâu: kbao"])
        // Not a word of Vietnamese, so no classifier.
        #expect(answers("cái êa", from: "rad") == ["part êa: êa"])
    }

    @Test func `A phrase is answered by its parts, and those without an answer are named`() {
        #expect(
            answers("uống nước", to: "rad") == ["part uống: mnăm", "part nước: êa"])
        #expect(answers("bố mẹ") == ["part bố: ama", "part mẹ: amĭ"])
        #expect(answers("hai mươi mốt") == ["part hai mươi: dua pluh", "part một: sa"])
        #expect(answers("lá cây") == ["part lá: hla", "part cây: kyâo"])
        let year = lexicons.answer(Question("năm 1975", from: "vi"))
        #expect(year.results.map(\.asked) == ["năm"] && year.kept == ["1975"])
        // Without accents any word is meant, but not in a phrase that has some.
        #expect(answers("uống la").contains("other-accents la: hla"))
        #expect(answers("uống sa", from: nil).allSatisfy { !$0.contains("other-accents") })
        let number = lexicons.answer(Question("một linh năm", from: "vi"))
        #expect(number.results.map(\.asked) == ["một", "năm"] && number.aside == ["linh"])
        let half = lexicons.answer(Question("uống rượu", from: "vi"))
        #expect(
            half.results.map(\.asked) == ["uống"] && half.unknown == ["rượu"] && half.unanswered == ["rượu"])
        let sentence = lexicons.answer(Question("Mẹ uống nước mắt, bố ở nhà.", from: "vi", to: "rad"))
        #expect(sentence.results.map(\.entry.headword) == ["amĭ", "mnăm", "kbao êa", "ama", "sang"])
        #expect(sentence.unknown == ["ở"])
    }

    @Test func `What is not in the language wanted is offered from others`() {
        #expect(answers("lụa", to: "rad").contains("other-language lụa: lŭ"))
        let answer = lexicons.answer(Question("con lụa", to: "rad"))
        #expect(answer.results.map(\.way) == [.neighbour])
        #expect(!answer.isAnswered && !answer.isEmpty)
        #expect(lexicons.answer(Question("zzz", to: "rad")).isEmpty)
    }

    @Test func `A bridge says whether a concept or a word leads over it`() {
        #expect(answers("êa", from: "rad", to: "jra") == ["through-concept êa: ia"])
        #expect(answers("êa,", from: "rad", to: "jra") == ["through-concept êa: ia"])
    }

    @Test func `A gloss leads to a gloss in another language through the word between`() {
        #expect(answers("water", from: "en", to: "vi") == ["through-language water: êa"])
        #expect(answers("water", from: nil, to: "vi") == ["through-language water: êa"])
        #expect(answers("nước", to: "vi") == [])
    }

    @Test func `The name of a people is not taken apart`() {
        var question = Question("lá-đê")
        #expect(!lexicons.answer(question).isEmpty)
        question.isName = { $0 == "lá-đê" }
        #expect(lexicons.answer(question).isEmpty)
    }

    @Test func `Another kind of match is answered as it was asked`() {
        let found = lexicons.answer(Question("a", .prefix, from: "rad")).results
        #expect(found.map(\.entry.headword) == ["ama", "amĭ", "apui"])
        #expect(found.allSatisfy { $0.way == .asked })
    }

    @Test func `When there is more than the limit no language is lost, and the rest is counted`() {
        let answer = lexicons.answer(Question("*", .wildcard, limit: 3))
        #expect(answer.results.map(\.lexiconName) == ["rad/core", "rad/core", "jra/core"])
        #expect(answer.more.map(\.info.language) == ["rad", "jra"])
        #expect(answer.more.map(\.count) == [12, 3])
        let all = lexicons.answer(Question("*", .wildcard, limit: .max))
        #expect(all.results.count == 18 && all.more.isEmpty)
        #expect(lexicons.answer(Question("nước", from: "vi", limit: 3)).more.isEmpty)
    }

    @Test(arguments: ["nuoc", "lua", "nước", "la", "lừa"])
    func `What is shown and what is counted are all there is`(_ query: String) {
        let all = lexicons.answer(Question(query, from: "vi", limit: .max))
        #expect(all.more.isEmpty && !all.results.isEmpty)
        for limit in 1...all.results.count {
            let some = lexicons.answer(Question(query, from: "vi", limit: limit))
            #expect(some.results.count == limit)
            #expect(some.more.reduce(limit) { $0 + $1.count } == all.results.count)
        }
    }

    @Test func `Results of one way and part stand together`() {
        let groups = lexicons.answer(Question("nước", from: "vi")).groups
        #expect(groups.map(\.way) == [.exact, .longer])
        #expect(groups.map(\.indices) == [0..<2, 2..<3])
        let ways = Way.allCases
        #expect(ways == ways.sorted() && Set(ways.map(\.rawValue)).count == ways.count)
    }
}
