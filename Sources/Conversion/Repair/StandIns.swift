import ICU

/// Letters typed because the right ones were missing on the keyboard, in the languages whose alphabets are known well
/// enough.
package enum StandIns {
    /// Languages that have letters with a breve, and neither a caron but on č nor a tilde but on ñ.
    ///
    /// The alphabets are those of the SIL Locale Data Repository for `jra`, `bdq` and `cmo`, and the 38 letters of Ê
    /// Đê.
    package static let languages: Set<String> = ["rad", "jra", "bdq", "cmo"]

    /// Those of them whose alphabet has ƀ and no apostrophe; Ba Na is written both ways.
    package static let withBarredB: Set<String> = ["rad", "jra", "cmo"]

    /// What stands before b for ƀ.
    package static let apostrophes: [Unicode.Scalar] = ["'", "\u{2019}", "\u{2018}", "`", "\u{2BC}"]

    /// What a letter is meant to be.
    package struct Meaning: Sendable {
        /// The letter, in NFC.
        package var text: String
        /// What kind of change that is.
        package var kind: RepairKind
        /// Whether it is a tilde, which Vietnamese has too.
        package var isTilde: Bool
    }

    /// The letter that `letter`, one letter with its marks, stands in for; nil when it is none of these.
    ///
    ///     StandIns.meaning(of: "ǎ")?.text  // "ă"
    package static func meaning(of letter: String) -> Meaning? {
        switch letter {
        case "ð", "ɖ": return Meaning(text: "đ", kind: .strokedD, isTilde: false)
        case "Ð", "Ɖ": return Meaning(text: "Đ", kind: .strokedD, isTilde: false)
        case "ɓ": return Meaning(text: "ƀ", kind: .barredB, isTilde: false)
        case "Ɓ": return Meaning(text: "Ƀ", kind: .barredB, isTilde: false)
        default: break
        }
        let scalars = Array(letter.normalized(.nfd).unicodeScalars)
        guard let base = scalars.first, scalars.count == 2 || scalars.count == 3 else { return nil }
        var marks = Array(scalars.dropFirst())
        // Neither û nor î is a letter of these languages, and both are on the French keyboard.
        if "uUiI".unicodeScalars.contains(base), marks == ["\u{302}"] {
            return breve(base, [], isTilde: false)
        }
        guard let place = marks.firstIndex(where: { $0 == "\u{30C}" || $0 == "\u{303}" }) else { return nil }
        let isTilde = marks.remove(at: place) == "\u{303}"
        // What else is on the letter must be part of it.
        let own: [Unicode.Scalar] =
            switch base {
            case "a", "e", "A", "E": ["\u{302}"]
            case "o", "O": ["\u{302}", "\u{31B}"]
            case "u", "U": ["\u{31B}"]
            default: []
            }
        guard "aeiouAEIOU".unicodeScalars.contains(base), marks.allSatisfy({ own.contains($0) }) else {
            return nil
        }
        return breve(base, marks, isTilde: isTilde)
    }

    private static func breve(_ base: Unicode.Scalar, _ marks: [Unicode.Scalar], isTilde: Bool) -> Meaning {
        Meaning(
            text: Repair.text([base] + marks + ["\u{306}"]).normalized(.nfc), kind: .breveStandIn,
            isTilde: isTilde)
    }
}
