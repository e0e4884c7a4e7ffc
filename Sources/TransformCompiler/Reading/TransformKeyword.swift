import Diagnostics

/// A keyword of the head of a transform.
enum TransformKeyword: String, HeaderKeyword {
    case transform, from, to, title, version, licence, status, source, rules, tests

    var example: String {
        switch self {
        case .transform: "transform 1"
        case .from: "from blt-Tavt"
        case .to: "to blt-Latn"
        case .title: "title (vi) Chữ Thái sang chữ Latinh"
        case .version: "version 1.0"
        case .licence: "licence CC0-1.0"
        case .status: "status draft"
        case .source: "source unicode The Unicode Standard, block Tai Viet"
        case .rules: "rules"
        case .tests: "tests"
        }
    }

    var isRepeatable: Bool { self == .title || self == .source }
}
