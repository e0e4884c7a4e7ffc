/// An ethnic group of Vietnam, what it is called, and its languages.
public struct People: Sendable {
    /// Its number in the list of 1979, from 1 to 54; nil for what is no group of Vietnam.
    public var number: Int?
    /// Its name in the spelling of the census of 2019.
    public var vietnamese: String
    /// Its name in English.
    public var english: String
    /// Other names and spellings, and names of parts of it.
    public var names: [Language.Name]
    /// Its languages; empty for the group whose language has no code.
    public var languages: [Language]
}
