import Diagnostics
import Files

/// What the program learns from its environment: variables, folders and its own place.
enum Surroundings {
    /// The environment variable `name`, unless it is missing or empty.
    static func variable(_ name: String) -> String? { givenVariable(name) }

    /// The language of messages: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set decides.
    static let language: Wording.Language = {
        let locale = variable("LC_ALL") ?? variable("LC_MESSAGES") ?? variable("LANG") ?? ""
        return locale == "vi" || locale.hasPrefix("vi_") || locale.hasPrefix("vi.") ? .vietnamese : .english
    }()

    /// Whether messages are in Vietnamese.
    static var isVietnamese: Bool { language == .vietnamese }

    /// Whether colours are welcome on a terminal.
    static var wantsColour: Bool { variable("NO_COLOR") == nil && variable("TERM") != "dumb" }

    /// Whether a terminal can be drawn on: lines taken back and written again.
    static var drawsOnTerminal: Bool { variable("TERM").map { $0 != "dumb" } ?? false }
}
