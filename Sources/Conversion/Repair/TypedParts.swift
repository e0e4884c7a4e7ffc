/// Letters that were typed as two that look the same together.
package enum TypedParts {
    /// Two code points and the one that is meant.
    package struct Row: Sendable {
        /// The first of the two.
        package let first: Unicode.Scalar
        /// The second of the two.
        package let second: Unicode.Scalar
        /// What is meant.
        package let whole: Unicode.Scalar
    }

    /// The vowel E of Tai Viet, drawn as UEA twice.
    package static let taiVietE = Row(first: "\u{AAB9}", second: "\u{AAB9}", whole: "\u{AAB5}")

    /// The vowel EI of Lao, drawn as E twice.
    package static let laoEI = Row(first: "\u{EC0}", second: "\u{EC0}", whole: "\u{EC1}")

    /// The parts of the vowel AM of Lao, and AM.
    package static let laoNiggahita: Unicode.Scalar = "\u{ECD}"
    /// The vowel AA of Lao, the second part of AM.
    package static let laoAA: Unicode.Scalar = "\u{EB2}"
    /// The vowel AM of Lao.
    package static let laoAM: Unicode.Scalar = "\u{EB3}"

    /// The vowels that are drawn as another twice.
    static let doubled = [taiVietE, laoEI]

    /// Khmer vowels around the consonant, typed in the parts that the charts of the block show: OO and OE.
    package static let khmerVowels = [
        Row(first: "\u{17C1}", second: "\u{17B6}", whole: "\u{17C4}"),
        Row(first: "\u{17C1}", second: "\u{17B8}", whole: "\u{17BE}"),
    ]
}
