/// Spellings that Vietnamese writers and learners put for one another.
///
/// The whole table is ``table``, one line for each confusion. <doc:Near-words> explains it.
struct Confusion: Sendable {
    /// Where in a syllable the spellings stand.
    enum Place: String {
        /// All the consonants before the vowels.
        case onset
        /// The beginning of the syllable, whatever follows.
        case start
        /// All the vowels, with the u of qu.
        case vowels
        /// Some of the vowels.
        case vowel
        /// The vowels and all that follows them.
        case rime
        /// All the consonants at the end.
        case coda
        /// Anywhere.
        case anywhere
    }

    /// Where they stand.
    let place: Place
    /// The spellings, each as its letters without tones.
    let spellings: [[UInt32]]
    /// How far two of them are from each other; see ``SlipWeight``.
    let weight: Int

    /// The confusions: where, how far apart, which spellings, and the letters of the sources.
    ///
    /// - `W`: English Wikipedia, *Vietnamese phonology*: which sounds are one in which dialect (CC BY-SA 4.0); so too Phạm &
    ///   McLeod 2016, *Consonants, vowels and tones across Vietnamese dialects*, International Journal of Speech-Language
    ///   Pathology 18(2), 122–134.
    /// - `X`: Phan Thị Hồng Xuân 2017, *Một số giải pháp khắc phục lỗi chính tả của người sử dụng tiếng Việt*, Tạp chí Khoa học
    ///   ĐHQGHN 33(2), 68–74, and Huỳnh Ngọc Nguyên Hồng & Nguyễn Thị Tuyết Nhung 2004, *Thực trạng viết sai chính tả của học
    ///   sinh Trường THPT Nguyễn Khuyến*, Đại học An Giang: what is misspelled, by onset, vowel, coda and tone.
    /// - `L`: Lê Kim Nhung, *Cơ sở lý luận của việc chữa lỗi phát âm và lỗi chính tả đối với cặp phụ âm l/n cho sinh viên*: l
    ///   and n in the North.
    /// - `B`: Bộ Giáo dục và Đào tạo, Quyết định 1989/QĐ-BGDĐT (2018), article 9: i and y.
    /// - `Q`: the rules of the orthography itself: one sound is written in several ways beside different vowels, and ph is
    ///   the f of other languages.
    /// - `R`: the words of `Lexicons/rad` and `Lexicons/jra`, which have the rime âo; Vietnamese has only âu.
    static let table = """
        onset   1  g gh        Q X
        onset   1  ng ngh      Q X
        onset   1  c k q       Q X
        vowels  1  i y         B
        vowels  1  ui uy       B
        onset   2  d gi        W X
        start   2  di gi       W X
        onset   3  d gi r      W X
        onset   4  d gi v      W X
        onset   2  s x         W X
        onset   2  ch tr       W X
        onset   3  l n         W L
        coda    3  n ng        W X
        coda    3  t c         W X
        rime    3  in inh      W X
        rime    3  ên ênh      W X
        rime    3  it ich      W X
        rime    3  êt êch      W X
        vowel   3  oa ua       Q X
        vowel   3  oe ue       Q X
        vowel   3  iê i        W X
        vowel   3  uô u        W X
        vowel   3  ươ ư        W X
        vowel   3  ươu iêu     W
        vowel   3  ưu iu       W
        vowel   3  âo âu       R
        anywhere 2 ph f        Q
        """

    /// The lines of ``table``, read.
    static let all: [Confusion] = table.split(separator: "\n").compactMap { Confusion($0) }

    /// Reads a line of ``table``; nil when it is none.
    private init?(_ line: Substring) {
        let words = line.split(separator: " ")
        guard words.count > 3, let place = Place(rawValue: String(words[0])), let weight = Int(words[1])
        else { return nil }
        self.place = place
        self.weight = weight
        // The letters of sources are capitals.
        let spelled = words.dropFirst(2).prefix { $0.utf8.allSatisfy { !(0x41...0x5A).contains($0) } }
        spellings = spelled.map { $0.unicodeScalars.map(\.value) }
    }

    /// A spelling as text.
    func text(_ spelling: Int) -> String {
        String(String.UnicodeScalarView(spellings[spelling].compactMap(Unicode.Scalar.init)))
    }
}

/// How far a word is from another, in steps: a tone hỏi for a tone ngã is one.
///
/// What is nearer is likelier to have been meant. Weights of spellings that sound alike are those of ``Confusion``.
enum SlipWeight {
    /// The tones hỏi and ngã, which are one in the Centre and the South.
    static let likeTone = 1
    /// Any other two tones.
    static let tone = 2
    /// A letter with another mark, or without: ă for a, ƀ for b; another vowel sign, of scripts that have such.
    static let mark = 3
    /// A letter twice instead of once.
    static let doubled = 3
    /// Two letters in the other order.
    static let swapped = 4
    /// A letter too few or too many.
    static let missing = 5
    /// A key beside the one meant.
    static let key = 5
    /// Any other letter.
    static let other = 10
    /// A blank, or an apostrophe and what else a search does not look at.
    static let blank = 2

    /// The greatest distance of a word that is suggested for one of that many letters.
    static func bound(_ letters: Int) -> Int { min(letters + 5, 14) }
}
