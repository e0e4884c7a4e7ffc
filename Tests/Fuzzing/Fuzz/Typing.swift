import Composition

/// Types keys that are written as bytes.
struct Typing {
    /// Every printable key, with keys that edit between them.
    static let line: [UInt8] = Array(
        """
        tieengs vieetj \u{0}\u{0}\u{0}w1a6'[]{};:.,?!-=/\\|`~@#$%^&*()_+<>"0123456789 qwertyuiop\
        asdfghjklzxcvbnm\u{0}\u{1}QWERTYUIOPASDFGHJKLZXCVBNM\u{5}\u{2}aa\u{4}ww\u{6}hoaf\
        \u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{3}
        """.utf8)

    private let keymap: Keymap

    init(_ keymap: Keymap) { self.keymap = keymap }

    /// Types `keys`: a printable byte is its key, a control character one that edits, and a byte from 0x80 on sets an
    /// option or types one of the commonest keys.
    func type(_ keys: some Sequence<UInt8>) {
        var field = Transcript(keymap: keymap)
        let options = keymap.options
        let edits = [
            KeyEvent(.backspace), KeyEvent(.escape), KeyEvent(.return), KeyEvent(.tab), KeyEvent(.left),
            KeyEvent("z", modifiers: .control), KeyEvent("đ"), KeyEvent("ꪀ"), KeyEvent("a", modifiers: .alt),
            KeyEvent("a", modifiers: .capsLock), KeyEvent(Keysym(rawValue: .max)),
            KeyEvent(Keysym(rawValue: 0xFFE1)),
        ]
        let common = Array("aeiouwsdngfrxjzhtcAEIOUWSD \\".unicodeScalars)
        for key in keys {
            switch key {
            case 0x20...0x7E: field.type(KeyEvent(Keysym(rawValue: UInt32(key))))
            case 0x1E: field.composer.commit()
            case 0x1F: field.composer.reset()
            case 0x00..<0x20: field.type(edits[Int(key) % edits.count])
            case 0x80..<0xC0:
                let number = Int(key & 7)
                guard number < options.count, !options[number].values.isEmpty else { continue }
                let values = options[number].values
                _ = field.composer.setOption(
                    options[number].name, to: values[Int(key >> 3 & 7) % values.count])
            default: field.type(KeyEvent(common[Int(key) % common.count]))
            }
        }
        field.finish()
    }
}
