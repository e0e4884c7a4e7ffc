import Answers
import Catalogue
import Conversion
import Engine

/// What a query is when an input method was off, and its keys were left in the text.
enum TypedKeys {
    /// The keymaps that are tried, and what people call them.
    private static let keymaps = [("vi/telex", "Telex"), ("vi/vni", "VNI")]

    /// What the keys `text` write by each keymap that is installed and makes something else of them.
    ///
    ///     TypedKeys.retyped("nuowcs")  // nước by Telex
    ///
    /// - Complexity: O(*n*), and that of opening two keymaps.
    static func retyped(_ text: String) -> [Retyped] {
        keymaps.compactMap { name, method in
            guard let path = Installed.path(of: name, .keymaps),
                let keymap = try? Catalogue.keymap(at: path)
            else { return nil }
            var converter = KeysConverter(Engine(keymap: keymap))
            let written = String(decoding: converter.convertAll(Array(text.utf8)), as: UTF8.self)
            return written == text ? nil : Retyped(written, by: method)
        }
    }
}
