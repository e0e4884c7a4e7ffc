import Diagnostics

/// What is missing in a line.
enum MissingText: MessagePart {
    /// One of these words.
    case oneOf([String])

    // Header and settings
    case languageVersion(Int)
    case languageTag, title, keymapVersion, licence, source, keymapName
    case escapeKey, restoreRule, restoreKey
    case keepName, keptWords
    case optionNameAndValues, optionValues

    // Letters, marks and tones
    case letter, key, keys, name, mark, markedLetters, partClasses, secondPartClass
    case keysOf(letter: String)

    // Sets, syllables, places and clusters
    case setNameAndLetters, equalsAndLetters, letterSequences
    case syllableName, toneClause, toneNames, onsets, vowels, tonePlace, colonAndTonePlace
    case classes, number

    // Rules
    case replacement, arrowAndReplacement, textBeforeCaret
    case markerNames, setNameAndTexts, equalsAndTexts
    case orderClause, orderedCharacters, charactersBefore, orderNumber

    var wording: Wording {
        switch self {
        case .oneOf(let words): Choices(words).wording
        case .languageVersion(let version):
            Wording(
                "the version of the keymap language, \(version)",
                "phiên bản của ngôn ngữ kiểu gõ, là \(version)")
        case .languageTag:
            Wording("a BCP 47 language tag (such as rad)", "mã ngôn ngữ BCP 47 (như rad)")
        case .title: Wording("the title of the keymap", "tiêu đề của kiểu gõ")
        case .keymapVersion:
            Wording("the version of the keymap (such as 1.0)", "phiên bản của kiểu gõ (như 1.0)")
        case .licence:
            Wording("an SPDX licence identifier (such as CC0-1.0)", "mã giấy phép SPDX (như CC0-1.0)")
        case .source:
            Wording("where the letters and keys come from", "nguồn của các chữ cái và phím")
        case .keymapName:
            Wording("the name of a keymap (such as vi/telex)", "tên một kiểu gõ (như vi/telex)")
        case .escapeKey: Wording("a key (such as \\)", "một phím (như \\)")
        case .restoreRule:
            Wording(
                "'unless syllable', 'by' and a key, or 'never'",
                "'unless syllable', 'by' rồi một phím, hoặc 'never'")
        case .restoreKey: Wording("a key (such as {Control+z})", "một phím (như {Control+z})")
        case .keepName:
            Wording(
                "a name (such as that of the words' language)", "một tên (như tên ngôn ngữ của các từ)")
        case .keptWords: Wording("words, in indented lines below", "các từ, ở những dòng thụt vào bên dưới")
        case .optionNameAndValues: Wording("a name, '=' and values", "một tên, '=' và các giá trị")
        case .optionValues:
            Wording("'=' and values with '|' between them", "'=' và các giá trị cách nhau bằng '|'")
        case .letter: Wording("a letter", "một chữ cái")
        case .key: Wording("a key", "một phím")
        case .keys: Wording("keys", "các phím")
        case .name: Wording("a name", "một tên")
        case .mark: Wording("a combining mark (such as U+0306)", "một dấu kết hợp (như U+0306)")
        case .markedLetters:
            Wording("'on' and the letters the mark sits on", "'on' và những chữ cái mang dấu")
        case .partClasses: Wording("the classes of the two parts", "lớp của hai phần")
        case .secondPartClass: Wording("the class of the second part", "lớp của phần thứ hai")
        case .keysOf(let letter): Wording("the keys of \(quoted(letter))", "các phím của \(quoted(letter))")
        case .setNameAndLetters:
            Wording("a name, '=' and sequences of letters", "một tên, '=' và các dãy chữ cái")
        case .equalsAndLetters: Wording("'=' and sequences of letters", "'=' và các dãy chữ cái")
        case .letterSequences: Wording("sequences of letters", "các dãy chữ cái")
        case .syllableName:
            Wording("a name (such as the language's)", "một tên (như tên ngôn ngữ)")
        case .toneClause: Wording("'tones' and their names", "'tones' và tên các thanh")
        case .toneNames: Wording("names of tones, or 'none'", "tên các thanh, hoặc 'none'")
        case .onsets: Wording("onsets", "các âm đầu")
        case .vowels: Wording("vowels", "các nguyên âm")
        case .tonePlace: Wording("where the tone stands", "vị trí dấu thanh")
        case .colonAndTonePlace: Wording("':' and where the tone stands", "':' và vị trí dấu thanh")
        case .classes: Wording("classes", "các lớp chữ cái")
        case .number: Wording("a number", "một số")
        case .replacement: Wording("the text to put instead", "đoạn chữ thay vào")
        case .arrowAndReplacement: Wording("'>' and the text to put instead", "'>' và đoạn chữ thay vào")
        case .textBeforeCaret: Wording("the text before the caret", "đoạn chữ trước con trỏ")
        case .markerNames: Wording("names of markers", "tên các điểm mốc")
        case .setNameAndTexts: Wording("a name, '=' and texts", "một tên, '=' và các đoạn chữ")
        case .equalsAndTexts: Wording("'=' and texts", "'=' và các đoạn chữ")
        case .orderClause: Wording("':' and what is said of it", "':' và điều cần nói về nó")
        case .orderedCharacters: Wording("characters to put in order", "các ký tự cần xếp thứ tự")
        case .charactersBefore: Wording("the characters before them", "các ký tự đứng trước chúng")
        case .orderNumber: Wording("'order' and a number", "'order' và một số")
        }
    }
}
