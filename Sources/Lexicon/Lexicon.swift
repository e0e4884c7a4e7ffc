public import Storage

/// A compiled dictionary, read in place.
public final class Lexicon: Sendable {
    /// Opens a compiled lexicon.
    public init(_ file: MappedFile) throws(ContainerError) {
        _ = try Container(file, kind: .lexicon, version: 1)
    }
}
