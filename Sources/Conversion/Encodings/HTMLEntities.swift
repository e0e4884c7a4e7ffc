/// The character references of HTML that texts in Vietnam's languages have.
///
/// Source: the HTML Standard, section 13.5, *Named character references*: the letters and signs of Latin-1, those of
/// Latin Extended-A that Vietnamese has, and the signs of typography. Numbers 128 to 159 are read as in Windows code page
/// 1252, as section 13.2.5.80 has it.
enum HTMLEntities {
    /// What a reference means.
    enum Meaning: Equatable {
        case character(Unicode.Scalar)
        /// A name that is not in the list.
        case unknown
        /// A number that no character has.
        case none
    }

    /// The character that `reference` means, such as `ecirc`, `#234` or `#xEA`; without `&` and `;`.
    static func character(_ reference: String) -> Meaning {
        guard reference.first == "#" else {
            return names[reference].map { .character($0) } ?? .unknown
        }
        let digits = reference.dropFirst()
        let isHexadecimal = digits.first == "x" || digits.first == "X"
        let text = isHexadecimal ? digits.dropFirst() : digits
        guard !text.isEmpty, text.allSatisfy({ isHexadecimal ? $0.isHexDigit : $0.isWholeNumber }) else {
            return .unknown
        }
        guard let number = UInt32(text, radix: isHexadecimal ? 16 : 10) else { return .none }
        if (0x80..<0xA0).contains(number) {
            let character = String(decoding: Windows1252.texts[Int(number)].bytes, as: UTF8.self)
            return character.unicodeScalars.first.map { .character($0) } ?? .none
        }
        guard let scalar = Unicode.Scalar(number), number != 0 else { return .none }
        return .character(scalar)
    }

    private static let names: [String: Unicode.Scalar] = {
        var names: [String: Unicode.Scalar] = [:]
        for (index, name) in latin1.split(separator: " ").enumerated() {
            names[String(name)] = Unicode.Scalar(UInt32(0xA0 + index))
        }
        for pair in others.split(separator: "\n") {
            let parts = pair.split(separator: " ")
            guard parts.count == 2, let scalar = parts[1].unicodeScalars.first else { continue }
            names[String(parts[0])] = scalar
        }
        // Characters that are not seen.
        names["ensp"] = "\u{2002}"
        names["emsp"] = "\u{2003}"
        names["thinsp"] = "\u{2009}"
        return names
    }()

    /// From U+00A0 on.
    private static let latin1 = """
        nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr \
        deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest \
        Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
        ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig \
        agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml \
        eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
        """

    private static let others = """
        Abreve Ă
        abreve ă
        Dstrok Đ
        dstrok đ
        Itilde Ĩ
        itilde ĩ
        Utilde Ũ
        utilde ũ
        OElig Œ
        oelig œ
        Scaron Š
        scaron š
        Yuml Ÿ
        ndash –
        mdash —
        lsquo ‘
        rsquo ’
        sbquo ‚
        ldquo “
        rdquo ”
        bdquo „
        lsaquo ‹
        rsaquo ›
        dagger †
        Dagger ‡
        bull •
        hellip …
        permil ‰
        euro €
        trade ™
        """
}
