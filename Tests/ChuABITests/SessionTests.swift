import CChu
import ChuABI
import Testing

/// Keys through the C interface.
struct SessionTests {
    @Test(arguments: [
        ("tieengs Vieetj ", "tiếng Việt "),
        ("nguwowif,", "người,"),
        ("ddaats ", "đất "),
        ("text ", "text "),
    ])
    func `Keys make the text that the keymap says`(keys: String, text: String) throws {
        let client = try Client()
        #expect(client.type(keys).document == text)
    }

    @Test func `The caret is reported in bytes and in code points`() throws {
        let client = try Client()
        _ = client.type("tieengs")
        let answer = client.press(0xFFE1)  // Shift by itself changes nothing
        #expect(answer.preedit == "tiếng")
        #expect(answer.caretBytes == 7)
        #expect(answer.caretCodePoints == 5)
    }

    @Test func `A release changes nothing and is never consumed`() throws {
        let client = try Client()
        _ = client.type("a")
        let answer = client.press(0x61, kind: 1)
        #expect(
            answer
                == Client.Answer(
                    status: 0, isUnchanged: true, preedit: "a", caretBytes: 1, caretCodePoints: 1))
        #expect(client.press(0x20).commit == "a ")
        #expect(client.press(0x20, kind: 1) == Client.Answer(status: 0, isUnchanged: true))
    }

    @Test func `Commit gives the composition, reset drops it`() throws {
        let client = try Client()
        _ = client.type("caf")
        #expect(client.commit() == Client.Answer(status: 0, isConsumed: true, commit: "cà"))
        _ = client.type("caf")
        #expect(unsafe chu_session_reset(client.session) == CHU_STATUS_OK)
        #expect(client.commit() == Client.Answer(status: 0, isConsumed: true))
    }

    @Test func `An option is set by its name, and not in the middle of a word`() throws {
        let client = try Client()
        #expect(unsafe chu_session_set_option(client.session, "tone-style", "new") == CHU_STATUS_OK)
        #expect(client.type("hoaf ").document == "hoà ")
        #expect(unsafe chu_session_set_option(client.session, "tone-style", "old") == CHU_STATUS_OK)
        #expect(client.type("hoaf ").document == "hòa ")
        _ = client.type("h")
        #expect(unsafe chu_session_set_option(client.session, "tone-style", "new") == CHU_STATUS_STATE)
        #expect(unsafe chu_session_set_option(client.session, "tone-style", "other") == CHU_STATUS_STATE)
    }

    @Test func `Sessions of an engine do not mix`() throws {
        let client = try Client()
        var other: OpaquePointer?
        #expect(unsafe chu_session_new(client.engine, &other) == CHU_STATUS_OK)
        _ = client.type("a")
        var response: UnsafePointer<chu_response>?
        #expect(unsafe chu_session_commit(other, &response) == CHU_STATUS_OK)
        #expect(unsafe Client.Answer(0, response).commit == "")
        unsafe chu_session_free(other)
        #expect(client.commit().commit == "a")
    }

    @Test func `A candidate is taken in place of the composition`() throws {
        let client = try Client()
        _ = client.type("nguwowif")
        var list: UnsafePointer<chu_candidate_list>?
        #expect(unsafe chu_session_find_candidates(client.session, 5, &list) == CHU_STATUS_OK)
        let candidates = unsafe try #require(unsafe list).pointee
        try #require(unsafe candidates.count == 1)
        let candidate = unsafe try #require(unsafe candidates.candidates[0]).pointee
        #expect(unsafe String(candidate.text) == "mnuih")
        #expect(unsafe String(candidate.gloss) == "người")
        #expect(unsafe String(candidate.language) == "rad")
        var response: UnsafePointer<chu_response>?
        #expect(unsafe chu_session_select(client.session, 1, &response) == CHU_STATUS_ARGUMENT)
        #expect(unsafe chu_session_select(client.session, 0, &response) == CHU_STATUS_OK)
        #expect(unsafe Client.Answer(0, response).commit == "mnuih")
        #expect(unsafe chu_session_select(client.session, 0, &response) == CHU_STATUS_STATE)
    }
}
