/// Where the text of an ``Editor`` is saved, and kept until it is.
///
/// ``EditorLoop`` asks it; the editor itself does no input or output.
public protocol EditorStore {
    /// Saves `text`.
    ///
    /// - Returns: nil, or the reason why it failed, which is shown to the user.
    mutating func save(_ text: String) -> String?

    /// Keeps `text`, which is not saved, in case the program ends without being asked.
    mutating func keep(_ text: String)

    /// The text that the editor offered was put in; it is kept until the new text is saved.
    mutating func didRestore()

    /// The text that the editor offered is not wanted any more.
    mutating func deleteOffered()
}
