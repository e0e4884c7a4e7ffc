import Text

/// Key events as text: what tests in keymaps and `chu type --keys` are written in.
///
///     try KeySequence.parse("tieengs{BackSpace}")  // t i e e n g s BackSpace
///     try KeySequence.parse("{Control+z}")         // z with Control held
///     KeySequence([KeyEvent("a"), KeyEvent(.left)]).description  // "a{Left}"
///
/// A printable character is the key that types it, a blank the space bar. Any other key is written in braces: an X11
/// keysym name (`{BackSpace}`), a character (`{a}`), a code point (`{U0111}`) or a number (`{0xff08}`), with
/// modifiers in front (`{Control+z}`, `{Shift+Tab}`). `{braceleft}` is the brace itself; a closing brace without
/// an opening one is the key `}`.
public struct KeySequence: Hashable, Sendable {
    /// The keys, in order.
    public var events: [KeyEvent]

    /// The sequence of `events`.
    public init(_ events: [KeyEvent]) { self.events = events }

    /// Reads the text form.
    ///
    /// - Returns: The keys, in order.
    /// - Throws: ``KeySequenceError``, with the bytes that are wrong, and why.
    /// - Complexity: O(*n*).
    public static func parse(_ text: String) throws(KeySequenceError) -> [KeyEvent] {
        var events: [KeyEvent] = []
        let scalars = Array(text.unicodeScalars)
        var index = 0
        var offset = 0
        while index < scalars.count {
            let scalar = scalars[index]
            let start = offset
            index += 1
            offset += UTF8.width(scalar)
            if scalar == "{" {
                let first = index
                while index < scalars.count, scalars[index] != "}" {
                    offset += UTF8.width(scalars[index])
                    index += 1
                }
                guard index < scalars.count else {
                    throw KeySequenceError(.unclosedBrace, at: start..<offset)
                }
                events.append(try named(Array(scalars[first..<index]), at: start + 1))
                index += 1
                offset += 1
            } else if scalar.isControl {
                throw KeySequenceError(.controlCharacter(scalar), at: start..<offset)
            } else {
                events.append(KeyEvent(scalar))
            }
        }
        return events
    }

    /// The key written in braces as `name`, which begins at the byte `start`.
    private static func named(_ name: [Unicode.Scalar], at start: Int) throws(KeySequenceError) -> KeyEvent {
        var modifiers: Modifiers = []
        var rest = name[...]
        var offset = start
        // A plus at the very end is the key itself: {Control++}.
        while let plus = rest.firstIndex(of: "+"), plus > rest.startIndex, plus + 1 < rest.endIndex {
            let word = string(rest[..<plus])
            guard let modifier = Modifiers.named(word) else {
                let range = offset..<offset + word.utf8.count
                throw KeySequenceError(
                    .unknownModifier(word, closest: Modifiers.closest(to: word)), at: range)
            }
            modifiers.formUnion(modifier)
            offset += word.utf8.count + 1
            rest = rest[(plus + 1)...]
        }
        let word = string(rest)
        guard let keysym = Keysym(name: word) else {
            let closest = KeysymNames.closest(to: word)
            let end = max(offset + word.utf8.count, offset)
            // Empty braces are shown whole.
            let range = word.isEmpty ? start - 1..<end + 1 : offset..<end
            throw KeySequenceError(.unknownKey(word, closest: closest), at: range)
        }
        return KeyEvent(keysym, modifiers: modifiers)
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }
}

extension KeySequence: CustomStringConvertible {
    /// The text form, which ``parse(_:)`` reads.
    public var description: String { events.map { $0.description }.joined() }
}

extension KeyEvent: CustomStringConvertible {
    /// The key as ``KeySequence`` writes it: `a`, ` `, `{BackSpace}`, `{Control+z}`.
    public var description: String {
        let held = Modifiers.names.filter { modifiers.isSuperset(of: $0.modifiers) }.map { $0.name }
        if held.isEmpty, let scalar = keysym.scalar, Keysym(scalar) == keysym, scalar.isShownAsIs {
            return String(Character(scalar))
        }
        return "{" + (held + [keysym.name]).joined(separator: "+") + "}"
    }
}

extension Unicode.Scalar {
    /// Whether the text form of a key is the character itself.
    fileprivate var isShownAsIs: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter,
            .decimalNumber, .letterNumber, .otherNumber, .dashPunctuation, .closePunctuation,
            .connectorPunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation,
            .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
            true
        case .openPunctuation: self != "{"
        default: self == " "
        }
    }
}

/// A key sequence that cannot be read: which bytes, and why.
public struct KeySequenceError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public enum Reason: Hashable, Sendable {
        /// An opening brace without a closing one.
        case unclosedBrace
        /// A name in braces that no key has; with the name that may be meant.
        case unknownKey(String, closest: String?)
        /// A word before `+` that is not a modifier; with the one that may be meant.
        case unknownModifier(String, closest: String?)
        /// A character that no key types, such as a tab.
        case controlCharacter(Unicode.Scalar)
    }

    /// What is wrong.
    public var reason: Reason
    /// The bytes of the text that are wrong.
    public var range: Range<Int>

    /// An error for `reason` at the bytes `range`.
    public init(_ reason: Reason, at range: Range<Int>) {
        self.reason = reason
        self.range = range
    }

    /// The reason as a sentence without full stop, such as `no key is named 'Backspace'; 'BackSpace' is one`.
    public var description: String {
        switch reason {
        case .unclosedBrace:
            "'{' without '}'; write {braceleft} for the brace itself"
        case .unknownKey("", _):
            "nothing stands between the braces; expected the X11 name of a key, such as BackSpace"
        case .unknownKey(let name, let closest?):
            "no key is named '\(name)'; did you mean '\(closest)'?"
        case .unknownKey(let name, nil):
            "no key is named '\(name)'; expected an X11 name, such as BackSpace, or a code point, such as U0111"
        case .unknownModifier(let name, let closest?):
            "no modifier is named '\(name)'; did you mean '\(closest)'?"
        case .unknownModifier(let name, nil):
            "no modifier is named '\(name)'; expected one of \(Modifiers.names.map { $0.name }.joined(separator: ", "))"
        case .controlCharacter("\t"):
            "a tab is no key here; write {Tab}"
        case .controlCharacter(let scalar):
            "\(scalar.codePointName) is no key; expected a printable character or a name in braces"
        }
    }
}
