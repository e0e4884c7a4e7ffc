/// What a line of UTF-8 is that may be in a legacy encoding which was read as Latin-1.
enum LineVerdict: Sendable {
    /// It is in the legacy encoding.
    case legacy
    /// It is in Unicode.
    case unicode
    /// It is the same either way, because it has no letters beyond ASCII.
    case ascii
    /// It has letters of Latin-1 that may be either.
    case undecided
}
