/// A value of JSON, to be written with its keys in order, so that the same answer is always the same bytes.
public enum JSONValue: Sendable {
    /// True or false.
    case bool(Bool)
    /// A whole number.
    case number(Int)
    /// A text.
    case string(String)
    /// Values in a row.
    case array([JSONValue])
    /// Values by name, in the order of the names.
    case object([Field])

    /// A value with its name.
    public struct Field: Sendable {
        let name: String
        let value: JSONValue
    }

    /// An object of those fields that are there, in the order of their names.
    ///
    ///     JSONValue.object(["word": .string("êa"), "note": nil]).text()  // "{\n  \"word\" : \"êa\"\n}"
    public static func object(_ fields: KeyValuePairs<String, JSONValue?>) -> JSONValue {
        var object: [Field] = []
        for case (let name, let value?) in fields { object.append(Field(name: name, value: value)) }
        return .object(object.sorted { $0.name < $1.name })
    }

    /// The value as JSON, a line for each field.
    ///
    /// - Parameter indentation: How many blanks stand before the lines but the first.
    /// - Complexity: O(*bytes*).
    public func text(indentation: Int = 0) -> String {
        var text = ""
        append(to: &text, indentation)
        return text
    }

    private func append(to text: inout String, _ indentation: Int) {
        switch self {
        case .bool(let value): text += value ? "true" : "false"
        case .number(let value): text += String(value)
        case .string(let value): JSONValue.append(value, to: &text)
        case .array(let values):
            JSONValue.append("[", values.count, "]", to: &text, indentation) { index, text, indentation in
                values[index].append(to: &text, indentation)
            }
        case .object(let fields):
            JSONValue.append("{", fields.count, "}", to: &text, indentation) { index, text, indentation in
                JSONValue.append(fields[index].name, to: &text)
                text += " : "
                fields[index].value.append(to: &text, indentation)
            }
        }
    }

    /// Adds elements between brackets, each on a line.
    private static func append(
        _ opening: String, _ count: Int, _ closing: String, to text: inout String, _ indentation: Int,
        _ element: (Int, inout String, Int) -> Void
    ) {
        guard count > 0 else {
            text += opening + closing
            return
        }
        text += opening
        for index in 0..<count {
            text += (index > 0 ? ",\n" : "\n") + String(repeating: " ", count: indentation + 2)
            element(index, &text, indentation + 2)
        }
        text += "\n" + String(repeating: " ", count: indentation) + closing
    }

    /// Adds `value` between quotes.
    private static func append(_ value: String, to text: inout String) {
        text += "\""
        // Nearly all texts have nothing that must be written otherwise.
        guard value.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) else {
            text += value
            text += "\""
            return
        }
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\u{8}": text += "\\b"
            case "\u{C}": text += "\\f"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{0}"..<"\u{20}":
                text += (scalar.value < 0x10 ? "\\u000" : "\\u00") + String(scalar.value, radix: 16)
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
