/// A key going down, as X11 and the Linux input frameworks name it.
///
///     KeyEvent("a")                         // the letter key
///     KeyEvent(.backspace)                  // a key with a name
///     KeyEvent("z", modifiers: .control)    // Control+z
public struct KeyEvent: Hashable, Sendable {
    /// X11's number for the key: a printable ASCII character is its own keysym.
    public var keysym: Keysym
    /// What is held down with it.
    public var modifiers: Modifiers

    /// The key `keysym` with `modifiers` held.
    public init(_ keysym: Keysym, modifiers: Modifiers = []) {
        self.keysym = keysym
        self.modifiers = modifiers
    }

    /// The key that types `scalar`.
    public init(_ scalar: Unicode.Scalar, modifiers: Modifiers = []) {
        self.init(Keysym(scalar), modifiers: modifiers)
    }
}

/// The modifiers of a key event, with X11's bits.
public struct Modifiers: OptionSet, Hashable, Sendable {
    /// The bits, as in X11's `state`.
    public var rawValue: UInt32

    /// The modifiers with these bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Shift, which the keysym of a printable character already takes into account.
    public static let shift = Modifiers(rawValue: 1 << 0)
    /// Caps Lock.
    public static let capsLock = Modifiers(rawValue: 1 << 1)
    /// Control.
    public static let control = Modifiers(rawValue: 1 << 2)
    /// Alt (Mod1).
    public static let alt = Modifiers(rawValue: 1 << 3)
    /// Num Lock (Mod2).
    public static let numLock = Modifiers(rawValue: 1 << 4)
    /// Super (Mod4, the Windows key).
    public static let `super` = Modifiers(rawValue: 1 << 6 | 1 << 26)
    /// Hyper.
    public static let hyper = Modifiers(rawValue: 1 << 27)
    /// Meta.
    public static let meta = Modifiers(rawValue: 1 << 28)

    /// The modifiers that make a key a command and not text: all but Shift and the locks.
    @inlinable
    public static var command: Modifiers {
        Modifiers(rawValue: 1 << 2 | 1 << 3 | 1 << 6 | 1 << 26 | 1 << 27 | 1 << 28)
    }

    /// Whether a modifier is held that makes the key a command and not text.
    @inlinable
    public var isCommand: Bool { !isDisjoint(with: .command) }
}
