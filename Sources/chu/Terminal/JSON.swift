import FoundationEssentials

/// JSON as the verbs write it: keys sorted, so that the same answer is always the same bytes.
///
/// The encoder is FoundationEssentials', which the argument parser links already; it adds nothing to the program.
enum JSON {
    /// `value` as JSON.
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
