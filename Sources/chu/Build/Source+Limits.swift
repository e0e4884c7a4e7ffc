import Diagnostics

extension Source {
    /// Refuses a source that is longer than any a person writes: each diagnostic shows its line, so that the time would
    /// grow with the square of the line.
    ///
    /// A line has at most 64 KiB, in a lexicon 1 MiB; a keymap, a transform or a macro file has at most 16 MiB.
    ///
    /// - Parameter product: What it is a source of, when that is not known from itself.
    /// - Throws: ``Failure`` with the exit code for bad data.
    /// - Complexity: O(*bytes*).
    func checkLimits(of product: SourceKind.Product? = nil) throws {
        let isLexicon = (product ?? kind?.product) == .lexicon
        guard isLexicon || text.bytes.count <= 1 << 24 else {
            throw Failure(.badData, .largeSource(path, mebibytes: 16))
        }
        let limit = isLexicon ? 1 << 20 : 1 << 16
        var (line, start) = (1, 0)
        for (index, byte) in text.bytes.enumerated() {
            if byte == 0x0A { (line, start) = (line + 1, index + 1) }
            if index - start >= limit { throw Failure(.badData, .longLine(path, line, bytes: limit)) }
        }
    }
}
