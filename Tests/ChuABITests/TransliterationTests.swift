import CChu
import ChuABI
import TestSupport
import Testing

/// A word asked for in another script, through the C interface.
struct TransliterationTests {
    @Test(arguments: ["ꞌnăm", "nam"])
    func `Latin letters find the headword in Tai Viet, and the entry says by which rules`(query: String)
        throws
    {
        var engine: OpaquePointer?
        let status = unsafe try Client.open(
            try Repository.compiledKeymap("vi/telex"),
            lexicon: try Repository.compiledLexicon("blt-Tavt/core"), into: &engine)
        try #require(status == CHU_STATUS_OK)
        defer { unsafe chu_engine_free(engine) }
        var found: [String: [String]] = [:]
        try unsafe query.withCString { text in
            var asked = unsafe chu_query(
                struct_size: UInt32(MemoryLayout<chu_query>.size), match: UInt32(CHU_MATCH_FOLDED),
                limit: 0, reserved: 0, text: text, text_size: -1, from: nil, to: nil)
            var lookup: UnsafePointer<chu_lookup>?
            try #require(unsafe chu_engine_lookup(engine, &asked, &lookup) == CHU_STATUS_OK)
            defer { unsafe chu_lookup_free(lookup) }
            let answer = unsafe try #require(unsafe lookup).pointee
            for index in unsafe 0..<Int(answer.count) {
                guard let entry = unsafe answer.entries[index]?.pointee else { continue }
                for other in unsafe 0..<Int(entry.transliteration_count) {
                    guard let written = unsafe entry.transliterations[other]?.pointee else { continue }
                    unsafe found[String(entry.headword), default: []] += [
                        String(written.form), String(written.text), String(written.status),
                    ]
                }
            }
        }
        #expect(found["ꪙꪾ꫁"] == ["blt-Latn", "ꞌnăm", "draft"])
    }
}
