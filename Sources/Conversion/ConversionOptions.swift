/// What a user may decide about decoding and encoding.
public struct ConversionOptions: Hashable, Sendable {
    /// What becomes of bytes that have no meaning; either way they are counted.
    public enum IllFormed: String, Hashable, Sendable, CaseIterable {
        /// U+FFFD stands in their place; an encoder writes `?`.
        case replace
        /// They are written as they are, so that nothing is lost; the text is not UTF-8 there.
        case keep
    }

    /// Which lines of a text are in the legacy encoding, where that is decided line by line.
    public enum Lines: String, Hashable, Sendable, CaseIterable {
        /// Those that show it.
        case decide
        /// All.
        case all
    }

    /// What becomes of bytes that have no meaning.
    public var illFormed: IllFormed
    /// Whether the text is set in a font that shows small letters as capitals, such as `.VnTimeH` of TCVN3.
    public var capitals: Bool
    /// Which lines `vni-latin1` takes for VNI.
    public var lines: Lines

    /// The usual options, except for those given.
    public init(illFormed: IllFormed = .replace, capitals: Bool = false, lines: Lines = .decide) {
        self.illFormed = illFormed
        self.capitals = capitals
        self.lines = lines
    }
}
