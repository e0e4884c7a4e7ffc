/// The numbers that the reader and the writer of compiled lexicons share.
///
/// See <doc:File-format> for the layout byte by byte.
package enum LexiconFormat {
    /// The version of the sections.
    package static let version: UInt32 = 2

    /// What each section holds.
    package enum Section {
        package static let info: UInt32 = 1
        package static let names: UInt32 = 2
        package static let entryOffsets: UInt32 = 3
        package static let entries: UInt32 = 4
        package static let headwords: UInt32 = 5
        package static let headwordPostings: UInt32 = 6
        package static let glosses: UInt32 = 7
        package static let glossPostings: UInt32 = 8
        package static let folding: UInt32 = 9
        package static let texts: UInt32 = 10
        package static let textPostings: UInt32 = 11
        package static let headwordWeights: UInt32 = 12
        package static let transliterations: UInt32 = 13
        package static let order: UInt32 = 14
        package static let spelling: UInt32 = 15
    }

    /// How much a file may hold, so that no file can ask for more than its own size is worth.
    package enum Limit {
        /// Bytes of a name: a tag, a part of speech, a source's id.
        package static let name = 1023
        /// Languages of glosses: each is one byte of a gloss's search key.
        package static let languages = 200
        /// Bytes of one field.
        package static let field = 65_535
    }
}
