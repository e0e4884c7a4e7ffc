/// The words that begin a statement.
enum Keyword: String, CaseIterable {
    case keymap, part, language, title, version, licence, status, source
    case include, capitals, option
    case letters, marks, tones, set
    case syllable, place, `repair`, reach, undo, restore, keep, escape
    case cluster
    case form, markers, characters, keys, rules, reorder, backspace
    case tests

    /// Whether its indented lines are declarations of their own; otherwise they continue the statement's line.
    var hasBlock: Bool {
        switch self {
        case .letters, .marks, .tones, .syllable, .place, .repair, .keep, .cluster, .keys, .rules,
            .reorder, .backspace, .tests:
            true
        default: false
        }
    }

    /// Whether the rest of the statement is text in a human language.
    var isFreeText: Bool { self == .title || self == .source }

    /// Whether a second statement of the kind adds to the first.
    var isRepeatable: Bool {
        switch self {
        case .keymap, .part, .language, .version, .licence, .status, .capitals, .reach, .undo, .escape,
            .cluster, .form:
            false
        default: true
        }
    }

    /// Whether a file must have it, unless it is included by another.
    var isRequired: Bool {
        switch self {
        case .keymap, .language, .title, .version, .licence, .source, .letters: true
        default: false
        }
    }

    /// The words that begin the lines of its block; empty when lines begin with the author's own text.
    var lineKeywords: [String] {
        switch self {
        case .syllable: ["onset", "rime", "word", "syllables"]
        case .place: ["rime", "marked", "closed", "open"]
        case .cluster: ["type", "order", "backspace"]
        default: []
        }
    }
}
