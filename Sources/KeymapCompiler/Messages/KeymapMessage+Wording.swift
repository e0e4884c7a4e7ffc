import Composition
import Diagnostics
import ICU
import Text

extension KeymapMessage {
    var wording: Wording {
        switch self {
        // Characters
        case .unreadable(let text): text.wording
        case .falseBlank(let scalar):
            Wording(
                "\(scalar.codePointName) looks like a blank but is none; expected a blank",
                "\(scalar.codePointName) trông như dấu cách nhưng không phải; cần một dấu cách")
        case .invisibleCharacter(let scalar):
            Wording(
                "\(scalar.codePointName) cannot be seen; expected a visible character",
                "\(scalar.codePointName) không nhìn thấy được; cần một ký tự nhìn thấy được")
        case .notNormalized(let text, let normal):
            Wording(
                "\(quoted(text)) is not in NFC; expected \(quoted(normal))",
                "\(quoted(text)) không ở dạng NFC; cần viết \(quoted(normal))")
        case .badCodePoint(let text):
            Wording(
                "\(quoted(text)) is no code point; expected four to six digits, such as U+0306",
                "\(quoted(text)) không phải là điểm mã; cần bốn đến sáu chữ số hệ mười sáu, như U+0306")

        // Statements
        case .unknownStatement(let word, let closest):
            Wording(
                "no statement begins with \(quoted(word))",
                "không có khai báo nào bắt đầu bằng \(quoted(word))")
                + .didYouMean(closest)
        case .missingStatement(let keyword):
            Wording(
                "statement '\(keyword.rawValue)' is missing; expected \(keyword.expectation.english)",
                "thiếu khai báo '\(keyword.rawValue)'; cần \(keyword.expectation.vietnamese)")
        case .missingTests:
            Wording(
                "this line is a test, and no 'tests' stands before it",
                "dòng này là phép thử, nhưng trước nó không có 'tests'")
        case .duplicateStatement(let statement):
            Wording(
                "'\(statement)' stands here a second time; expected it once",
                "'\(statement)' xuất hiện lần thứ hai ở đây; chỉ được có một lần")
        case .notFirst(let before):
            Wording(
                "'keymap' stands after \(quoted(before)); expected it as the first statement",
                "'keymap' đứng sau \(quoted(before)); cần là khai báo đầu tiên")
        case .unsupportedVersion(let version, let supported):
            Wording(
                "version \(quoted(version)) of the keymap language is not known; expected \(supported)",
                "không biết phiên bản \(quoted(version)) của ngôn ngữ kiểu gõ; cần \(supported)")
        case .indentedStatement(let word):
            Wording(
                "statement \(quoted(word)) is indented; expected it in the first column",
                "khai báo \(quoted(word)) bị thụt vào; cần đặt ở cột đầu tiên")
        case .notIndented(let word, let statement):
            Wording(
                "\(quoted(word)) stands in the first column; expected a line of \(quoted(statement)) to be indented",
                "\(quoted(word)) đứng ở cột đầu tiên; dòng thuộc \(quoted(statement)) cần thụt vào")
        case .unevenIndentation(let word):
            Wording(
                "\(quoted(word)) is not indented like the lines above it; expected all of them alike",
                "\(quoted(word)) không thụt vào như các dòng ở trên; cần thụt vào bằng nhau")
        case .unknownLine(let word, let statement, _, let closest?):
            Wording(
                "no line of \(quoted(statement)) begins with \(quoted(word))",
                "trong \(quoted(statement)) không có dòng nào bắt đầu bằng \(quoted(word))")
                + .didYouMean(closest)
        case .unknownLine(let word, let statement, let expected, nil):
            Wording(
                "no line of \(quoted(statement)) begins with \(quoted(word)); expected \(Choices(expected).en)",
                "trong \(quoted(statement)) không có dòng nào bắt đầu bằng \(quoted(word)); cần \(Choices(expected).vi)"
            )
        case .unknownWord(let word, let meant):
            Wording("\(quoted(word)) is not known here", "ở đây không có từ \(quoted(word))")
                + .didYouMean(meant)
        case .unexpectedText(let text, let place):
            Wording(
                "found \(quoted(text)) \(place.en); expected nothing here",
                "gặp \(quoted(text)) \(place.vi); ở đây không cần gì")
        case .missingText(let expected, let place):
            Wording("expected \(expected.en) \(place.en)", "\(place.vi) cần \(expected.vi)")
        case .missingEquals(let letter, let keys):
            Wording(
                "expected '=' between letter \(quoted(letter)) and keys \(quoted(keys))",
                "giữa chữ cái \(quoted(letter)) và các phím \(quoted(keys)) cần '='")
        case .missingColon(let example):
            Wording(
                "expected ':' before the keys, as in '\(example)'", "trước các phím cần ':', như '\(example)'"
            )
        case .missingArrow(let text):
            Wording(
                "\(quoted(text)) has no '->'; expected keys, '->' and a text",
                "\(quoted(text)) không có '->'; cần các phím, '->' rồi đến đoạn chữ")
        case .commentForKeys(let letter):
            Wording(
                "expected the keys of \(quoted(letter)) after '='; a '#' that stands alone begins a comment",
                "sau '=' cần các phím của \(quoted(letter)); dấu '#' đứng một mình mở đầu chú thích")
        case .wrongArrow(let arrow, let expected):
            Wording(
                "found \(quoted(arrow)); expected '\(expected)' here",
                "gặp \(quoted(arrow)); ở đây cần '\(expected)'")
        case .gluedArrow(let arrow, let expected):
            Wording(
                "\(quoted(arrow)) has no blanks around it; expected '\(expected)' between blanks",
                "quanh \(quoted(arrow)) không có dấu cách; cần '\(expected)' giữa hai dấu cách")
        case .badComment(let found):
            Wording(
                "\(quoted(found)) begins no comment; expected '#' and a blank before a comment",
                "\(quoted(found)) không mở đầu được chú thích; trước chú thích cần '#' và một dấu cách")
        case .unknownChoice(let word, let place, let expected):
            Wording(
                "\(quoted(word)) is not known for \(place.en); expected \(Choices(expected).en)",
                "\(quoted(word)) không dùng được cho \(place.vi); cần \(Choices(expected).vi)")
        case .badName(let word, let thing):
            Wording(
                "\(quoted(word)) cannot name \(thing.withArticle); expected letters, digits and hyphens, a letter first",
                "\(quoted(word)) không thể là tên \(thing.vi); cần chữ cái, chữ số và dấu nối, chữ cái đứng đầu"
            )
        case .badNumber(let word, let range):
            Wording(
                "found \(quoted(word)); expected a number from \(range.lowerBound) to \(range.upperBound)",
                "gặp \(quoted(word)); cần một số từ \(range.lowerBound) đến \(range.upperBound)")
        case .duplicateName(let thing, let name):
            Wording(
                "\(thing.en) \(quoted(name)) is named twice",
                "tên \(thing.vi) \(quoted(name)) được đặt hai lần")
        case .tooMany(let things, let limit):
            Wording(
                "there are more than \(limit) \(things.en); a keymap holds at most \(limit)",
                "có hơn \(limit) \(things.vi); kiểu gõ chỉ chứa được nhiều nhất \(limit)")
        case .tooLarge(let table):
            Wording(
                "the tables of \(table.en) are larger than a keymap holds; expected fewer or shorter forms",
                "các bảng dựng từ \(table.vi) lớn hơn mức kiểu gõ chứa được; cần ít dạng hơn hoặc dạng ngắn hơn"
            )
        case .compilerFault(let reason):
            Wording(
                "the compiled keymap cannot be read back (\(reason)); this is a fault of the compiler, not of the source",
                "không đọc lại được kiểu gõ đã biên dịch (\(reason)); đây là lỗi của trình biên dịch, không phải của mã nguồn"
            )

        // Header and includes
        case .badLanguageTag(let tag):
            Wording(
                "\(quoted(tag)) is no BCP 47 language tag; expected one such as rad or blt-Tavt",
                "\(quoted(tag)) không phải là mã ngôn ngữ BCP 47; cần một mã như rad hoặc blt-Tavt")
        case .unusualLanguageTag(let tag, let usual):
            Wording(
                "language tag \(quoted(tag)) is usually written '\(usual)'",
                "mã ngôn ngữ \(quoted(tag)) thường được viết là '\(usual)'")
        case .badLicence(let text):
            Wording(
                "\(quoted(text)) is no SPDX licence identifier; expected one such as CC0-1.0 or MIT",
                "\(quoted(text)) không phải là mã giấy phép SPDX; cần một mã như CC0-1.0 hoặc MIT")
        case .unknownInclude(let name, let closest?):
            Wording("no keymap is named \(quoted(name))", "không có kiểu gõ nào tên \(quoted(name))")
                + .didYouMean(closest)
        case .unknownInclude(let name, nil):
            Wording(
                "no keymap is named \(quoted(name)); expected a language tag, a slash and a name, such as vi/telex",
                "không có kiểu gõ nào tên \(quoted(name)); cần mã ngôn ngữ, dấu gạch chéo và tên kiểu gõ, như vi/telex"
            )
        case .includeCycle(let name, let open):
            Wording(
                "keymap \(quoted(name)) includes itself in the end: this one includes \(IncludeChain(open + [name]).en)",
                "kiểu gõ \(quoted(name)) rốt cuộc dùng lại chính nó: kiểu gõ này dùng lại \(IncludeChain(open + [name]).vi)"
            )
        case .includeConflict(let name, let conflict):
            Wording(
                "keymap \(quoted(name)) does not go with this one: \(conflict.en)",
                "kiểu gõ \(quoted(name)) không đi cùng kiểu gõ này được: \(conflict.vi)")

        // Options
        case .duplicateValue(let value, let option):
            Wording(
                "value \(quoted(value)) of \(quoted(option)) stands here twice",
                "giá trị \(quoted(value)) của \(quoted(option)) được kể hai lần ở đây")
        case .optionWithoutValues(let option):
            Wording(
                "option \(quoted(option)) has no values; expected two or more with '|' between them",
                "tuỳ chọn \(quoted(option)) không có giá trị nào; cần từ hai giá trị trở lên, cách nhau bằng '|'"
            )
        case .optionWithOneValue(let option, let value):
            Wording(
                "option \(quoted(option)) has only the value '\(value)'; expected two or more with '|' between them",
                "tuỳ chọn \(quoted(option)) chỉ có giá trị '\(value)'; cần từ hai giá trị trở lên, cách nhau bằng '|'"
            )
        case .unknownOption(let name, let closest):
            Wording("no option is named \(quoted(name))", "không có tuỳ chọn nào tên \(quoted(name))")
                + .didYouMean(closest)
        case .unknownValue(let value, let option, let values):
            Wording(
                "option '\(option)' cannot be \(quoted(value)); expected \(Choices(values).en)",
                "tuỳ chọn '\(option)' không thể là \(quoted(value)); cần \(Choices(values).vi)")
        case .unusedOption(let name):
            Wording(
                "option '\(name)' changes nothing; expected a line with 'when \(name)=…'",
                "tuỳ chọn '\(name)' không thay đổi gì; cần một dòng có 'when \(name)=…'")
        case .badCondition(let text):
            Wording(
                "found \(quoted(text)); expected an option and its value, such as tone-style=new",
                "gặp \(quoted(text)); cần một tuỳ chọn và giá trị của nó, như tone-style=new")
        case .conditionNotAllowed(let text, let statement):
            Wording(
                "\(quoted(text)) cannot stand in '\(statement)'; only lines of letters, marks, place and rules, and 'restore unless', take a condition",
                "\(quoted(text)) không dùng được trong '\(statement)'; chỉ các dòng của letters, marks, place và rules, cùng 'restore unless', mới có điều kiện"
            )

        // Letters
        case .letterWithoutKeys(let letter):
            Wording(
                "letter \(quoted(letter)) has no keys; expected '=' and keys after it, or a mark that makes it",
                "chữ cái \(quoted(letter)) không có phím; cần '=' và các phím ở sau, hoặc một dấu phụ tạo ra nó"
            )
        case .lookalikeWithoutKeys(let letter, let scalar, let meant):
            Wording(
                "letter \(quoted(letter)) (\(scalar.codePointName)) has no keys; did you mean '\(meant)' (\(meant.codePointName)), which looks like it?",
                "chữ cái \(quoted(letter)) (\(scalar.codePointName)) không có phím; có phải '\(meant)' (\(meant.codePointName)) trông giống nó không?"
            )
        case .lettersWithoutKeys(let letters, let include):
            Self.lettersWithoutKeys(letters, include)
        case .duplicateLetter(let letter):
            Wording(
                "letter \(quoted(letter)) is declared twice",
                "chữ cái \(quoted(letter)) được khai báo hai lần")
        case .duplicateWay(let keys, let letter):
            Wording(
                "keys \(quoted(keys)) stand twice for letter \(quoted(letter))",
                "dãy phím \(quoted(keys)) được kể hai lần cho chữ cái \(quoted(letter))")
        case .duplicateKeys(let keys, let letter):
            Wording(
                "keys \(quoted(keys)) make letter \(quoted(letter)) already; expected other keys, or a 'when' on one of the two",
                "dãy phím \(quoted(keys)) đã tạo ra chữ cái \(quoted(letter)); cần phím khác, hoặc 'when' ở một trong hai"
            )
        case .keysWithoutLetter(let keys, let letter):
            Wording(
                "keys '\(keys)' cannot make \(quoted(letter)): '\(keys.dropLast())' makes no letter that '\(keys.suffix(1))' can change",
                "dãy phím '\(keys)' không thể tạo ra \(quoted(letter)): '\(keys.dropLast())' không tạo ra chữ cái nào để '\(keys.suffix(1))' đổi"
            )
        case .letterTooLong(let letter, let limit):
            Wording(
                "letter \(quoted(letter)) has \(letter.utf8.count) bytes; a letter has at most \(limit)",
                "chữ cái \(quoted(letter)) có \(letter.utf8.count) byte; một chữ cái có nhiều nhất \(limit)")
        case .capitalLetter(let text, let small):
            Wording(
                "\(quoted(text)) has capitals; expected '\(small)': with 'capitals fold' its capital comes by itself",
                "\(quoted(text)) có chữ hoa; cần '\(small)': với 'capitals fold', chữ hoa tự có")
        case .emptyLetters:
            Wording(
                "'letters' has no letters; expected indented lines below it",
                "'letters' không có chữ cái nào; cần những dòng thụt vào ở dưới")
        case .emptyClass(let name):
            Wording(
                "class \(quoted(name)) has no letters; expected indented lines below it",
                "lớp \(quoted(name)) không có chữ cái nào; cần những dòng thụt vào ở dưới")
        case .unknownClass(let name, let closest):
            Wording(
                "no class or set is named \(quoted(name))", "không có lớp hay tập nào tên \(quoted(name))")
                + .didYouMean(closest)
        case .laterSet(let name):
            Wording(
                "no class or set is named \(quoted(name)) before this line",
                "trước dòng này không có lớp hay tập nào tên \(quoted(name))")
        case .unusedClass(let name):
            Wording(
                "class \(quoted(name)) is used nowhere; name it in a form, a set or the cluster, or call it 'vowel' or 'consonant'",
                "không có gì dùng lớp \(quoted(name)); hãy nêu tên nó trong một dạng, một tập hoặc cụm ký tự, hoặc gọi nó là 'vowel' hay 'consonant'"
            )
        case .unusedClassLike(let name, let closest):
            Wording("class \(quoted(name)) is used nowhere", "không có gì dùng lớp \(quoted(name))")
                + .didYouMean(closest)
        case .badParts(let text):
            Wording(
                "\(quoted(text)) has no two parts; expected one ◌ with a sign before and after it",
                "\(quoted(text)) không có hai phần; cần một ◌ với ký hiệu ở trước và ở sau")
        case .unknownPart(let part, let letter):
            Wording(
                "part \(quoted(part)) of \(quoted(letter)) is no letter with a class; expected 'as' and two classes",
                "phần \(quoted(part)) của \(quoted(letter)) không phải là chữ cái có lớp; cần 'as' và hai lớp"
            )
        case .listedTwice(let word):
            Wording("\(quoted(word)) is listed twice", "\(quoted(word)) được kể hai lần")
        case .addsNothing(let word):
            Wording(
                "\(quoted(word)) adds nothing to what is listed before it",
                "\(quoted(word)) không thêm gì so với những gì đã kể ở trước")

        // Keys
        case .badKey(let reason): reason.wording
        case .keyNotPrintable(let event):
            Wording(
                "key \(quoted(event.description)) cannot make a letter; expected printable ASCII characters",
                "phím \(quoted(event.description)) không thể tạo ra chữ cái; cần những ký tự ASCII in được")
        case .capitalKey(let keys, let small):
            Wording(
                "keys \(quoted(keys)) have capitals; expected '\(small)': with 'capitals fold' small and capital keys are one",
                "dãy phím \(quoted(keys)) có chữ hoa; cần '\(small)': với 'capitals fold', phím thường và phím hoa là một"
            )
        case .notOneKey(let keys, let purpose):
            Wording(
                "found \(quoted(keys)) for \(purpose.en); expected one key",
                "gặp \(quoted(keys)) \(purpose.vi); cần một phím")
        case .shadowedKeys(let keys, let letter, let option):
            Wording(
                "keys '\(keys)' never make \(quoted(letter)): they make another letter with every value of '\(option)'",
                "dãy phím '\(keys)' không bao giờ tạo ra \(quoted(letter)): với mọi giá trị của '\(option)' chúng đều tạo ra chữ cái khác"
            )
        case .idleCondition(let condition, let keys, let letter):
            Wording(
                "'when \(condition)' changes nothing: keys '\(keys)' make \(quoted(letter)) without it too",
                "'when \(condition)' không thay đổi gì: không có nó thì dãy phím '\(keys)' cũng tạo ra \(quoted(letter))"
            )
        case .impossibleCondition(let condition, let letter, let prefix, let only):
            Wording(
                "'when \(condition)' never makes \(quoted(letter)): '\(prefix)' makes a letter only with \(Choices(only).en)",
                "'when \(condition)' không bao giờ tạo ra \(quoted(letter)): '\(prefix)' chỉ tạo ra chữ cái khi \(Choices(only).vi)"
            )
        case .ambiguousConditions(let found):
            Wording(
                "keys '\(found.keys)' have two meanings with \(found.condition) and \(found.winningCondition): \(quoted(found.winner)) wins, and \(quoted(found.letter)) is made only without \(found.winningCondition)",
                "dãy phím '\(found.keys)' có hai nghĩa khi \(found.condition) và \(found.winningCondition): \(quoted(found.winner)) thắng, còn \(quoted(found.letter)) chỉ được tạo ra khi không có \(found.winningCondition)"
            )
        case .ambiguousKey(let found): Self.ambiguousKey(found)

        // Marks and tones
        case .notAMark(let text):
            Wording(
                "\(quoted(text)) is no combining mark; expected one, such as U+0306",
                "\(quoted(text)) không phải là dấu kết hợp; cần một dấu như U+0306")
        case .spacingMark(let text, let mark):
            Wording(
                "\(quoted(text)) is no combining mark; expected \(mark.codePointName)",
                "\(quoted(text)) không phải là dấu kết hợp; cần \(mark.codePointName)")
        case .notOneLetter(let text):
            Wording(
                "\(quoted(text)) is more than one letter; expected letters with blanks between them",
                "\(quoted(text)) là nhiều chữ cái; cần các chữ cái cách nhau bằng dấu cách")
        case .duplicateMark(let mark, let tone):
            Wording(
                "\(quoted(String(Character(mark)))) is the mark of tone \(quoted(tone)) already",
                "\(quoted(String(Character(mark)))) đã là dấu của thanh \(quoted(tone))")
        case .toneKeyTaken(let key, let tone):
            Wording(
                "key \(quoted(key)) stands for tone \(quoted(tone)) already; expected another key",
                "phím \(quoted(key)) đã dùng cho thanh \(quoted(tone)); cần phím khác")
        case .toneKeyTwice(let key, let tone):
            Wording(
                "key \(quoted(key)) stands for tone \(quoted(tone)) already",
                "phím \(quoted(key)) đã dùng cho thanh \(quoted(tone))")
        case .unknownTone(let name, let tones) where tones.isEmpty:
            Wording(
                "no tone is named \(quoted(name)); none is declared",
                "không có thanh nào tên \(quoted(name)); chưa khai báo thanh nào")
        case .unknownTone(let name, let tones):
            Wording(
                "no tone is named \(quoted(name)); expected \(Choices(tones).en)",
                "không có thanh nào tên \(quoted(name)); cần \(Choices(tones).vi)")
        case .toneWithoutKeys(let tone, let include):
            Wording(
                "no key makes tone \(quoted(tone)) of \(quoted(include)); expected it in 'tones', with a key",
                "không phím nào tạo ra thanh \(quoted(tone)) của \(quoted(include)); cần ghi nó trong 'tones', kèm một phím"
            )

        // Syllables, places, repairs and words to keep
        case .unknownLetter(let letter, let closest):
            Wording(
                "letter \(quoted(letter)) is not declared", "chữ cái \(quoted(letter)) chưa được khai báo")
                + .didYouMean(closest)
        case .badForm(let found, let form, let fault):
            Wording(
                "found \(quoted(found)) in \(quoted(form)); expected \(fault.en)",
                "gặp \(quoted(found)) trong \(quoted(form)); cần \(fault.vi)")
        case .emptyGrammar(let name):
            Wording(
                "syllable \(quoted(name)) allows nothing; expected a line 'rime' or 'word'",
                "âm tiết \(quoted(name)) không cho phép gì; cần một dòng 'rime' hoặc 'word'")
        case .shadowedPlace(let word):
            Wording(
                "\(quoted(word)) is never reached: an earlier line always fits before it",
                "không bao giờ đến lượt \(quoted(word)): một dòng trước luôn hợp trước nó")
        case .placeWithoutVowel(let word, let letter):
            Wording(
                "\(quoted(word)) is never reached: a rime of 'place' is all vowels, and \(quoted(letter)) is none",
                "không bao giờ đến lượt \(quoted(word)): vần của 'place' chỉ gồm nguyên âm, mà \(quoted(letter)) không phải"
            )
        case .unusedSet(let name):
            Wording(
                "set '\(name)' is used nowhere; expected [\(name)] in a form or in another set",
                "không có gì dùng tập '\(name)'; cần [\(name)] trong một dạng hoặc một tập khác")
        case .unusedOnset(let onset):
            Wording(
                "\(quoted(onset)) begins no syllable: every rime here names the onsets it follows, with 'after'",
                "\(quoted(onset)) không mở đầu âm tiết nào: mọi vần ở đây đều dùng 'after' để nêu âm đầu đứng trước"
            )
        case .unusedRime(let rime, let fault):
            Wording(
                "\(quoted(rime)) ends no syllable: \(fault.en)",
                "\(quoted(rime)) không kết thúc âm tiết nào: \(fault.vi)")
        case .unusedPlace:
            Wording(
                "'place' says where the tone stands, but no tone is declared",
                "'place' cho biết vị trí dấu thanh, nhưng không có thanh nào được khai báo")
        case .idleRepair(let repair, let fault):
            Wording(
                "\(quoted(repair)) never applies: \(fault.en)",
                "\(quoted(repair)) không bao giờ được dùng: \(fault.vi)")
        case .unevenRepair(let repair, let left, let right):
            Wording(
                "\(quoted(repair)) makes \(right) letters of \(left); expected as many on both sides",
                "\(quoted(repair)) đổi \(left) chữ cái thành \(right); cần hai vế bằng nhau")
        case .duplicateRule(let text):
            Wording(
                "\(quoted(text)) is changed by two lines; expected one",
                "\(quoted(text)) được đổi ở hai dòng; chỉ được một dòng")
        case .duplicateKeptWord(let word):
            Wording("\(quoted(word)) is kept already", "\(quoted(word)) đã được giữ nguyên rồi")
        case .longKeptWord(let word, let count):
            Wording(
                "\(quoted(word)) has \(count) keys; a word to keep has at most \(KeptWords.limit)",
                "\(quoted(word)) có \(count) phím; từ giữ nguyên có nhiều nhất \(KeptWords.limit)")

        // Rules
        case .badRule(let text, let fault):
            Wording(
                "\(quoted(text)) cannot be read: \(fault.en)", "không đọc được \(quoted(text)): \(fault.vi)")
        case .badCapture(let text, 0):
            Wording(
                "found \(quoted(text)), but the left side keeps nothing; expected ( and ) between blanks around what is to be kept",
                "gặp \(quoted(text)), nhưng vế trái không giữ gì; cần ( và ), có dấu cách xung quanh, bao quanh phần cần giữ"
            )
        case .badCapture(let text, 1):
            Wording(
                "found \(quoted(text)), but the left side keeps one part; expected $1",
                "gặp \(quoted(text)), nhưng vế trái chỉ giữ một phần; cần $1")
        case .badCapture(let text, let kept):
            Wording(
                "found \(quoted(text)), but the left side keeps \(kept) parts; expected $1 to $\(min(kept, KeymapFormat.captureLimit))",
                "gặp \(quoted(text)), nhưng vế trái giữ \(kept) phần; cần từ $1 đến $\(min(kept, KeymapFormat.captureLimit))"
            )
        case .badMap(let text, let fault):
            Wording(
                "\(quoted(text)) cannot be mapped: \(fault.en)",
                "không ánh xạ được \(quoted(text)): \(fault.vi)")
        case .badRange(let text):
            Wording(
                "\(quoted(text)) is no range; expected two characters, the lesser first, as in a..z or U+1A75..U+1A79",
                "\(quoted(text)) không phải là một khoảng; cần hai ký tự, ký tự nhỏ hơn đứng trước, như a..z hoặc U+1A75..U+1A79"
            )
        case .unknownMarker(let name, nil):
            Wording(
                "no marker is named \(quoted(name)); expected one of the statement 'markers', or U+0040 for '@' itself",
                "không có điểm mốc nào tên \(quoted(name)); cần một điểm mốc của khai báo 'markers', hoặc U+0040 để chỉ chính '@'"
            )
        case .unknownMarker(let name, let closest?):
            Wording("no marker is named \(quoted(name))", "không có điểm mốc nào tên \(quoted(name))")
                + .didYouMean(closest)
        case .unusedMarker(let name):
            Wording(
                "marker \(quoted(name)) is named by no rule and put in by no key",
                "không quy tắc hay phím nào nêu tên điểm mốc \(quoted(name))")
        case .lostMarker(let name):
            Wording(
                "no rule reads '@\(name)' before any other character, so the key that gives it is lost there without a sign; "
                    + "write '@\(name) ( [any] ) > … $1' last",
                "không quy tắc nào đọc '@\(name)' trước ký tự khác, nên phím cho ra nó bị mất ở đó mà không thấy gì; hãy viết "
                    + "'@\(name) ( [any] ) > … $1' ở cuối")
        case .patternTooLong(let text, let size, let limit):
            Wording(
                "\(quoted(text)) has \(size.en); expected at most \(limit)",
                "\(quoted(text)) có \(size.vi); chỉ được nhiều nhất \(limit)")
        case .hiddenRule(let text):
            Wording(
                "\(quoted(text)) never fits: an earlier rule of its group fits whenever it would",
                "\(quoted(text)) không bao giờ được dùng: hễ nó khớp thì một quy tắc trước trong nhóm cũng khớp"
            )
        case .duplicateTextKey(let key):
            Wording(
                "key \(quoted(key)) puts in text twice; expected one line",
                "phím \(quoted(key)) cho ra chữ ở hai dòng; chỉ được một dòng")
        case .badOrder(let fault):
            Wording(
                "\(fault.en); expected what 'reorder' takes", "\(fault.vi); cần đúng cách viết của 'reorder'")

        // Clusters
        case .incompleteCluster(let missing):
            Wording(
                "'cluster' has no line '\(missing)'; expected '\(missing)' and classes",
                "'cluster' không có dòng '\(missing)'; cần '\(missing)' và các lớp chữ cái")
        case .classNotOrdered(let name):
            Wording(
                "class \(quoted(name)) is typed but has no place in 'order'",
                "lớp \(quoted(name)) gõ được nhưng không có vị trí trong 'order'")
        case .partNotOrdered(let part, let name):
            Wording(
                "class '\(part)' of a part of \(quoted(name)) has no place in 'order'",
                "lớp '\(part)' của một phần của \(quoted(name)) không có vị trí trong 'order'")
        case .badPattern(let fault):
            Wording(
                "\(fault.en); expected classes, each with '?' when optional, and ( | ) for a choice",
                "\(fault.vi); cần các lớp, lớp nào bỏ được thì có '?', và ( | ) để chọn một trong nhiều lớp")

        // Output and tests
        case .foreignLetter(let scalar, let word, let script):
            Wording(
                "\(scalar.codePointName) in \(quoted(word)) is a letter of \(scalar.scriptCode), not of \(script); if it is meant, write it as \(scalar.codePointName)",
                "\(scalar.codePointName) trong \(quoted(word)) là chữ cái của \(scalar.scriptCode), không phải của \(script); nếu đúng là chữ ấy thì hãy viết \(scalar.codePointName)"
            )
        case .foreignLookalike(let scalar, let word, let script, let meant):
            Wording(
                "\(scalar.codePointName) in \(quoted(word)) is a letter of \(scalar.scriptCode), not of \(script); did you mean \(quoted(String(Character(meant)))) (\(meant.codePointName))?",
                "\(scalar.codePointName) trong \(quoted(word)) là chữ cái của \(scalar.scriptCode), không phải của \(script); có phải \(quoted(String(Character(meant)))) (\(meant.codePointName)) không?"
            )
        case .foreignTag(let tag, let script, let letters):
            Wording(
                "\(quoted(tag)) is written in \(script), but the letters are \(letters)",
                "\(quoted(tag)) được viết bằng \(script), nhưng các chữ cái là \(letters)")
        case .composingLetters(let first, let second, let composed):
            Wording(
                "letter \(quoted(second)) after \(quoted(first)) is not in NFC; there they are \(composed): declare them as one letter, or use 'marks'",
                "chữ cái \(quoted(second)) sau \(quoted(first)) không ở dạng NFC; ở dạng ấy chúng là \(composed): hãy khai báo chúng thành một chữ cái, hoặc dùng 'marks'"
            )
        case .failedTest(let found, let expected):
            Wording(
                "the keys give \(quoted(found)), not \(quoted(expected))",
                "các phím cho ra \(quoted(found)), không phải \(quoted(expected))")
        }
    }

    // MARK: Sentences with lists

    private static func lettersWithoutKeys(_ letters: [String], _ include: String) -> Wording {
        let shown = letters.prefix(8).map { quoted($0) }.joined(separator: ", ")
        let rest = letters.count - 8
        let more = rest > 0 ? Wording(" and \(rest) more", " và \(rest) chữ cái nữa") : Wording("", "")
        return Wording(
            "no keys make \(shown)\(more.english) of \(quoted(include)); expected them in 'letters', with keys",
            "không phím nào tạo ra \(shown)\(more.vietnamese) của \(quoted(include)); cần ghi trong 'letters', kèm các phím"
        )
    }

    private static func ambiguousKey(_ found: AmbiguousKey) -> Wording {
        let meanings = Wording(
            found.meanings.map(\.en).joined(separator: ", or it "),
            found.meanings.map(\.vi).joined(separator: ", hoặc "))
        let (first, again) = (found.first, found.again)
        let other =
            if let other = found.other, other != again.text {
                Wording("and nothing gives \(quoted(other))", "còn không có cách nào cho ra \(quoted(other))")
            } else {
                Wording(
                    "and '\(again.keys)' gives \(quoted(again.text))",
                    "còn '\(again.keys)' cho ra \(quoted(again.text))")
            }
        return Wording(
            "key '\(found.key)' after \(quoted(found.before)) has two meanings: it \(meanings.english); '\(first.keys)' gives \(quoted(first.text)), \(other.english); if that is meant, say so by a test",
            "phím '\(found.key)' sau \(quoted(found.before)) có hai nghĩa: nó \(meanings.vietnamese); '\(first.keys)' cho ra \(quoted(first.text)), \(other.vietnamese); nếu đúng ý bạn thì hãy ghi thành phép thử"
        )
    }
}
