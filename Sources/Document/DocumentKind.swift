/// What a file is, by its first bytes, as far as it is not text.
///
///     DocumentKind(beginning: [0x50, 0x4B, 3, 4])  // .archive
public enum DocumentKind: String, Hashable, Sendable, CaseIterable {
    /// A ZIP archive, such as a `.docx`, an `.xlsx` or an `.odt`.
    case archive
    /// What Word wrote before 2007, and a `.docx` with a password.
    case compound
    /// Rich Text Format.
    case richText
    /// Portable Document Format: pages, whose text cannot be changed.
    case portable

    /// How such a file begins.
    var signature: [UInt8] {
        switch self {
        case .archive: [0x50, 0x4B, 0x03, 0x04]
        case .compound: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        case .richText: Array("{\\rtf".utf8)
        case .portable: Array("%PDF-".utf8)
        }
    }

    /// The kind of a file that begins so; nil when it is a text or too short.
    public init?(beginning: [UInt8]) {
        guard let kind = DocumentKind.allCases.first(where: { beginning.starts(with: $0.signature) }) else {
            return nil
        }
        self = kind
    }

    /// Whether a file that begins so may be a document when more of it is read.
    public static func isOpen(_ beginning: [UInt8]) -> Bool {
        allCases.contains { $0.signature.count > beginning.count && $0.signature.starts(with: beginning) }
    }
}
