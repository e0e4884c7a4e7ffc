import Conversion
import Diagnostics
import TestSupport

/// Texts and lists that the tests of conversion share.
enum Samples {
    /// A text as UTF-8 bytes, whole.
    static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    /// `input` given to `converter` in the pieces that `cuts` make of it.
    static func convert(_ input: [UInt8], by converter: any Converter, cuts: [Int] = []) -> [UInt8] {
        var converter = converter
        var output: [UInt8] = []
        var start = 0
        for cut in cuts.sorted() + [input.count] {
            converter.convert(Array(input[start..<cut]).span, into: &output)
            start = cut
        }
        converter.finish(into: &output)
        return output
    }

    /// A paragraph with every tone, and signs, and no capital with a tone, which TCVN3 lacks: part of the
    /// opening of the Universal Declaration of Human Rights.
    static let vietnamese = """
        Cộng hoà xã hội chủ nghĩa Việt Nam. Độc lập – Tự do – Hạnh phúc.
        Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền lợi. Mọi con người đều được tạo hoá \
        ban cho lý trí và lương tâm và cần phải đối xử với nhau trong tình bằng hữu. Những kẻ sẽ nghĩ kỹ, ở Mỹ, ăn \
        phở; "ông ấy" hỏi (ai?) rồi ừ, ạ, ý kiến quý!

        """

    /// Every letter of the Vietnamese alphabet in both cases, with every tone.
    static let letters: [String] =
        VietnameseLetters.beyondASCII
        + "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".map(String.init)

    /// The syllables of hunspell-vi, which lie in the folder `shared` beside the checkout; nil when it is
    /// absent.
    static let syllables: [String]? = Repository.shared("data/hunspell-vi/vi_VN.dic").map { source in
        String(decoding: source.bytes, as: UTF8.self).split(separator: "\n").dropFirst()
            .map { String($0.prefix { $0 != "/" }) }
    }
}
