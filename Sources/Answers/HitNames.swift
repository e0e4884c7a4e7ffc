import Lexicon

// Names of what a hit is, as JSON and tables have them. Describing a case by reflection takes longer than finding it.

extension Hit.Field {
    /// `headword`, `variant` and so on.
    var name: String {
        switch self {
        case .headword: "headword"
        case .variant: "variant"
        case .romanisation: "romanisation"
        case .gloss: "gloss"
        case .transliteration: "transliteration"
        case .example: "example"
        case .definition: "definition"
        case .note: "note"
        }
    }
}

extension Quality.Spelling {
    /// `exact`, `caseDiffers` and so on.
    var name: String {
        switch self {
        case .exact: "exact"
        case .caseDiffers: "caseDiffers"
        case .alike: "alike"
        case .folded: "folded"
        }
    }
}

extension Quality.Coverage {
    /// `whole`, `beginning` and so on.
    var name: String {
        switch self {
        case .whole: "whole"
        case .beginning: "beginning"
        case .inside: "inside"
        case .part: "part"
        }
    }
}
