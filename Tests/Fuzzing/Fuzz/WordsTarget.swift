import Engine

/// Reads a file of the user's words, and expects to read again what it would write of them.
func readWords(_ bytes: [UInt8]) {
    guard let words = UserWords.words(of: bytes) else { return }
    guard UserWords.words(of: UserWords.text(of: words)) == words else {
        fatalError("words that are written are not those that are read")
    }
}
