import CChu
import ChuABI
import TestSupport
import Testing

/// Calls in any order with any arguments, NULL and the wrong handle among them, end with a status.
struct RandomCallTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func `A hundred thousand random calls never trap`(seed: UInt64) throws {
        let client = try Client()
        var caller = Caller(client, seed)
        for _ in 0..<100_000 { caller.call() }
        caller.finish()
        #expect(caller.statuses.contains(Int32(CHU_STATUS_OK)))
        #expect(caller.statuses.contains(Int32(CHU_STATUS_ARGUMENT)))
        #expect(caller.statuses.allSatisfy { (-7...0).contains($0) })
        #expect(client.press(0x61).status == CHU_STATUS_OK)
    }
}

/// One who calls at random.
@safe
private struct Caller {
    // Safe: what it calls is to withstand anything but a handle that was freed, and those it forgets.
    var generator: SeededGenerator
    let engine: OpaquePointer
    var sessions: [OpaquePointer]
    var statuses: Set<Int32> = []

    init(_ client: Client, _ seed: UInt64) {
        generator = SeededGenerator(seed)
        unsafe engine = client.engine
        unsafe sessions = []
    }

    /// Mostly a session; now and then an engine in its place, or NULL.
    private mutating func session() -> OpaquePointer? {
        switch Int.random(in: 0..<20, using: &generator) {
        case 0: nil
        case 1: unsafe engine
        default: unsafe sessions.randomElement(using: &generator)
        }
    }

    private mutating func anyEngine() -> OpaquePointer? {
        switch Int.random(in: 0..<10, using: &generator) {
        case 0: nil
        case 1: unsafe sessions.randomElement(using: &generator)
        default: unsafe engine
        }
    }

    private mutating func number() -> UInt32 {
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: UInt32.random(in: 0...UInt32.max, using: &generator)
        case 1:
            [0, 1, 0xFF08, 0xFF0D, 0xFF1B, 0x7FFF_FFFF, 0x8000_0000, .max].randomElement(using: &generator)
                ?? 0
        default: UInt32.random(in: 0x20...0x7E, using: &generator)
        }
    }

    private mutating func size<Value>(_ type: Value.Type) -> UInt32 {
        Int.random(in: 0..<30, using: &generator) == 0
            ? UInt32.random(in: 0...64, using: &generator) : UInt32(MemoryLayout<Value>.size)
    }

    private mutating func read(_ status: Int32, _ response: UnsafePointer<chu_response>?) {
        statuses.insert(status)
        if status == CHU_STATUS_OK {
            let answer = unsafe Client.Answer(status, response)
            #expect(answer.preedit.utf8.count == answer.caretBytes)
            #expect(answer.preedit.unicodeScalars.count == answer.caretCodePoints)
        } else {
            #expect(unsafe response == nil)
        }
    }

    mutating func call() {
        var response: UnsafePointer<chu_response>?
        switch Int.random(in: 0..<100, using: &generator) {
        case 0..<60:
            var event = chu_key_event(
                struct_size: size(chu_key_event.self), keysym: number(),
                modifiers: Int.random(in: 0..<10, using: &generator) == 0 ? number() : 0,
                kind: Int.random(in: 0..<20, using: &generator) == 0 ? number() : 0)
            let status = unsafe chu_session_process_key(session(), &event, &response)
            unsafe read(status, response)
        case 60..<65:
            let status = unsafe chu_session_commit(session(), &response)
            unsafe read(status, response)
        case 65..<70: statuses.insert(unsafe chu_session_reset(session()))
        case 70..<75:
            var list: UnsafePointer<chu_candidate_list>?
            statuses.insert(unsafe chu_session_find_candidates(session(), number() % 8, &list))
        case 75..<78:
            let status = unsafe chu_session_select(session(), number() % 4, &response)
            unsafe read(status, response)
        case 78..<82:
            let names = ["tone-style", "restore", "lone-w", "", "x"]
            let values = ["old", "new", "on", "off", ""]
            statuses.insert(
                unsafe chu_session_set_option(
                    session(), names.randomElement(using: &generator), values.randomElement(using: &generator)
                ))
        case 82..<86:
            var info: UnsafePointer<chu_keymap_info>?
            statuses.insert(unsafe chu_engine_keymap(anyEngine(), &info))
            var option: UnsafePointer<chu_option_info>?
            statuses.insert(unsafe chu_engine_option(anyEngine(), number() % 8, &option))
        case 86..<92: lookUp()
        case 92..<95:
            var made: OpaquePointer?
            statuses.insert(unsafe chu_session_new(anyEngine(), &made))
            if let made = unsafe made { unsafe sessions.append(made) }
        case 95..<97:
            if unsafe sessions.count > 3 { unsafe chu_session_free(sessions.removeLast()) }
        case 97:
            chu_session_free(nil)
            unsafe chu_session_free(engine)
            unsafe chu_engine_free(sessions.first)
        default:
            statuses.insert(unsafe chu_session_process_key(session(), nil, &response))
            statuses.insert(unsafe chu_session_commit(session(), nil))
        }
    }

    private mutating func lookUp() {
        let words = [
            "", "ea", "êa", "n", "nước", "\u{301}", "m nuih dog", String(repeating: "ê", count: 3000),
        ]
        let word = words.randomElement(using: &generator) ?? ""
        var query = unsafe chu_query(
            struct_size: size(chu_query.self), match: number() % 6, limit: number(), reserved: 0, text: nil,
            text_size: Int.random(in: 0..<4, using: &generator) == 0 ? -1 : word.utf8.count, from: nil,
            to: nil)
        var lookup: UnsafePointer<chu_lookup>?
        let engine = unsafe anyEngine()
        let status = unsafe word.withCString { text in
            unsafe query.text = text
            return unsafe chu_engine_lookup(engine, &query, &lookup)
        }
        statuses.insert(status)
        #expect(unsafe (lookup != nil) == (status == CHU_STATUS_OK))
        unsafe chu_lookup_free(lookup)
    }

    mutating func finish() {
        while let session = unsafe sessions.popLast() { unsafe chu_session_free(session) }
    }
}
