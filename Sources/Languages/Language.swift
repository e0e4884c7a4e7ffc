/// A language, and what it is called.
///
///     let rade = Languages.named("Êđê").first
///     rade?.tag      // "rad"
///     rade?.english  // "Rade"
public struct Language: Sendable {
    /// A name that a source gives.
    public struct Name: Sendable {
        /// The name, as the source writes it.
        public var text: String
        /// Where it was read.
        public var source: NameSource
    }

    /// The BCP 47 tag by which this project calls it, without a script: the code of two letters where there is one.
    public var tag: String
    /// Other ISO 639 codes of the same language, such as `vie` for `vi`.
    public var codes: [String]
    /// The ISO 15924 codes of the scripts it is written in, the usual one first; empty when no orthography was seen.
    public var scripts: [String]
    /// Its name in Vietnamese, without «tiếng».
    public var vietnamese: String
    /// Its name in ISO 639-3.
    public var english: String
    /// Other names and spellings.
    public var names: [Name]

    /// The tags that texts in it have: with the script when it is written in several.
    ///
    ///     Languages.named("Tai Dam").first?.tags  // ["blt-Tavt", "blt-Latn"]
    public var tags: [String] { scripts.count > 1 ? scripts.map { "\(tag)-\($0)" } : [tag] }
}
