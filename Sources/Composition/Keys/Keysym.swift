/// X11's number for a key.
///
/// A printable Latin-1 character is its own keysym; other characters are U+0100 0000 plus their code point; keys
/// without a character have numbers from 0xFF00. Source: the X Window System Protocol, appendix A, and
/// `keysymdef.h`.
public struct Keysym: Hashable, Sendable, RawRepresentable {
    /// The number.
    public var rawValue: UInt32

    /// The keysym with this number.
    @inlinable
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The keysym of the key that types `scalar`.
    public init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0xFF: rawValue = scalar.value
        case 0x0A, 0x0D: rawValue = Keysym.return.rawValue
        case 0x09: rawValue = Keysym.tab.rawValue
        default: rawValue = 0x0100_0000 | scalar.value
        }
    }

    /// The character that the key types, or nil when it types none.
    public var scalar: Unicode.Scalar? {
        switch rawValue {
        case 0x20...0x7E, 0xA0...0xFF: Unicode.Scalar(rawValue)
        case 0x0100_0100...0x0110_FFFF: Unicode.Scalar(rawValue & 0xFF_FFFF)
        // The number pad's digits and signs type what is printed on them.
        case 0xFFAA...0xFFAF, 0xFFB0...0xFFB9: Unicode.Scalar(rawValue - 0xFF80)
        case 0xFFBD: "="
        case 0xFF80: " "
        default: nil
        }
    }

    /// BackSpace.
    public static let backspace = Keysym(rawValue: 0xFF08)
    /// Tab.
    public static let tab = Keysym(rawValue: 0xFF09)
    /// Tab with Shift, which X11 gives a number of its own (ISO_Left_Tab).
    public static let leftTab = Keysym(rawValue: 0xFE20)
    /// Return, the Enter key.
    public static let `return` = Keysym(rawValue: 0xFF0D)
    /// Escape.
    public static let escape = Keysym(rawValue: 0xFF1B)
    /// Delete.
    public static let delete = Keysym(rawValue: 0xFFFF)
    /// Home.
    public static let home = Keysym(rawValue: 0xFF50)
    /// Left.
    public static let left = Keysym(rawValue: 0xFF51)
    /// Up.
    public static let up = Keysym(rawValue: 0xFF52)
    /// Right.
    public static let right = Keysym(rawValue: 0xFF53)
    /// Down.
    public static let down = Keysym(rawValue: 0xFF54)
    /// Page Up.
    public static let pageUp = Keysym(rawValue: 0xFF55)
    /// Page Down.
    public static let pageDown = Keysym(rawValue: 0xFF56)
    /// End.
    public static let end = Keysym(rawValue: 0xFF57)
    /// The space bar.
    public static let space = Keysym(rawValue: 0x20)

    /// Whether the key is a modifier itself (Shift, Control, Caps Lock …), which changes nothing by going down.
    @inlinable
    public var isModifier: Bool {
        (0xFFE1...0xFFEE).contains(rawValue) || rawValue == 0xFF7E || rawValue == 0xFF7F
            || (0xFE01...0xFE13).contains(rawValue)
    }
}
