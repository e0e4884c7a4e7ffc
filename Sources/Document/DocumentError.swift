/// Why a document is not converted.
public enum DocumentError: Error, Hashable, Sendable {
    /// A ZIP archive that is no document which is read here.
    case notText
    /// It asks for a password.
    case encrypted
    /// The archive, or what is said of a part in it, is not what it should be; the part's name, or nothing.
    case damaged(part: String)
    /// A part, the parts together or the archive are larger than ``DocumentConverter`` reads; the part's name, or nothing.
    case tooLarge(part: String)
    /// A part is packed in a way that is not known here.
    case unknownPacking(part: String)
    /// A part is not well-formed XML; `reason` is expat's, line and column are from 1, the column in bytes.
    case malformed(part: String, line: Int, column: Int, reason: String)
    /// A part is XML in an encoding that is neither UTF-8 nor UTF-16, or in UTF-16 that is damaged.
    case encoding(part: String)
    /// A part declares a document type, which neither format allows.
    case documentType(part: String)
}
