/// A word that has ended: its keys, so that it can be composed again, and where it is in the commit.
package struct FinishedWord: Sendable {
    /// The keys it was typed with.
    var keys = KeyLog()
    /// Where in the commit it begins, in bytes.
    package var start = 0
    /// How many bytes it has; 0 when none has ended.
    package var count = 0
    /// Whether it is a whole word of a language that the keymap declares, as opposed to keys given back.
    package var isWhole = false
}
