/// Where a name was read.
///
/// The raw value is the letter that stands for the source in the table of names.
public enum NameSource: Character, Sendable, CaseIterable {
    /// The list of the ethnic groups of Vietnam: decision 121-TCTK/PPCĐ of the General Statistics Office, 2 March 1979, as
    /// the statistics office of Đà Nẵng publishes it; the second half as copies of the list have it.
    case decision1979 = "D"
    /// The list renewed for the census of 2009: decision 1019/QĐ-TCTK, 12 November 2008, as annex E of QCVN 109 has it.
    case decision2008 = "N"
    /// The names of the programmes in twelve languages of the Voice of Vietnam (VOV4).
    case radio = "V"
    /// The vernacular names and alternate names of SIL International's language index: `source/langindex.tab` of
    /// `silnrsi/langtags`, commit 99b856b, MIT.
    case index = "S"
    /// What speakers call their language: `source/autonyms.csv` of the same.
    case autonyms = "A"
    /// The Unicode CLDR, Vietnamese names of languages.
    case cldr = "U"
    /// The titles of the keymaps and lexicons of this project.
    case titles = "K"
    /// Our translation of the name in ISO 639-3, where no source names the language in Vietnamese.
    case translated = "J"
    /// Lists of the 54 groups that name no source of their own. These names are understood; nothing else rests on them.
    case unsourced = "T"
}
