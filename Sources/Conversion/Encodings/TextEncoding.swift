/// The ways in which texts in Vietnamese letters are written as bytes, by the names that a user gives them.
///
///     TextEncoding(rawValue: "vni-windows")  // .vniWindows
///
/// What each holds, and what can be written back without loss, is explained in <doc:Encodings-of-documents>.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
    /// UTF-8. It is decoded to NFC.
    case unicode
    /// UTF-8 with the tone marks by themselves after the letters: *Unicode tổ hợp*.
    case combining
    /// TCVN 5712:1993 VN3, the encoding of the ABC fonts (`.VnTime`).
    case tcvn3
    /// The encoding of the VNI fonts for Windows (`VNI-Times`).
    case vniWindows = "vni-windows"
    /// Texts in VNI that were read as Latin-1 and saved as UTF-8.
    case vniLatin1 = "vni-latin1"
    /// VISCII 1.1, of RFC 1456.
    case viscii
    /// The encoding of the Vietnamese Professionals Society.
    case vps
    /// Windows code page 1258.
    case cp1258
    /// VIQR, of RFC 1456: marks as signs of ASCII.
    case viqr
    /// The stand-ins of the older pages of the Voice of Vietnam: UTF-8 with signs of ASCII for letters of the Highlands.
    case vovStandIns = "vov-stand-ins"
    /// Texts in TCVN3 that were read as Latin-1 and saved as UTF-8.
    case tcvn3Latin1 = "tcvn3-latin1"
    /// Texts in VISCII that were read as Latin-1 and saved as UTF-8.
    case visciiLatin1 = "viscii-latin1"
    /// Texts in VPS that were read as Latin-1 and saved as UTF-8.
    case vpsLatin1 = "vps-latin1"
    /// Texts in Windows code page 1258 that were read as Latin-1 and saved as UTF-8.
    case cp1258Latin1 = "cp1258-latin1"
    /// UTF-8 that was read as Windows code page 1252 and saved as UTF-8: `Tiáº¿ng`.
    case utf8Windows1252 = "utf8-windows1252"
    /// The same twice: `TiÃ¡ÂºÂ¿ng`.
    case utf8Windows1252Twice = "utf8-windows1252-twice"
    /// Letters as character references of HTML: `ti&#7871;ng`.
    case html
    /// UTF-16, the low byte first, as Windows programs write it.
    case utf16LE = "utf-16le"
    /// UTF-16, the high byte first.
    case utf16BE = "utf-16be"
    /// UTF-32, the low byte first.
    case utf32LE = "utf-32le"
    /// UTF-32, the high byte first.
    case utf32BE = "utf-32be"

    /// A converter of these bytes to UTF-8 in NFC.
    public func decoder(_ options: ConversionOptions = ConversionOptions()) -> any Converter {
        switch self {
        case .unicode, .combining: UnicodeDecoder(options)
        case .tcvn3, .vniWindows, .viscii, .vps, .cp1258, .viqr: TableDecoder(machines(options), options)
        case .tcvn3Latin1, .vniLatin1, .visciiLatin1, .vpsLatin1, .cp1258Latin1:
            Latin1Decoder(machines(options), options)
        case .utf8Windows1252: MisreadUTF8Decoder(times: 1, options)
        case .utf8Windows1252Twice: MisreadUTF8Decoder(times: 2, options)
        case .vovStandIns: VOVDecoder(options)
        case .html: HTMLDecoder(options)
        case .utf16LE: WideDecoder(.utf16le, options)
        case .utf16BE: WideDecoder(.utf16be, options)
        case .utf32LE: WideDecoder(.utf32le, options)
        case .utf32BE: WideDecoder(.utf32be, options)
        }
    }

    /// A converter of UTF-8 in NFC to these bytes.
    public func encoder(_ options: ConversionOptions = ConversionOptions()) -> any Converter {
        switch self {
        case .unicode: UnicodeDecoder(options)
        case .combining: CombiningEncoder(options)
        case .tcvn3, .vniWindows, .viscii, .vps, .cp1258, .viqr: TableEncoder(machines(options), options)
        case .tcvn3Latin1, .vniLatin1, .visciiLatin1, .vpsLatin1, .cp1258Latin1:
            Latin1Encoder(machines(options), options)
        case .utf8Windows1252: MisreadUTF8Encoder(times: 1, options)
        case .utf8Windows1252Twice: MisreadUTF8Encoder(times: 2, options)
        case .vovStandIns: VOVEncoder(options)
        case .html: HTMLEncoder(options)
        case .utf16LE: WideEncoder(.utf16le)
        case .utf16BE: WideEncoder(.utf16be)
        case .utf32LE: WideEncoder(.utf32le)
        case .utf32BE: WideEncoder(.utf32be)
        }
    }

    /// Whether text in it is made of units of two or four bytes, so that a byte alone is no line end and no tab.
    public var isWide: Bool { [.utf16LE, .utf16BE, .utf32LE, .utf32BE].contains(self) }

    /// Whether text in it is UTF-8, in which a byte order mark may stand at the beginning.
    public var isUTF8: Bool { !isWide && !isOfBytes && self != .viqr }

    /// Whether each letter beyond ASCII is bytes that are not UTF-8: TCVN3, VNI, VISCII, VPS and code page 1258.
    public var isOfBytes: Bool { [.tcvn3, .vniWindows, .viscii, .vps, .cp1258].contains(self) }

    /// For an encoding of bytes, what its texts are after they were read as Latin-1 and saved as UTF-8.
    var readAsLatin1: TextEncoding {
        switch self {
        case .tcvn3: .tcvn3Latin1
        case .vniWindows: .vniLatin1
        case .viscii: .visciiLatin1
        case .vps: .vpsLatin1
        case .cp1258: .cp1258Latin1
        default: self
        }
    }

    /// The machines of its table, or of the table of the encoding that was read as Latin-1.
    func machines(_ options: ConversionOptions = ConversionOptions()) -> TableMachines {
        switch self {
        case .tcvn3, .tcvn3Latin1: options.capitals ? .tcvn3Capitals : .tcvn3
        case .vniWindows, .vniLatin1: .vniWindows
        case .viscii, .visciiLatin1: .viscii
        case .vps, .vpsLatin1: .vps
        case .cp1258, .cp1258Latin1: .cp1258
        default: .viqr
        }
    }
}
