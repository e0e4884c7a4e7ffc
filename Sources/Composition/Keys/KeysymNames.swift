import Text

extension Keysym {
    /// The key with an X11 name, or nil when there is none.
    ///
    ///     Keysym(name: "BackSpace")  // .backspace
    ///     Keysym(name: "a")
    ///     Keysym(name: "U0111")      // the key that types đ
    ///     Keysym(name: "0xff08")     // by number
    public init?(name: String) {
        if let number = KeysymNames.numbers[name] {
            self.init(rawValue: number)
        } else if name.hasPrefix("0x"), let number = UInt32(name.dropFirst(2), radix: 16) {
            self.init(rawValue: number)
        } else if name.hasPrefix("U"), (5...7).contains(name.utf8.count), !name.contains("+"),
            let number = UInt32(name.dropFirst(), radix: 16), let scalar = Unicode.Scalar(number),
            !scalar.isControl
        {
            self.init(scalar)
        } else if let scalar = name.unicodeScalars.first, name.unicodeScalars.count == 1, !scalar.isControl {
            self.init(scalar)
        } else {
            return nil
        }
    }

    /// Every X11 name that ``init(name:)`` knows.
    package static var names: [String] { KeysymNames.entries.map { $0.name } }

    /// The key's X11 name; `U0111` for other characters, `0xff08` for other numbers.
    public var name: String {
        if let name = KeysymNames.names[rawValue] { return name }
        if let scalar, Keysym(scalar) == self { return "U" + hexadecimal(scalar.value, width: 4) }
        return "0x" + String(rawValue, radix: 16)
    }
}

extension Modifiers {
    /// The modifiers by the names that the text form of a key gives them, in the order in which it writes them.
    package static let names: [(name: String, modifiers: Modifiers)] = [
        ("Shift", .shift), ("CapsLock", .capsLock), ("Control", .control), ("Alt", .alt),
        ("NumLock", .numLock),
        ("Super", .super), ("Hyper", .hyper), ("Meta", .meta),
    ]

    static func named(_ name: String) -> Modifiers? { names.first { $0.name == name }?.modifiers }

    /// The modifier that `name` may mean.
    static func closest(to name: String) -> String? {
        let folded = name.lowercased()
        if folded == "ctrl" || folded == "ctl" { return "Control" }
        return names.first { $0.name.lowercased() == folded }?.name
    }
}

/// The names that X11 gives to keys, such as `BackSpace` and `braceleft`.
///
/// Source: the X Window System Protocol, appendix A, and `keysymdef.h`.
enum KeysymNames {
    /// Keysym numbers by name.
    static let numbers: [String: UInt32] = {
        var numbers: [String: UInt32] = [:]
        for (number, name) in entries { numbers[name] = number }
        return numbers
    }()

    /// The first name of each keysym number.
    static let names: [UInt32: String] = {
        var names: [UInt32: String] = [:]
        for (number, name) in entries where names[number] == nil { names[number] = name }
        return names
    }()

    /// Every number with each of its names, in the order of the table.
    static let entries: [(number: UInt32, name: String)] = {
        var entries: [(number: UInt32, name: String)] = []
        for line in table.split(separator: "\n") {
            // Splitting by one character needs no regex engine, which weighs more than all the rest.
            var number: UInt32?
            for word in line.split(separator: " ", omittingEmptySubsequences: false) {
                if word.isEmpty {
                    number = nil
                } else if let number {
                    entries.append((number, String(word)))
                } else {
                    number = UInt32(word, radix: 16)
                }
            }
        }
        return entries
    }()

    /// The name that differs from `name` only in capitals, blanks, hyphens and underscores.
    static func closest(to name: String) -> String? {
        func folded(_ name: String) -> String {
            String(name.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " })
        }
        let common = [
            "esc": "Escape", "enter": "Return", "del": "Delete", "pgup": "Page_Up", "pgdn": "Page_Down",
        ]
        let wanted = folded(name)
        guard !wanted.isEmpty else { return nil }
        return common[wanted] ?? entries.first { folded($0.name) == wanted }?.name
    }

    /// Number and names, the usual name first; two blanks or a line end stand between keysyms.
    private static let table = """
        20 space  21 exclam  22 quotedbl  23 numbersign  24 dollar  25 percent  26 ampersand
        27 apostrophe quoteright  28 parenleft  29 parenright  2a asterisk  2b plus  2c comma  2d minus
        2e period  2f slash  30 0  31 1  32 2  33 3  34 4  35 5  36 6  37 7  38 8  39 9  3a colon
        3b semicolon  3c less  3d equal  3e greater  3f question  40 at  41 A  42 B  43 C  44 D  45 E  46 F
        47 G  48 H  49 I  4a J  4b K  4c L  4d M  4e N  4f O  50 P  51 Q  52 R  53 S  54 T  55 U  56 V  57 W
        58 X  59 Y  5a Z  5b bracketleft  5c backslash  5d bracketright  5e asciicircum  5f underscore
        60 grave quoteleft  61 a  62 b  63 c  64 d  65 e  66 f  67 g  68 h  69 i  6a j  6b k  6c l  6d m
        6e n  6f o  70 p  71 q  72 r  73 s  74 t  75 u  76 v  77 w  78 x  79 y  7a z  7b braceleft  7c bar
        7d braceright  7e asciitilde  a0 nobreakspace  a1 exclamdown  a2 cent  a3 sterling  a4 currency
        a5 yen  a6 brokenbar  a7 section  a8 diaeresis  a9 copyright  aa ordfeminine  ab guillemotleft
        ac notsign  ad hyphen  ae registered  af macron  b0 degree  b1 plusminus  b2 twosuperior
        b3 threesuperior  b4 acute  b5 mu  b6 paragraph  b7 periodcentered  b8 cedilla  b9 onesuperior
        ba masculine  bb guillemotright  bc onequarter  bd onehalf  be threequarters  bf questiondown
        c0 Agrave  c1 Aacute  c2 Acircumflex  c3 Atilde  c4 Adiaeresis  c5 Aring  c6 AE  c7 Ccedilla
        c8 Egrave  c9 Eacute  ca Ecircumflex  cb Ediaeresis  cc Igrave  cd Iacute  ce Icircumflex
        cf Idiaeresis  d0 ETH Eth  d1 Ntilde  d2 Ograve  d3 Oacute  d4 Ocircumflex  d5 Otilde  d6 Odiaeresis
        d7 multiply  d8 Oslash Ooblique  d9 Ugrave  da Uacute  db Ucircumflex  dc Udiaeresis  dd Yacute
        de THORN Thorn  df ssharp  e0 agrave  e1 aacute  e2 acircumflex  e3 atilde  e4 adiaeresis  e5 aring
        e6 ae  e7 ccedilla  e8 egrave  e9 eacute  ea ecircumflex  eb ediaeresis  ec igrave  ed iacute
        ee icircumflex  ef idiaeresis  f0 eth  f1 ntilde  f2 ograve  f3 oacute  f4 ocircumflex  f5 otilde
        f6 odiaeresis  f7 division  f8 oslash ooblique  f9 ugrave  fa uacute  fb ucircumflex  fc udiaeresis
        fd yacute  fe thorn  ff ydiaeresis  fe01 ISO_Lock  fe02 ISO_Level2_Latch  fe03 ISO_Level3_Shift
        fe04 ISO_Level3_Latch  fe05 ISO_Level3_Lock  fe06 ISO_Group_Latch  fe07 ISO_Group_Lock
        fe08 ISO_Next_Group  fe09 ISO_Next_Group_Lock  fe0a ISO_Prev_Group  fe0b ISO_Prev_Group_Lock
        fe0c ISO_First_Group  fe0d ISO_First_Group_Lock  fe0e ISO_Last_Group  fe0f ISO_Last_Group_Lock
        fe11 ISO_Level5_Shift  fe12 ISO_Level5_Latch  fe13 ISO_Level5_Lock  fe20 ISO_Left_Tab  fe34 ISO_Enter
        fe50 dead_grave  fe51 dead_acute  fe52 dead_circumflex  fe53 dead_tilde dead_perispomeni
        fe54 dead_macron  fe55 dead_breve  fe56 dead_abovedot  fe57 dead_diaeresis  fe58 dead_abovering
        fe59 dead_doubleacute  fe5a dead_caron  fe5b dead_cedilla  fe5c dead_ogonek  fe5d dead_iota
        fe5e dead_voiced_sound  fe5f dead_semivoiced_sound  fe60 dead_belowdot  fe61 dead_hook
        fe62 dead_horn  fe63 dead_stroke  fe64 dead_abovecomma dead_psili
        fe65 dead_abovereversedcomma dead_dasia  fe66 dead_doublegrave  fe67 dead_belowring
        fe68 dead_belowmacron  fe69 dead_belowcircumflex  fe6a dead_belowtilde  fe6b dead_belowbreve
        fe6c dead_belowdiaeresis  fe6d dead_invertedbreve  fe6e dead_belowcomma  fe6f dead_currency
        fe70 AccessX_Enable  fe71 AccessX_Feedback_Enable  fe72 RepeatKeys_Enable  fe73 SlowKeys_Enable
        fe74 BounceKeys_Enable  fe75 StickyKeys_Enable  fe76 MouseKeys_Enable  fe77 MouseKeys_Accel_Enable
        fe78 Overlay1_Enable  fe79 Overlay2_Enable  fe7a AudibleBell_Enable  fe80 dead_a  fe81 dead_A
        fe82 dead_e  fe83 dead_E  fe84 dead_i  fe85 dead_I  fe86 dead_o  fe87 dead_O  fe88 dead_u
        fe89 dead_U  fe8a dead_small_schwa  fe8b dead_capital_schwa  fe8c dead_greek  fe90 dead_lowline
        fe91 dead_aboveverticalline  fe92 dead_belowverticalline  fe93 dead_longsolidusoverlay
        ff08 BackSpace  ff09 Tab  ff0a Linefeed  ff0b Clear  ff0d Return  ff13 Pause  ff14 Scroll_Lock
        ff15 Sys_Req  ff1b Escape  ff20 Multi_key  ff37 Codeinput  ff3c SingleCandidate
        ff3d MultipleCandidate  ff3e PreviousCandidate  ff50 Home  ff51 Left  ff52 Up  ff53 Right  ff54 Down
        ff55 Page_Up Prior  ff56 Page_Down Next  ff57 End  ff58 Begin  ff60 Select  ff61 Print  ff62 Execute
        ff63 Insert  ff65 Undo  ff66 Redo  ff67 Menu  ff68 Find  ff69 Cancel  ff6a Help  ff6b Break
        ff7e Mode_switch  ff7f Num_Lock  ff80 KP_Space  ff89 KP_Tab  ff8d KP_Enter  ff91 KP_F1  ff92 KP_F2
        ff93 KP_F3  ff94 KP_F4  ff95 KP_Home  ff96 KP_Left  ff97 KP_Up  ff98 KP_Right  ff99 KP_Down
        ff9a KP_Page_Up KP_Prior  ff9b KP_Page_Down KP_Next  ff9c KP_End  ff9d KP_Begin  ff9e KP_Insert
        ff9f KP_Delete  ffaa KP_Multiply  ffab KP_Add  ffac KP_Separator  ffad KP_Subtract  ffae KP_Decimal
        ffaf KP_Divide  ffb0 KP_0  ffb1 KP_1  ffb2 KP_2  ffb3 KP_3  ffb4 KP_4  ffb5 KP_5  ffb6 KP_6
        ffb7 KP_7  ffb8 KP_8  ffb9 KP_9  ffbd KP_Equal  ffbe F1  ffbf F2  ffc0 F3  ffc1 F4  ffc2 F5  ffc3 F6
        ffc4 F7  ffc5 F8  ffc6 F9  ffc7 F10  ffc8 F11  ffc9 F12  ffca F13  ffcb F14  ffcc F15
        ffcd F16  ffce F17  ffcf F18  ffd0 F19  ffd1 F20  ffd2 F21  ffd3 F22
        ffd4 F23  ffd5 F24  ffd6 F25  ffd7 F26  ffd8 F27  ffd9 F28  ffda F29
        ffdb F30  ffdc F31  ffdd F32  ffde F33  ffdf F34  ffe0 F35  ffe1 Shift_L
        ffe2 Shift_R  ffe3 Control_L  ffe4 Control_R  ffe5 Caps_Lock  ffe6 Shift_Lock  ffe7 Meta_L
        ffe8 Meta_R  ffe9 Alt_L  ffea Alt_R  ffeb Super_L  ffec Super_R  ffed Hyper_L  ffee Hyper_R
        fff1 braille_dot_1  fff2 braille_dot_2  fff3 braille_dot_3  fff4 braille_dot_4  fff5 braille_dot_5
        fff6 braille_dot_6  fff7 braille_dot_7  fff8 braille_dot_8  fff9 braille_dot_9  fffa braille_dot_10
        ffff Delete
        """
}
