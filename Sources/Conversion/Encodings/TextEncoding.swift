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

    /// A converter of these bytes to UTF-8 in NFC.
    public func decoder(_ options: ConversionOptions = ConversionOptions()) -> any Converter {
        switch self {
        case .unicode, .combining: UnicodeDecoder(options)
        case .vniLatin1: VNILatin1Decoder(options)
        case .tcvn3: TableDecoder(options.capitals ? .tcvn3Capitals : .tcvn3, options)
        case .vniWindows: TableDecoder(.vniWindows, options)
        case .viscii: TableDecoder(.viscii, options)
        case .vps: TableDecoder(.vps, options)
        case .cp1258: TableDecoder(.cp1258, options)
        case .viqr: TableDecoder(.viqr, options)
        case .vovStandIns: VOVDecoder(options)
        }
    }

    /// A converter of UTF-8 in NFC to these bytes.
    public func encoder(_ options: ConversionOptions = ConversionOptions()) -> any Converter {
        switch self {
        case .unicode: UnicodeDecoder(options)
        case .combining: CombiningEncoder(options)
        case .vniLatin1: VNILatin1Encoder(options)
        case .tcvn3: TableEncoder(options.capitals ? .tcvn3Capitals : .tcvn3, options)
        case .vniWindows: TableEncoder(.vniWindows, options)
        case .viscii: TableEncoder(.viscii, options)
        case .vps: TableEncoder(.vps, options)
        case .cp1258: TableEncoder(.cp1258, options)
        case .viqr: TableEncoder(.viqr, options)
        case .vovStandIns: VOVEncoder(options)
        }
    }
}
