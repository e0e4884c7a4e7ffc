import Testing

@testable import Composition

struct KeySequenceTests {
    static let z = KeyEvent("z", modifiers: .control)

    @Test(
        arguments: [
            ("", []),
            ("tieengs", "tieengs".unicodeScalars.map { KeyEvent($0) }),
            ("A b", [KeyEvent("A"), KeyEvent(.space), KeyEvent("b")]),
            ("ti{BackSpace}", [KeyEvent("t"), KeyEvent("i"), KeyEvent(.backspace)]),
            ("{Control+z}", [z]),
            ("{Shift+Tab}", [KeyEvent(.tab, modifiers: .shift)]),
            ("{Control+Alt+Delete}", [KeyEvent(.delete, modifiers: [.control, .alt])]),
            ("{braceleft}}", [KeyEvent("{"), KeyEvent("}")]),
            ("{braceright}", [KeyEvent("}")]),
            ("{numbersign}{minus}{space}", [KeyEvent("#"), KeyEvent("-"), KeyEvent(" ")]),
            ("{+}{Control++}{plus}", [KeyEvent("+"), KeyEvent("+", modifiers: .control), KeyEvent("+")]),
            ("{a}{1}{;}", [KeyEvent("a"), KeyEvent("1"), KeyEvent(";")]),
            ("đ{U0111}", [KeyEvent("đ"), KeyEvent("đ")]),
            ("ꪀ", [KeyEvent(Keysym(rawValue: 0x0100_AA80))]),
            ("{0xff08}{0xFF0D}", [KeyEvent(.backspace), KeyEvent(.return)]),
            ("{KP_7}{F12}", [KeyEvent(Keysym(rawValue: 0xFFB7)), KeyEvent(Keysym(rawValue: 0xFFC9))]),
            ("{Prior}{Page_Up}", [KeyEvent(.pageUp), KeyEvent(.pageUp)]),
        ] as [(String, [KeyEvent])])
    func `A sequence is read`(text: String, events: [KeyEvent]) throws {
        #expect(try KeySequence.parse(text) == events)
    }

    @Test(arguments: [
        ("ab{", 2..<3, "'{' without '}'; write {braceleft} for the brace itself"),
        ("đ{Back", 2..<7, "'{' without '}'; write {braceleft} for the brace itself"),
        (
            "a{}", 1..<3,
            "nothing stands between the braces; expected the X11 name of a key, such as BackSpace"
        ),
        ("ê{Backspace}", 3..<12, "no key is named 'Backspace'; did you mean 'BackSpace'?"),
        ("{Esc}", 1..<4, "no key is named 'Esc'; did you mean 'Escape'?"),
        ("{page up}", 1..<8, "no key is named 'page up'; did you mean 'Page_Up'?"),
        (
            "{tiếng}", 1..<8,
            "no key is named 'tiếng'; expected an X11 name, such as BackSpace, or a code point, such as U0111"
        ),
        ("{Ctrl+z}", 1..<5, "no modifier is named 'Ctrl'; did you mean 'Control'?"),
        (
            "{Shift+Fn+z}", 7..<9,
            "no modifier is named 'Fn'; expected one of Shift, CapsLock, Control, Alt, NumLock, Super, Hyper, Meta"
        ),
        (
            "{Control+nix}", 9..<12,
            "no key is named 'nix'; expected an X11 name, such as BackSpace, or a code point, such as U0111"
        ),
        ("{U41}", 1..<4, ""),
        ("a\tb", 1..<2, "a tab is no key here; write {Tab}"),
        ("\u{1}", 0..<1, "U+0001 is no key; expected a printable character or a name in braces"),
        ("{UD800}", 1..<6, ""),
        ("{U110000}", 1..<8, ""),
        ("{0xfffffffff}", 1..<12, ""),
    ])
    func `What cannot be read is reported with its bytes`(text: String, range: Range<Int>, message: String) {
        do {
            let events = try KeySequence.parse(text)
            Issue.record("read as \(events)")
        } catch {
            #expect(error.range == range)
            #expect(message.isEmpty || error.description == message)
        }
    }

    @Test func `Every name is read as its number, and every number has a name`() throws {
        #expect(KeysymNames.entries.count > 400)
        for (number, name) in KeysymNames.entries {
            #expect(Keysym(name: name) == Keysym(rawValue: number), "\(name)")
        }
        // Names stand once, so that none hides another.
        #expect(Set(KeysymNames.entries.map(\.name)).count == KeysymNames.entries.count)
        for (name, keysym) in [
            ("BackSpace", Keysym.backspace), ("Return", .return), ("Left", .left), ("End", .end),
        ] {
            #expect(Keysym(name: name) == keysym && keysym.name == name)
        }
    }

    @Test func `What is written is read back as the same keys`() throws {
        var generator = Generator(state: 20)
        let held: [Modifiers] = [
            [], [], .shift, .control, [.control, .alt], .super, [.meta, .hyper], .numLock,
        ]
        for _ in 0..<2_000 {
            let events = (0..<4).map { _ in
                let modifiers = held[Int(generator.next() % UInt64(held.count))]
                switch generator.next() % 4 {
                case 0:
                    return KeyEvent(Unicode.Scalar(UInt8(0x20 + generator.next() % 95)), modifiers: modifiers)
                case 1:
                    let entry = KeysymNames.entries[Int(generator.next() % UInt64(KeysymNames.entries.count))]
                    return KeyEvent(Keysym(rawValue: entry.number), modifiers: modifiers)
                case 2:
                    let scalar = Unicode.Scalar(UInt32(generator.next() % 0x11_0000)) ?? "ê"
                    return KeyEvent(scalar, modifiers: modifiers)
                default:
                    let number = UInt32(truncatingIfNeeded: generator.next())
                    return KeyEvent(Keysym(rawValue: number), modifiers: modifiers)
                }
            }
            let text = KeySequence(events).description
            #expect(try KeySequence.parse(text) == events, "\(text)")
        }
    }

    @Test func `No text makes the reader trap`() {
        var generator = Generator(state: 7)
        let pieces = ["{", "}", "+", "Control", "a", "U", "0x", "ê", "\u{0306}", " ", "F1", "\u{1}", "ff"]
        for _ in 0..<5_000 {
            let text = (0..<6).map { _ in pieces[Int(generator.next() % UInt64(pieces.count))] }.joined()
            do {
                _ = try KeySequence.parse(text)
            } catch {
                #expect(
                    error.range.lowerBound >= 0 && error.range.upperBound <= text.utf8.count
                        && !error.range.isEmpty)
            }
        }
    }
}

/// The same numbers every time: a linear congruential generator.
private struct Generator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 33
    }
}
