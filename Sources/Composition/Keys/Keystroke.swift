/// One key on its way through the machine.
struct Keystroke {
    /// The key's number in the keymap, not 0.
    let key: UInt8
    /// What the keymap says about it.
    let meaning: KeyMeaning
    /// Its bit in the log.
    let bit: UInt32
    let isCapital: Bool
    /// The key before it was the same.
    let isRepeated: Bool
    /// The keymap's conditions that hold.
    let conditions: Conditions

    /// The letter `id` made by this key alone.
    func letter(_ id: UInt8) -> Letter {
        Letter(id: id, flags: isCapital ? Letter.capital : 0, keys: bit)
    }
}
