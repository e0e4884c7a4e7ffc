/// A sentence for people, in each language that the project speaks.
///
///     let title = Wording("first here", "lần đầu ở đây")
///     title.text(in: .vietnamese)  // "lần đầu ở đây"
///
/// Both are written side by side, where the sentence is decided, so that neither is forgotten.
public struct Wording: Hashable, Sendable {
    /// A language in which sentences are written.
    public enum Language: String, CaseIterable, Sendable {
        /// English.
        case english = "en"
        /// Vietnamese.
        case vietnamese = "vi"
    }

    /// In English.
    public var english: String
    /// In Vietnamese.
    public var vietnamese: String

    /// A sentence in English, and the same in Vietnamese.
    public init(_ english: String, _ vietnamese: String) {
        self.english = english
        self.vietnamese = vietnamese
    }

    /// The sentence in `language`.
    public func text(in language: Language) -> String {
        switch language {
        case .english: english
        case .vietnamese: vietnamese
        }
    }
}
