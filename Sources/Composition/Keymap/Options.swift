import Bytes

/// The value chosen for each option of a keymap, by number.
struct OptionValues: Sendable {
    private var values = InlineArray<32, UInt8>(repeating: 0)

    subscript(option: UInt8) -> UInt8 {
        get { values[Int(option & 31)] }
        set { values[Int(option & 31)] = newValue }
    }
}

/// Which of a keymap's conditions (`when tone-style=new`) hold for the values chosen.
///
/// Bit *n* is the condition numbered *n*; 0 is no condition, which always holds.
struct Conditions: Sendable {
    private var held: UInt64

    init(_ keymap: Keymap, _ options: OptionValues) {
        held = 1
        for number in 1..<KeymapFormat.conditionLimit {
            let row = (number - 1) * 2
            guard row < keymap.conditions.count else { break }
            if options[keymap.conditions[row]] == keymap.conditions[row + 1] { held |= 1 << UInt64(number) }
        }
    }

    /// Whether the condition numbered `condition` holds.
    func hold(_ condition: UInt8) -> Bool { held &>> UInt64(condition) & 1 != 0 }
}
