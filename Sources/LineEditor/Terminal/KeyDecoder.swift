public import Composition
import Text

/// What comes in from a terminal.
public enum TerminalInput: Hashable, Sendable {
    /// A key going down.
    case key(KeyEvent)
    /// Text pasted in one piece, with LF line ends.
    case paste(String)
    /// Bytes that are not UTF-8; how many.
    case illFormed(Int)
    /// A paste that was left out because it is longer than ``KeyDecoder/pasteLimit``; how many bytes it had.
    case tooLong(Int)
}

/// Turns the bytes a terminal sends into key events.
///
///     var decoder = KeyDecoder()
///     decoder.feed([0x1B, 0x5B, 0x41])  // [.key(KeyEvent(.up))]
///
/// It reads UTF-8, control bytes, the function keys of xterm, rxvt and the Linux console, the modified keys of
/// xterm and of the CSI u form, and bracketed paste. A sequence may come in pieces. A lone Escape looks like the
/// beginning of a sequence, and the end of a paste may never come: when nothing comes for ``patience``, call ``flush()``.
/// A paste ends too when a key comes by itself that cannot be text, such as Control+Q.
public struct KeyDecoder: Sendable {
    private var pending: [UInt8] = []
    private var reader = UTF8Reader()
    private var pasted: [UInt8]?
    /// How many bytes of the paste came before those that are kept.
    private var dropped = 0
    /// Whether a paste was ended before its end came, so that the rest may still come.
    private var isCut = false

    /// A decoder that has seen nothing.
    public init() {}

    /// How many bytes a paste has at most: 16 MiB.
    public static let pasteLimit = 1 << 24

    /// Whether a sequence has begun and not ended, other than a paste.
    public var isWaiting: Bool { !pending.isEmpty && pasted == nil }

    /// How many milliseconds to wait for more before ``flush()`` is called; nil when nothing has begun.
    public var patience: Int32? { pasted != nil ? 1000 : isWaiting ? 50 : nil }

    /// Reads `bytes`, which came in together.
    ///
    /// - Returns: The inputs that they complete.
    public mutating func feed(_ bytes: [UInt8]) -> [TerminalInput] {
        var inputs: [TerminalInput] = []
        if pasted != nil, KeyDecoder.isLoneKey(bytes) {
            inputs = flush()
            isCut = false
        } else if isCut, pasted == nil, pending.isEmpty {
            resume(bytes)
        }
        var rest = bytes[...]
        while let byte = rest.first {
            if pasted != nil {
                feedPaste(&rest, &inputs)
            } else {
                rest.removeFirst()
                feed(byte, &inputs)
            }
        }
        return inputs
    }

    /// Ends a sequence or a paste that has waited too long: an Escape was just an Escape.
    public mutating func flush() -> [TerminalInput] {
        if let bytes = pasted {
            isCut = true
            // Perhaps the end of the paste had begun to come, or a letter.
            let end = bytes.count - KeyDecoder.cutLength(at: bytes)
            return [endPaste(Array(bytes[..<end]))]
        }
        guard !pending.isEmpty else { return [] }
        let bytes = pending
        pending = []
        reader.reset()
        guard bytes.first == 0x1B else { return [.illFormed(bytes.count)] }
        var inputs: [TerminalInput] = [.key(KeyEvent(.escape))]
        inputs += feed(Array(bytes.dropFirst()))
        // What follows is not a sequence either, because its Escape is gone.
        inputs += flush()
        return inputs
    }

    private mutating func feed(_ byte: UInt8, _ inputs: inout [TerminalInput]) {
        pending.append(byte)
        guard let first = pending.first else { return }
        if first == 0x1B {
            feedEscape(&inputs)
        } else if first < 0x80 {
            pending = []
            inputs.append(.key(KeyDecoder.key(ofControl: first)))
        } else {
            feedUTF8(byte, &inputs)
        }
    }

    // MARK: Characters

    private mutating func feedUTF8(_ byte: UInt8, _ inputs: inout [TerminalInput]) {
        let count = pending.count
        switch reader.read(byte) {
        case .more: return
        case .scalar(let value):
            pending = []
            inputs.append(.key(KeyEvent(Unicode.Scalar(value) ?? "\u{FFFD}")))
        case .broken:
            pending = []
            inputs.append(.illFormed(1))
        case .brokenBefore:
            // The byte that broke the sequence is read again.
            pending = []
            inputs.append(.illFormed(count - 1))
            feed(byte, &inputs)
        }
    }

    /// The key of one byte below 0x80.
    private static func key(ofControl byte: UInt8) -> KeyEvent {
        switch byte {
        case 0x00: KeyEvent(.space, modifiers: .control)
        case 0x08, 0x7F: KeyEvent(.backspace)
        case 0x09: KeyEvent(.tab)
        case 0x0A, 0x0D: KeyEvent(.return)
        case 0x1B: KeyEvent(.escape)
        case 0x01...0x1A: KeyEvent(Unicode.Scalar(byte + 0x60), modifiers: .control)
        case 0x1C...0x1F: KeyEvent(Unicode.Scalar(byte + 0x40), modifiers: .control)
        default: KeyEvent(Unicode.Scalar(byte))
        }
    }

    // MARK: Escape sequences

    private mutating func feedEscape(_ inputs: inout [TerminalInput]) {
        guard pending.count > 1, let last = pending.last else { return }
        let second = pending[1]
        switch second {
        case UInt8(ascii: "["):
            guard pending.count > 2 else { return }
            // The Linux console's F1 to F5 are ESC [ [ A and so on.
            if pending[2] == UInt8(ascii: "["), pending.count < 4 { return }
            let isFinal = (0x40...0x7E).contains(last)
            if !isFinal, (0x20...0x3F).contains(last), pending.count < 64 { return }
            let body = Array(pending[2...])
            pending = []
            // A byte that cannot be part of a sequence ends it, and all of it is dropped.
            guard isFinal else { return }
            if body == Array("200~".utf8) {
                pasted = []
            } else if let key = KeyDecoder.key(ofSequence: body) {
                inputs.append(.key(key))
            }
        case UInt8(ascii: "O"):
            guard pending.count > 2 else { return }
            pending = []
            if let key = KeyDecoder.keysym(ofFinal: last) { inputs.append(.key(KeyEvent(key))) }
        case 0x1B:
            // Escape twice: the first was a key, the second may begin a sequence.
            pending = [0x1B]
            inputs.append(.key(KeyEvent(.escape)))
        default:
            if second >= 0x80 {
                let rest = Array(pending[1...])
                pending = []
                inputs.append(.key(KeyEvent(.escape)))
                inputs += feed(rest)
                return
            }
            pending = []
            var key = KeyDecoder.key(ofControl: second)
            key.modifiers.formUnion(.alt)
            inputs.append(.key(key))
        }
    }

    /// The key of a control sequence without its `ESC [`.
    private static func key(ofSequence body: [UInt8]) -> KeyEvent? {
        guard let final = body.last else { return nil }
        if body.count == 2, body[0] == UInt8(ascii: "[") {
            guard (0x41...0x45).contains(final) else { return nil }
            return KeyEvent(Keysym(rawValue: 0xFFBE + UInt32(final - 0x41)))
        }
        let numbers = String(decoding: body.dropLast(), as: UTF8.self).split(
            separator: ";", omittingEmptySubsequences: false
        ).map { UInt32($0.prefix { $0 != ":" }) ?? 0 }
        let modifiers = modifiers(ofNumber: numbers.count > 1 ? numbers[1] : 0)
        let first = numbers.first ?? 0
        switch final {
        case UInt8(ascii: "~"):
            if first == 27, numbers.count > 2 { return key(ofCodePoint: numbers[2], modifiers) }
            return keysym(ofNumber: first).map { KeyEvent($0, modifiers: modifiers) }
        case UInt8(ascii: "u"): return key(ofCodePoint: first, modifiers)
        case UInt8(ascii: "Z"): return KeyEvent(.tab, modifiers: .shift)
        default: return keysym(ofFinal: final).map { KeyEvent($0, modifiers: modifiers) }
        }
    }

    private static func key(ofCodePoint value: UInt32, _ modifiers: Modifiers) -> KeyEvent? {
        switch value {
        case 8, 127: return KeyEvent(.backspace, modifiers: modifiers)
        case 27: return KeyEvent(.escape, modifiers: modifiers)
        case 0..<32 where value != 9 && value != 13: return nil
        default: return Unicode.Scalar(value).map { KeyEvent($0, modifiers: modifiers) }
        }
    }

    /// xterm's number for held keys: one more than Shift 1, Alt 2, Control 4, Meta 8.
    private static func modifiers(ofNumber number: UInt32) -> Modifiers {
        guard (2...16).contains(number) else { return [] }
        let bits = number - 1
        var modifiers: Modifiers = []
        if bits & 1 != 0 { modifiers.formUnion(.shift) }
        if bits & 2 != 0 { modifiers.formUnion(.alt) }
        if bits & 4 != 0 { modifiers.formUnion(.control) }
        if bits & 8 != 0 { modifiers.formUnion(.meta) }
        return modifiers
    }

    private static func keysym(ofFinal byte: UInt8) -> Keysym? {
        switch byte {
        case UInt8(ascii: "A"): .up
        case UInt8(ascii: "B"): .down
        case UInt8(ascii: "C"): .right
        case UInt8(ascii: "D"): .left
        case UInt8(ascii: "F"): .end
        case UInt8(ascii: "H"): .home
        case UInt8(ascii: "M"): .return
        case UInt8(ascii: "P")...UInt8(ascii: "S"):
            Keysym(rawValue: 0xFFBE + UInt32(byte - UInt8(ascii: "P")))
        default: nil
        }
    }

    private static func keysym(ofNumber number: UInt32) -> Keysym? {
        switch number {
        case 1, 7: .home
        case 3: .delete
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        case 11...15: Keysym(rawValue: 0xFFBE + number - 11)
        case 17...21: Keysym(rawValue: 0xFFC3 + number - 17)
        case 23, 24: Keysym(rawValue: 0xFFC8 + number - 23)
        default: nil
        }
    }

    // MARK: Paste

    private static let pasteEnd = Array("\u{1B}[201~".utf8)

    /// Adds what the paste has before the next `~`, which may be its end, and that.
    private mutating func feedPaste(_ rest: inout ArraySlice<UInt8>, _ inputs: inout [TerminalInput]) {
        let end = rest.firstIndex(of: UInt8(ascii: "~")).map { $0 + 1 } ?? rest.endIndex
        pasted?.append(contentsOf: rest[..<end])
        rest = rest[end...]
        guard let count = pasted?.count else { return }
        if count >= 6, pasted?.suffix(6) == KeyDecoder.pasteEnd[...] {
            isCut = false
            inputs.append(endPaste(Array(pasted?.dropLast(6) ?? [])))
        } else if count + dropped > KeyDecoder.pasteLimit + 6, count > 64 {
            // What is left out need not be kept, but for what may be the beginning of the end.
            dropped += count - 6
            pasted?.removeFirst(count - 6)
        }
    }

    /// Ends the paste; `content` is what is kept of it.
    private mutating func endPaste(_ content: [UInt8]) -> TerminalInput {
        let length = dropped + content.count
        pasted = nil
        dropped = 0
        guard length <= KeyDecoder.pasteLimit else { return .tooLong(length) }
        guard let text = String(validating: content, as: UTF8.self) else { return .illFormed(length) }
        return .paste(KeyDecoder.cleaned(text))
    }

    /// Whether `bytes` are one key, and one that no text has.
    ///
    /// A paste comes in long pieces, a key by itself.
    private static func isLoneKey(_ bytes: [UInt8]) -> Bool {
        guard bytes.count <= 16 else { return false }
        var decoder = KeyDecoder()
        let inputs = decoder.feed(bytes)
        guard inputs.count == 1, decoder.pending.isEmpty, decoder.pasted == nil,
            case .key(let event) = inputs[0]
        else { return false }
        if event.keysym == .return || event.keysym == .tab { return !event.modifiers.isEmpty }
        return event.modifiers.isCommand || event.keysym.scalar == nil
    }

    /// After a paste that was cut short: `bytes` belong to it if they have its end, or are too many for a hand.
    private mutating func resume(_ bytes: [UInt8]) {
        let end = KeyDecoder.pasteEnd
        let hasEnd =
            bytes.count > end.count
            && (1...bytes.count - end.count).contains { bytes[$0..<$0 + end.count] == end[...] }
        if !bytes.starts(with: end), hasEnd || bytes.count > 32 {
            pasted = []
        } else {
            isCut = false
        }
    }

    /// How many of the last bytes are the beginning of what ends a paste, or of a letter.
    private static func cutLength(at bytes: [UInt8]) -> Int {
        for length in stride(from: min(5, bytes.count), to: 0, by: -1)
        where bytes.suffix(length) == pasteEnd[..<length] { return length }
        for length in 1...3 where length <= bytes.count {
            let byte = bytes[bytes.count - length]
            if byte >= 0xC0 { return (byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2) > length ? length : 0 }
            if byte < 0x80 { return 0 }
        }
        return 0
    }

    /// `text` with LF line ends, and without control characters that a terminal would obey.
    private static func cleaned(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var isAfterReturn = false
        for scalar in text.unicodeScalars {
            if scalar == "\n", isAfterReturn {
                isAfterReturn = false
                continue
            }
            isAfterReturn = scalar == "\r"
            if isAfterReturn {
                result.append("\n")
            } else if scalar == "\n" || scalar == "\t" || !scalar.isControl {
                result.append(scalar)
            }
        }
        return String(result)
    }
}

extension Keysym {
    /// F1, where help is.
    static let f1 = Keysym(rawValue: 0xFFBE)
    /// F2, which switches the keymap.
    static let f2 = Keysym(rawValue: 0xFFBF)
    /// F3, which shows the words of the line.
    static let f3 = Keysym(rawValue: 0xFFC0)
}
