/// A word as another script writes it.
///
///     ScriptForm(script: "Cham", text: "ꨀꨇꨉ")
public struct ScriptForm: Hashable, Sendable {
    /// The script, four letters of ISO 15924.
    public var script: String
    /// The word, in NFC.
    public var text: String

    /// The form `text` in the script `script`.
    public init(script: String, text: String) {
        self.script = script
        self.text = text
    }
}
