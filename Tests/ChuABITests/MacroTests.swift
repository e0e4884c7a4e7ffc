import CChu
import ChuABI
import Testing

/// The user's abbreviations through the C interface.
struct MacroTests {
    /// A table made of `text`: its status, its handle, and what was said.
    private func table(_ text: String, message size: Int = 200) -> (
        status: Int32, macros: OpaquePointer?, message: String
    ) {
        var macros: OpaquePointer?
        var message = [CChar](repeating: 1, count: max(size, 1))
        var status: Int32 = 0
        let bytes = Array(text.utf8)
        unsafe bytes.withUnsafeBytes { bytes in
            var file = unsafe chu_file(
                struct_size: UInt32(MemoryLayout<chu_file>.size), reserved: 0, path: nil,
                data: bytes.baseAddress ?? UnsafeRawPointer(bitPattern: 8), size: bytes.count)
            unsafe message.withUnsafeMutableBufferPointer { message in
                unsafe withUnsafePointer(to: &file) { file in
                    var config = unsafe chu_macros_config(
                        struct_size: UInt32(MemoryLayout<chu_macros_config>.size), reserved: 0, file: file,
                        message: message.baseAddress, message_size: size)
                    unsafe status = chu_macros_new(&config, &macros)
                }
            }
        }
        let said = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return unsafe (status, macros, String(decoding: said, as: UTF8.self))
    }

    @Test func `A table is read, used by sessions and given up`() throws {
        let (status, macros, message) = unsafe table("macros 1\nko = không\nđ/c = đồng chí\n")
        #expect(status == CHU_STATUS_OK)
        #expect(message == "")
        let client = try Client()
        #expect(unsafe chu_session_set_macros(client.session, macros) == CHU_STATUS_OK)
        unsafe chu_macros_free(macros)
        #expect(client.type("Ko dd/c, ").document == "Không đồng chí, ")
        _ = client.type("ko")
        #expect(client.commit().commit == "không")
        #expect(unsafe chu_session_set_macros(client.session, nil) == CHU_STATUS_OK)
        #expect(client.type("ko ").document == "ko ")
    }

    @Test func `No sign is lost or overtaken, and the longest key goes first wherever it stands`() throws {
        let (status, macros, _) = unsafe table("macros 1\n... = …\n--> = →\n-> = ⇢\n-- = ꟷ\n")
        try #require(status == CHU_STATUS_OK)
        defer { unsafe chu_macros_free(macros) }
        for (keys, text) in [
            ("chaof...banj ", "chào…bạn "), ("chaof... banj ", "chào… bạn "), ("chaof..banj ", "chào..bạn "),
            ("a-->b ", "a→b "), ("a---b ", "aꟷ-b "), ("a->b-. ", "a⇢b-. "),
        ] {
            let client = try Client()
            #expect(unsafe chu_session_set_macros(client.session, macros) == CHU_STATUS_OK)
            #expect(client.type(keys).document == text)
        }
        let client = try Client()
        #expect(unsafe chu_session_set_macros(client.session, macros) == CHU_STATUS_OK)
        let typed = client.type("a..")
        #expect(typed.document == "a" && typed.preedit == "..")
        #expect(client.commit().commit == "..")
    }

    @Test func `Lines that cannot be used are reported, and the others work`() throws {
        let (status, macros, message) = unsafe table("macros 1\nko\nvn = Việt Nam\nvn = x\n")
        #expect(status == CHU_STATUS_OK)
        #expect(
            message
                == "2:1: no '=' stands between the key and its expansion; expected 'ko = …' (and 1 more)")
        let client = try Client()
        #expect(unsafe chu_session_set_macros(client.session, macros) == CHU_STATUS_OK)
        #expect(client.type("vn ").document == "Việt Nam ")
        unsafe chu_macros_free(macros)
    }

    @Test(arguments: ["", "ko:không\n", "macros 9\n", ";***version=0\nvn:Vie^.t Nam\n"])
    func `A text that is not a table is refused`(text: String) {
        let (status, macros, message) = unsafe table(text)
        #expect(status == CHU_STATUS_DATA)
        #expect(unsafe macros == nil)
        #expect(message.hasPrefix("1:1: "))
        // Cut, but never in the middle, and not at all without room.
        #expect(unsafe table(text, message: 5).message == "1:1:")
        #expect(unsafe table(text, message: 0).status == CHU_STATUS_DATA)
    }

    @Test func `A file is read from its path`() throws {
        var macros: OpaquePointer?
        let status = unsafe "/nowhere/at/all.macros".withCString { path in
            var file = unsafe chu_file(
                struct_size: UInt32(MemoryLayout<chu_file>.size), reserved: 0, path: path, data: nil, size: 0)
            return unsafe withUnsafePointer(to: &file) { file in
                var config = unsafe chu_macros_config(
                    struct_size: UInt32(MemoryLayout<chu_macros_config>.size), reserved: 0, file: file,
                    message: nil, message_size: 0)
                return unsafe chu_macros_new(&config, &macros)
            }
        }
        #expect(status == CHU_STATUS_IO)
        #expect(unsafe macros == nil)
    }

    @Test func `NULL and wrong handles are answered`() throws {
        let client = try Client()
        var macros: OpaquePointer?
        #expect(unsafe chu_macros_new(nil, &macros) == CHU_STATUS_ARGUMENT)
        #expect(chu_macros_new(nil, nil) == CHU_STATUS_ARGUMENT)
        var config = unsafe chu_macros_config(
            struct_size: UInt32(MemoryLayout<chu_macros_config>.size), reserved: 0, file: nil, message: nil,
            message_size: 0)
        #expect(unsafe chu_macros_new(&config, &macros) == CHU_STATUS_ARGUMENT)
        unsafe config.struct_size = 4
        #expect(unsafe chu_macros_new(&config, &macros) == CHU_STATUS_ARGUMENT)
        #expect(chu_session_set_macros(nil, nil) == CHU_STATUS_ARGUMENT)
        #expect(unsafe chu_session_set_macros(client.session, client.engine) == CHU_STATUS_ARGUMENT)
        #expect(unsafe chu_session_set_macros(client.engine, nil) == CHU_STATUS_ARGUMENT)
        chu_macros_free(nil)
        unsafe chu_macros_free(client.session)
        #expect(client.type("a ").document == "a ")
    }
}
