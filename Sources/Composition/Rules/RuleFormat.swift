/// The numbers of a compiled keymap's rules, shared by their reader and their writer.
///
/// See <doc:Keymap-format> for the content of each section.
extension KeymapFormat {
    /// Sections of the rules.
    package enum RuleSection {
        package static let header: UInt32 = 32
        package static let pages: UInt32 = 33
        package static let characters: UInt32 = 34
        package static let compositions: UInt32 = 35
        package static let elements: UInt32 = 36
        package static let groups: UInt32 = 37
        package static let chunks: UInt32 = 38
        package static let states: UInt32 = 39
        package static let edges: UInt32 = 40
        package static let rules: UInt32 = 41
        package static let operations: UInt32 = 42
        package static let positions: UInt32 = 43
        package static let labels: UInt32 = 44
        package static let maps: UInt32 = 45
        package static let mapItems: UInt32 = 46
        package static let weights: UInt32 = 47
        package static let textKeys: UInt32 = 48
    }

    /// Fields of the header of the rules: the index of a 32-bit number.
    package enum RuleField {
        package static let flags = 0
        package static let characterSymbols = 1
        package static let groups = 2
        package static let backspaceGroups = 3
        package static let textKeys = 4
        package static let count = 5
    }

    /// Bits of the flags in the header of the rules.
    package enum RuleFlag {
        /// Text is kept decomposed, with marks in canonical order.
        package static let normalizes: UInt32 = 1 << 0
        /// Text is written as it is kept, and not composed.
        package static let decomposed: UInt32 = 1 << 1
        /// Small letters in rules mean capitals too.
        package static let foldsCase: UInt32 = 1 << 2
        /// Backspace removes one character of the decomposed text, not a letter with its marks.
        package static let backspaceTakesCharacter: UInt32 = 1 << 3
    }

    /// Bits of a character's flags.
    package enum CharacterFlag {
        /// A combining mark of no script, which is seen as part of the letter before it.
        package static let clings: UInt8 = 1 << 0
        /// A capital whose small letter the rules are written with.
        package static let capital: UInt8 = 1 << 1
    }

    /// What a group does.
    package enum GroupKind {
        package static let change: UInt8 = 0
        package static let order: UInt8 = 1
    }

    /// What an operation of a rule's right side writes.
    package enum Operation {
        package static let text: UInt8 = 0
        package static let capture: UInt8 = 1
        package static let mapped: UInt8 = 2
    }

    /// How many groups of rules a keymap may have, for keys and for Backspace each.
    package static let groupLimit = 64
    /// How many automata all groups together may have.
    package static let chunkLimit = 4096
    /// How many characters and markers the left side of a rule may fit.
    package static let patternLengthLimit = 64
    /// How many places a left side with captures may have.
    package static let rulePositionLimit = 256
    /// How many captures a rule may have.
    package static let captureLimit = 9
    /// How many characters and markers the text of a key may have.
    package static let textKeyLimit = 64

    /// What an automaton reads at the start of the composition.
    package static let startSymbol = 0xFFFF

    /// How many pages of 256 code points there are.
    package static let pageCount = 0x1100
    package static let characterSize = 16
    package static let compositionSize = 12
    package static let groupSize = 8
    package static let chunkSize = 8
    package static let stateSize = 12
    package static let edgeSize = 6
    package static let ruleSize = 16
    package static let operationSize = 8
    package static let rulePositionSize = 48
    package static let mapSize = 8
    package static let mapItemSize = 12
    package static let weightSize = 4
    package static let textKeySize = 16

    /// The modifiers that distinguish keys: Shift only where the character does not show it.
    package static func significantModifiers(_ event: KeyEvent) -> UInt32 {
        let isNamed = event.keysym.rawValue >= 0xFF00 && event.keysym.rawValue < 0x0100_0000
        return event.modifiers.intersection(isNamed ? [.command, .shift] : .command).rawValue
    }
}
