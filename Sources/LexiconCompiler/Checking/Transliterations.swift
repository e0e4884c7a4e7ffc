import Text
import Conversion
import TransformCompiler
import Diagnostics
import ICU
import Lexicon

/// Writes headwords in the scripts and spellings that the header names, by the rules of transforms.
struct Transliterations {
    /// A form that the header names, and the rules that lead there.
    private struct Rules {
        let form: String
        let transform: Transform
        /// Whether the header says that the rules cannot write every word.
        let isPartial: Bool
    }

    /// What the lexicon says of the rules.
    let facts: [LexiconInfo.Transliteration]
    private let rules: [Rules]
    /// The script whose letters are not to be left.
    private let script: String

    /// The rules that `header` asks for; what is wrong with them is added to `report`.
    ///
    /// - Parameters:
    ///   - script: The script of the headwords.
    ///   - transform: The file of the transform of a name such as `blt-Tavt/blt-Latn`, or nil when there is none.
    init(
        _ header: SourceHeader, script: String, transform: ((String) -> SourceText?)?,
        _ report: inout LexiconReport
    ) {
        self.script = script
        let language = header.language?.text ?? "und"
        let from = LanguageTag.script(of: language) == nil ? "\(language)-\(script)" : language
        var rules: [Rules] = []
        for (form, isPartial) in header.transliterations {
            let name = "\(from)/\(form.text)"
            guard let source = transform?(name) else {
                report.add(.missingTransform(name), at: form.range)
                continue
            }
            let (read, diagnostics) = TransformCompiler.read(source)
            guard let read else {
                let errors = diagnostics.filter { $0.severity == .error }
                report.add(
                    .brokenTransform(name, errors: errors.count), at: form.range,
                    notes: errors.first.map { [.init($0.wording, at: $0.range, in: $0.text)] } ?? [])
                continue
            }
            guard read.info.from == from, read.info.to == form.text else {
                report.add(.otherTransform(name, from: read.info.from, to: read.info.to), at: form.range)
                continue
            }
            rules.append(Rules(form: form.text, transform: read, isPartial: isPartial))
        }
        self.rules = rules
        facts = rules.map {
            .init(form: $0.form, status: $0.transform.info.status, version: $0.transform.info.version)
        }
    }

    /// The scripts other than that of the headwords in which words are written.
    var scripts: [String] { rules.compactMap { LanguageTag.script(of: $0.form) } }

    /// The headword in each form in which it can be written; where it cannot be, that is added to `report`.
    func transliterations(of headword: Piece, _ report: inout LexiconReport) -> [Transliteration] {
        var result: [Transliteration] = []
        for rules in rules {
            let text = rules.transform.applied(to: headword.text)
            // What keeps letters of the other script is not a word of this one.
            let changesScript = LanguageTag.script(of: rules.form).map { $0 != script } ?? false
            let left = changesScript ? text.unicodeScalars.first { $0.scriptCode == script } : nil
            guard left == nil, !text.isEmpty else {
                if !rules.isPartial {
                    report.add(
                        .notTransliterated(headword.text, in: rules.form, left: left), at: headword.range)
                }
                continue
            }
            guard text.utf8.count <= LexiconFormat.Limit.field else {
                report.add(
                    .tooLong(
                        .transliteration, count: text.utf8.count, limit: LexiconFormat.Limit.field),
                    at: headword.range)
                continue
            }
            result.append(Transliteration(form: rules.form, text: text))
        }
        return result
    }
}
