import CChu
import ChuABI
import Composition
import Diagnostics
import LexiconCompiler
import TestSupport
import Testing

/// Chữ as a program in C sees it: an engine over Vietnamese Telex and a few words, and a session of it.
@safe
final class Client {
    // Safe: made by the library, given back once in `deinit`.
    let engine: OpaquePointer
    let session: OpaquePointer

    /// A client of the shipped keymap `name` and of some words of Êđê.
    init(keymap name: String = "vi/telex") throws {
        var engine: OpaquePointer?
        let status = unsafe try Client.open(
            try Repository.compiledKeymap(name), lexicon: Client.words(), into: &engine)
        try #require(status == CHU_STATUS_OK)
        unsafe self.engine = try #require(unsafe engine)
        var session: OpaquePointer?
        try #require(unsafe chu_session_new(engine, &session) == CHU_STATUS_OK)
        unsafe self.session = try #require(unsafe session)
    }

    deinit {
        unsafe chu_session_free(session)
        unsafe chu_engine_free(engine)
    }

    /// Words of Êđê, with what they mean in Vietnamese and English.
    static func words() throws -> [UInt8] {
        let (bytes, diagnostics) = LexiconCompiler.compile(
            SourceText(
                path: "words.lexicon",
                """
                lexicon 1
                language rad
                script Latn
                title Klei Êđê
                licence CC0-1.0
                source sample words for tests
                columns headword vi en source
                entries
                êa\tnước\twater\tsample
                asâo\tchó\tdog\tsample
                mnuih\tngười\tperson\tsample

                """))
        return try #require(bytes, "\(diagnostics.map { $0.rendered() }.joined(separator: "\n"))")
    }

    /// What `chu_engine_new` says to files in memory.
    static func open(
        _ keymap: [UInt8], lexicon: [UInt8]?, into engine: inout OpaquePointer?
    ) throws -> Int32 {
        unsafe keymap.withUnsafeBytes { keymap in
            unsafe (lexicon ?? []).withUnsafeBytes { words in
                var file = unsafe chu_file(
                    struct_size: UInt32(MemoryLayout<chu_file>.size), reserved: 0, path: nil,
                    data: keymap.baseAddress, size: keymap.count)
                var other = unsafe chu_file(
                    struct_size: UInt32(MemoryLayout<chu_file>.size), reserved: 0, path: nil,
                    data: words.baseAddress, size: words.count)
                return unsafe withUnsafePointer(to: &file) { file in
                    unsafe withUnsafePointer(to: &other) { other in
                        var others: UnsafePointer<chu_file>? = unsafe other
                        return unsafe withUnsafePointer(to: &others) { list in
                            var config = unsafe chu_engine_config(
                                struct_size: UInt32(MemoryLayout<chu_engine_config>.size),
                                lexicon_count: lexicon == nil ? 0 : 1, keymap: file, lexicons: list,
                                message: nil, message_size: 0)
                            return unsafe chu_engine_new(&config, &engine)
                        }
                    }
                }
            }
        }
    }

    /// Types `keys`, and gives the text of the document and of the preedit.
    func type(_ keys: String) -> (document: String, preedit: String) {
        var field = TextField()
        var preedit = ""
        for key in keys.unicodeScalars {
            let answer = press(key.value)
            field.insert(answer.commit)
            if !answer.isConsumed { field.receive(KeyEvent(key)) }
            preedit = answer.preedit
        }
        return (field.text, preedit)
    }

    /// An answer to a key, copied.
    struct Answer: Equatable {
        var status: Int32
        var isConsumed = false
        var isUnchanged = false
        var commit = ""
        var preedit = ""
        var caretBytes = 0
        var caretCodePoints = 0
    }

    /// Sends the key `keysym`.
    func press(_ keysym: UInt32, modifiers: UInt32 = 0, kind: UInt32 = 0) -> Answer {
        var event = chu_key_event(
            struct_size: UInt32(MemoryLayout<chu_key_event>.size), keysym: keysym, modifiers: modifiers,
            kind: kind)
        var response: UnsafePointer<chu_response>?
        let status = unsafe chu_session_process_key(session, &event, &response)
        return unsafe Answer(status, response)
    }

    /// The fact called `name`, or nil.
    func fact(_ name: String) -> String? {
        var text = unsafe chu_text()
        guard unsafe chu_engine_fact(engine, name, &text) == CHU_STATUS_OK else { return nil }
        return unsafe String(text)
    }

    /// Ends the composition.
    func commit() -> Answer {
        var response: UnsafePointer<chu_response>?
        let status = unsafe chu_session_commit(session, &response)
        return unsafe Answer(status, response)
    }
}

extension Client.Answer {
    init(_ status: Int32, _ response: UnsafePointer<chu_response>?) {
        self.init(status: status)
        guard let response = unsafe response?.pointee else { return }
        isConsumed = unsafe response.consumed != 0
        isUnchanged = unsafe response.unchanged != 0
        unsafe commit = String(response.commit)
        unsafe preedit = String(response.preedit)
        unsafe caretBytes = Int(response.caret_bytes)
        unsafe caretCodePoints = Int(response.caret_code_points)
    }
}

extension String {
    /// A copy of a lent text; what is not text, or does not end with a NUL, is a failure.
    init(_ text: chu_text) {
        guard let start = unsafe text.utf8, unsafe start[text.size] == 0,
            let copy = unsafe String(
                validating: UnsafeRawBufferPointer(start: start, count: text.size), as: UTF8.self)
        else {
            Issue.record("a lent text is no UTF-8 with a NUL after it")
            self = ""
            return
        }
        self = copy
    }
}
