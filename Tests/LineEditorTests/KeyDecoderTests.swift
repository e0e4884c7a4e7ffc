import Composition
import LineEditor
import Testing

struct KeyDecoderTests {
    /// Events as a key sequence; other inputs in angle brackets.
    private func written(_ inputs: [TerminalInput]) -> String {
        inputs.map { input in
            switch input {
            case .key(let event): event.description
            case .paste(let text): "<paste \(text)>"
            case .illFormed(let count): "<\(count) ill-formed>"
            case .tooLong(let count): "<\(count) too long>"
            }
        }.joined()
    }

    @Test(arguments: [
        ("a", "a"), ("A b", "A b"), ("đê", "đê"), ("ꪀ", "ꪀ"), ("\r", "{Return}"), ("\n", "{Return}"),
        ("\t", "{Tab}"), ("\u{7F}", "{BackSpace}"), ("\u{8}", "{BackSpace}"), ("\u{0}", "{Control+space}"),
        ("\u{13}", "{Control+s}"), ("\u{1F}", "{Control+underscore}"), ("\u{1B}[A", "{Up}"),
        ("\u{1B}OB", "{Down}"),
        ("\u{1B}[C", "{Right}"), ("\u{1B}[D", "{Left}"), ("\u{1B}[H", "{Home}"), ("\u{1B}OF", "{End}"),
        ("\u{1B}[1~", "{Home}"), ("\u{1B}[7~", "{Home}"), ("\u{1B}[4~", "{End}"), ("\u{1B}[3~", "{Delete}"),
        ("\u{1B}[5~", "{Page_Up}"), ("\u{1B}[6~", "{Page_Down}"), ("\u{1B}OP", "{F1}"), ("\u{1B}OQ", "{F2}"),
        ("\u{1B}[12~", "{F2}"), ("\u{1B}[[B", "{F2}"), ("\u{1B}[15~", "{F5}"), ("\u{1B}[24~", "{F12}"),
        ("\u{1B}[1;5C", "{Control+Right}"), ("\u{1B}[1;2A", "{Shift+Up}"), ("\u{1B}[Z", "{Shift+Tab}"),
        ("\u{1B}[3;5~", "{Control+Delete}"), ("\u{1B}e", "{Alt+e}"), ("\u{1B}1", "{Alt+1}"),
        ("\u{1B}[97;5u", "{Control+a}"), ("\u{1B}[27;5;97~", "{Control+a}"), ("\u{1B}[13u", "{Return}"),
        ("\u{1B}\u{7F}", "{Alt+BackSpace}"), ("\u{1B}[?1;2c", ""), ("\u{1B}[99~", ""),
        ("\u{1B}[9999999999u", ""),
        ("\u{1B}[200~a\r\nb\tc\u{1B}[201~d", "<paste a\nb\tc>d"),
        ("\u{1B}[200~x\u{1B}[31my\u{1B}[201~", "<paste x[31my>"),
        ("\u{1B}[200~\u{1B}[201~", "<paste >"),
    ])
    func `Bytes become keys`(_ bytes: String, _ expected: String) {
        var decoder = KeyDecoder()
        let whole = written(decoder.feed(Array(bytes.utf8)))
        #expect(whole == expected)
        #expect(!decoder.isWaiting)
        // In pieces it is the same.
        var inputs: [TerminalInput] = []
        for byte in bytes.utf8 { inputs += decoder.feed([byte]) }
        #expect(written(inputs) == expected)
    }

    @Test(arguments: [
        ([0xFF] as [UInt8], "<1 ill-formed>"), ([0xC3, 0x41], "<1 ill-formed>A"),
        ([0xE1, 0xBA, 0x41], "<2 ill-formed>A"),
        ([0xC0, 0x80], "<1 ill-formed><1 ill-formed>"),
        ([0xED, 0xA0, 0x80], "<1 ill-formed><1 ill-formed><1 ill-formed>"),
        ([0xF4, 0x90, 0x80, 0x80], "<1 ill-formed><1 ill-formed><1 ill-formed><1 ill-formed>"),
        ([0x80], "<1 ill-formed>"),
    ])
    func `Bytes that are not UTF-8 are reported`(_ bytes: [UInt8], _ expected: String) {
        var decoder = KeyDecoder()
        let inputs = written(decoder.feed(bytes))
        #expect(inputs == expected)
    }

    @Test(arguments: [
        ("\u{1B}", "{Escape}"), ("\u{1B}[", "{Escape}["), ("\u{1B}[1;", "{Escape}[1;"),
        ("\u{1B}O", "{Escape}O"),
    ])
    func `An Escape that nothing follows is a key`(_ bytes: String, _ expected: String) {
        var decoder = KeyDecoder()
        let early = decoder.feed(Array(bytes.utf8))
        #expect(early == [])
        #expect(decoder.isWaiting)
        let inputs = written(decoder.flush())
        #expect(inputs == expected)
        #expect(!decoder.isWaiting)
    }

    /// The bytes as they come in together; `nil` is a moment in which nothing comes.
    @Test(
        arguments: [
            (["\u{1B}[200~abc", nil, "\u{11}"], "<paste abc>{Control+q}"),
            (["\u{1B}[200~abc", "\u{11}"], "<paste abc>{Control+q}"),
            (["\u{1B}[200~abc", "d", "\u{3}"], "<paste abcd>{Control+c}"),
            (["\u{1B}[200~abc", "\u{1B}[A"], "<paste abc>{Up}"),
            (["\u{1B}[200~ab", "\u{1B}OQ"], "<paste ab>{F2}"),
            (["\u{1B}[200~abc", "\u{7F}"], "<paste abc>{BackSpace}"),
            (["\u{1B}[200~", nil, "a"], "<paste >a"),
            // What ends it had begun to come, or a letter.
            (["\u{1B}[200~abc\u{1B}[20", nil], "<paste abc>"),
            (["\u{1B}[200~abc\u{1B}", nil, "x"], "<paste abc>x"),
            // Keys in a paste are text when they come with others.
            (["\u{1B}[200~a\u{11}b\u{1B}[Ac\u{1B}[201~"], "<paste ab[Ac>"),
            (["\u{1B}[200~a", "\r", "b\u{1B}[201~"], "<paste a\nb>"),
            (["\u{1B}[200~a", "\t", "\u{1B}[201~", "b"], "<paste a\t>b"),
            // The rest of a paste that was slow is not typed.
            (["\u{1B}[200~abc", nil, "dd ee\u{1B}[201~f"], "<paste abc><paste dd ee>f"),
            (["\u{1B}[200~abc", nil, "\u{1B}[201~f"], "<paste abc>f"),
            (
                ["\u{1B}[200~abc", nil, "0123456789012345678901234567890123456789", "x\u{1B}[201~f"],
                "<paste abc><paste 0123456789012345678901234567890123456789x>f"
            ),
        ] as [([String?], String)])
    func `A paste ends when nothing comes, or with a key that is no text`(
        _ pieces: [String?], _ expected: String
    ) {
        var decoder = KeyDecoder()
        var inputs: [TerminalInput] = []
        for piece in pieces { inputs += piece.map { decoder.feed(Array($0.utf8)) } ?? decoder.flush() }
        #expect(written(inputs) == expected)
        #expect(decoder.patience == nil)
    }

    @Test func `A paste in the middle of a letter is cut before it`() {
        var decoder = KeyDecoder()
        _ = decoder.feed(Array("\u{1B}[200~a".utf8) + [0xE1, 0xBB])
        let inputs = decoder.flush()
        #expect(inputs == [.paste("a")])
    }

    @Test func `A paste beyond any sense is left out, and what follows is not`() {
        var decoder = KeyDecoder()
        let piece = [UInt8](repeating: 0x61, count: 1 << 16)
        var inputs = decoder.feed(Array("\u{1B}[200~".utf8))
        for _ in 0..<257 { inputs += decoder.feed(piece) }
        inputs += decoder.feed(Array("\u{1B}[201~b".utf8))
        #expect(inputs == [.tooLong(257 << 16), .key(KeyEvent("b"))])
        // The largest is not.
        inputs = decoder.feed(Array("\u{1B}[200~".utf8))
        for _ in 0..<256 { inputs += decoder.feed(piece) }
        inputs += decoder.feed(Array("\u{1B}[201~".utf8))
        // Not shown when it is wrong: it is long.
        let isWhole = inputs == [.paste(String(repeating: "a", count: KeyDecoder.pasteLimit))]
        #expect(isWhole)
    }

    @Test func `Random bytes never stop it`() {
        var generator = SystemRandomNumberGenerator()
        let likely: [UInt8] = [0x1B, 0x5B, 0x4F, 0x3B, 0x7E, 0x75, 0x31, 0x39, 0x32, 0x30, 0xC3, 0xE1, 0xBA]
        for _ in 0..<2000 {
            var decoder = KeyDecoder()
            let bytes = (0..<40).map { _ in
                Bool.random(using: &generator)
                    ? likely.randomElement(using: &generator) ?? 0
                    : UInt8.random(in: 0...255, using: &generator)
            }
            _ = decoder.feed(bytes)
            _ = decoder.flush()
            // Whatever came before, a letter is a letter again, unless a paste is open.
            let after = decoder.feed(Array("\u{1B}[201~a".utf8))
            #expect(after.last == .key(KeyEvent("a")), "\(bytes)")
        }
    }
}
