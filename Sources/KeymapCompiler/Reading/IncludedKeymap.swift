import Diagnostics

/// A keymap that was read because another includes it, and what its numbers are there.
///
/// Each part that merges it says what the numbers of its own things are: options, then letters, then tones.
final class IncludedKeymap {
    typealias Condition = KeymapDefinition.Condition

    let reader: KeymapReader
    /// Its name in the statement `include`.
    let statement: Word

    /// Set by ``Options``.
    var options: [Int] = []
    /// For each option its values, nil for a value that is not known here; set by ``Options``.
    var values: [[Int?]] = []
    /// Set by ``Letters``.
    var classes: [Int] = []
    /// Set by ``Letters``.
    var letters: [Int] = []
    /// Set by ``Tones``.
    var tones: [Int] = []

    init(_ reader: KeymapReader, statement: Word) {
        self.reader = reader
        self.statement = statement
    }

    /// The condition in the numbers here; `.some(nil)` when there is none, nil when it can never hold.
    func condition(_ condition: Condition?) -> Condition?? {
        guard let condition else { return .some(nil) }
        guard options.indices.contains(condition.option),
            values[condition.option].indices.contains(condition.value),
            let value = values[condition.option][condition.value]
        else { return nil }
        return .some(Condition(option: options[condition.option], value: value))
    }

    func letters(_ numbers: [Int]) -> [Int] { numbers.map { letters[$0] } }

    func form(_ form: KeymapDefinition.Form) -> KeymapDefinition.Form {
        form.map {
            KeymapDefinition.Element(alternatives: $0.alternatives.map(letters), repetition: $0.repetition)
        }
    }
}
