import Composition
package import Conversion
package import Engine

/// Turns text that was typed as keys into what these keys write: `tieengs Vieetj` into *tiếng Việt*.
///
/// Each character is the key that types it, and goes through the keymap as it does on a desktop, so that marks and tones
/// may stand behind their letter or at the end of the word. Line ends and tabs end the composition.
///
///     let keymap = try Catalogue.keymap(at: path)  // vi/telex
///     var converter = KeysConverter(Engine(keymap: keymap))
///     converter.convertAll(Array("tieengs".utf8))  // the bytes of "tiếng" (language)
///
/// - Complexity: O(*n*); memory for one composition.
package struct KeysConverter: Converter {
    private var session: Session
    private var stream = ScalarStream()
    private var composer = TextEncoding.unicode.decoder(ConversionOptions(illFormed: .keep))
    package private(set) var problems = ConversionProblems()

    /// A converter of keys of the keymap of `engine`.
    package init(_ engine: Engine) { session = Session(engine) }

    /// The names of the forms, and of the keymaps that read them.
    package static let forms = ["telex": "vi/telex", "vni": "vi/vni", "viqr-keys": "vi/viqr"]

    package mutating func convert(_ input: Span<UInt8>, into output: inout [UInt8]) {
        var text: [UInt8] = []
        var stream = stream
        stream.read(input) { type($0, at: $1, &text) }
        self.stream = stream
        composer.convert(text.span, into: &output)
    }

    package mutating func finish(into output: inout [UInt8]) {
        var text: [UInt8] = []
        var stream = stream
        stream.finish { type($0, at: $1, &text) }
        self.stream = stream
        end(&text)
        composer.convert(text.span, into: &output)
        composer.finish(into: &output)
    }

    private mutating func type(_ item: ScalarStream.Item, at offset: Int, _ text: inout [UInt8]) {
        switch item {
        case .scalar(let scalar) where scalar.value < 0x20 || scalar.value == 0x7F:
            end(&text)
            text.append(UInt8(truncatingIfNeeded: scalar.value))
        case .scalar(let scalar):
            let response = session.process(KeyEvent(scalar))
            if response.hasCommit { text += Array(session.committed.string.utf8) }
            if !response.isConsumed { text += UTF8.encode(scalar).map(Array.init) ?? [] }
        case .illFormed(let bytes):
            end(&text)
            problems.note(.illFormed, at: offset)
            text += bytes
        }
    }

    /// The composition ends here.
    private mutating func end(_ text: inout [UInt8]) {
        session.commit()
        text += Array(session.committed.string.utf8)
    }
}
