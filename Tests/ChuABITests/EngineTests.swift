import CChu
import ChuABI
import Composition
import Engine
import TestSupport
import Testing

/// Engines, lookups and what is refused.
struct EngineTests {
    @Test func `The keymap's facts are lent`() throws {
        let client = try Client()
        var info: UnsafePointer<chu_keymap_info>?
        #expect(unsafe chu_engine_keymap(client.engine, &info) == CHU_STATUS_OK)
        let facts = unsafe try #require(unsafe info).pointee
        let keymap = try Repository.keymap("vi/telex")
        #expect(unsafe String(facts.language) == keymap.info.language)
        #expect(unsafe String(facts.title) == keymap.info.title)
        #expect(unsafe String(facts.licence) == keymap.info.licence)
        #expect(unsafe Int(facts.option_count) == keymap.options.count)
        for (index, expected) in keymap.options.enumerated() {
            var info: UnsafePointer<chu_option_info>?
            #expect(unsafe chu_engine_option(client.engine, UInt32(index), &info) == CHU_STATUS_OK)
            let option = unsafe try #require(unsafe info).pointee
            #expect(unsafe String(option.name) == expected.name)
            let values = unsafe (0..<Int(option.value_count)).map { unsafe String(option.values[$0]) }
            #expect(values == expected.values)
        }
    }

    @Test(arguments: [
        ("êa", CHU_MATCH_EXACT, ["êa"]), ("ea", CHU_MATCH_FOLDED, ["êa"]),
        ("mnu", CHU_MATCH_PREFIX, ["mnuih"]), ("mn*", CHU_MATCH_WILDCARD, ["mnuih"]),
        ("mniuh", CHU_MATCH_FUZZY, []), ("mnuhi", CHU_MATCH_FUZZY, []), ("mnuh", CHU_MATCH_FUZZY, ["mnuih"]),
        ("mnuih", CHU_MATCH_TEXT, []),
        ("người", CHU_MATCH_GLOSS, ["mnuih"]), ("dog", CHU_MATCH_GLOSS, ["asâo"]),
        ("xyz", CHU_MATCH_EXACT, []),
    ])
    func `A word is looked up from both sides`(query: String, match: Int, headwords: [String]) throws {
        let client = try Client()
        let found = try lookUp(query, match, in: client)
        #expect(found.map(\.headword) == headwords)
        if headwords == ["êa"] { #expect(found.first?.glosses == ["vi nước", "en water"]) }
    }

    @Test func `A damaged keymap is refused with its status`() throws {
        var engine: OpaquePointer?
        var bytes = try Repository.compiledKeymap("vi/telex")
        #expect(unsafe try Client.open([], lexicon: nil, into: &engine) == CHU_STATUS_DATA)
        #expect(unsafe try Client.open([1, 2, 3], lexicon: nil, into: &engine) == CHU_STATUS_DATA)
        #expect(unsafe try Client.open(bytes, lexicon: [1, 2, 3], into: &engine) == CHU_STATUS_DATA)
        #expect(unsafe try Client.open(bytes, lexicon: bytes, into: &engine) == CHU_STATUS_DATA)
        bytes[8] &+= 1
        #expect(unsafe try Client.open(bytes, lexicon: nil, into: &engine) == CHU_STATUS_VERSION)
        #expect(unsafe engine == nil)
    }

    @Test func `Each status has its own sentence`() throws {
        let sentences = (-8...1).map { status -> String in
            guard let text = unsafe chu_strerror(Int32(status)) else { return "" }
            return unsafe String(cString: text)
        }
        #expect(sentences.first == "unknown status" && sentences.last == "unknown status")
        #expect(Set(sentences).count == 9)
    }

    @Test func `A fact is lent by its name`() throws {
        let client = try Client()
        let keymap = try Repository.keymap("vi/telex")
        for fact in KeymapFact.allCases {
            #expect(client.fact("\(fact.name)") == keymap.info[fact])
        }
        #expect(client.fact("title.en") == keymap.title(in: "en"))
        #expect(client.fact("sources") == keymap.info.sources.joined(separator: "\n"))
        #expect(client.fact("title.xx") == nil)
        #expect(client.fact("") == nil)
    }

    @Test func `Numbers that Swift has too are the header's`() {
        #expect(
            [.off, .onKey, .whileTyping].map(\SessionBehaviour.Candidates.rawValue).map(Int.init)
                == [CHU_CANDIDATES_OFF, CHU_CANDIDATES_ON_KEY, CHU_CANDIDATES_WHILE_TYPING])
        #expect(
            [.off, .reedit, .compose].map(\SessionBehaviour.Surrounding.rawValue).map(Int.init)
                == [CHU_SURROUNDING_OFF, CHU_SURROUNDING_REEDIT, CHU_SURROUNDING_COMPOSE])
        let capabilities: [(Capabilities, Int)] = [
            (.commitBeforeKey, CHU_CAPABILITY_COMMIT_BEFORE_KEY),
            (.surroundingText, CHU_CAPABILITY_SURROUNDING_TEXT), (.password, CHU_CAPABILITY_PASSWORD),
            (.sensitive, CHU_CAPABILITY_SENSITIVE),
            (.keyReturnsAtOnce, CHU_CAPABILITY_KEY_RETURNS_AT_ONCE),
        ]
        for (capability, number) in capabilities { #expect(Int(capability.rawValue) == number) }
        let modifiers: [(Modifiers, Int)] = [
            (.shift, CHU_MODIFIER_SHIFT), (.capsLock, CHU_MODIFIER_CAPS_LOCK),
            (.control, CHU_MODIFIER_CONTROL), (.alt, CHU_MODIFIER_ALT), (.numLock, CHU_MODIFIER_NUM_LOCK),
        ]
        for (modifier, number) in modifiers { #expect(Int(modifier.rawValue) == number) }
        #expect(Int(Modifiers.super.rawValue) & CHU_MODIFIER_SUPER != 0)
    }

    @Test func `The versions are the header's`() throws {
        #expect(chu_abi_version() == 1 << 16 | 3)
        #expect(unsafe String(cString: try #require(unsafe chu_version())) == CHU_VERSION)
    }

    private func lookUp(
        _ query: String, _ match: Int, in client: Client
    ) throws -> [(headword: String, glosses: [String])] {
        try unsafe query.withCString { text in
            var query = unsafe chu_query(
                struct_size: UInt32(MemoryLayout<chu_query>.size), match: UInt32(match), limit: 0,
                reserved: 0,
                text: text, text_size: -1, from: nil, to: nil)
            var lookup: UnsafePointer<chu_lookup>?
            #expect(unsafe chu_engine_lookup(client.engine, &query, &lookup) == CHU_STATUS_OK)
            let found = unsafe try #require(unsafe lookup)
            defer { unsafe chu_lookup_free(found) }
            return unsafe try (0..<Int(found.pointee.count)).map { index in
                let entry = unsafe try #require(unsafe found.pointee.entries[index]).pointee
                let glosses = unsafe try (0..<Int(entry.gloss_count)).map { number in
                    let gloss = unsafe try #require(unsafe entry.glosses[number]).pointee
                    return unsafe String(gloss.language) + " " + String(gloss.text)
                }
                return unsafe (String(entry.headword), glosses)
            }
        }
    }
}
