/// The numbers of a compiled keymap's sections and header fields, shared by its reader and its writer.
///
/// See <doc:Keymap-format> for the content of each.
package enum KeymapFormat {
    /// The version of the format that this program writes and reads.
    package static let version: UInt32 = 2

    /// How many letters a keymap may have; letter numbers are 1 to 250, and 0 is no letter.
    package static let letterLimit = 250
    /// How many tones a keymap may have besides none.
    package static let toneLimit = 7
    /// How many levels of grammars a keymap may have: each takes 8 bits of an automaton state's mask.
    package static let grammarLimit = 4
    /// The numbers of conditions are below this.
    package static let conditionLimit = 64
    /// How many places the pattern of a cluster may have.
    package static let positionLimit = 64
    /// How many letters a place rule or a repair may compare.
    package static let sequenceLimit = 6

    /// Sections.
    package enum Section {
        package static let facts: UInt32 = 1
        package static let header: UInt32 = 2
        package static let keyIndex: UInt32 = 3
        package static let keys: UInt32 = 4
        package static let letters: UInt32 = 5
        package static let actions: UInt32 = 6
        package static let outputs: UInt32 = 7
        package static let text: UInt32 = 8
        package static let conditions: UInt32 = 9
        package static let symbols: UInt32 = 10
        package static let strict: UInt32 = 11
        package static let strictMasks: UInt32 = 12
        package static let loose: UInt32 = 13
        package static let looseMasks: UInt32 = 14
        package static let onsets: UInt32 = 15
        package static let places: UInt32 = 16
        package static let repairs: UInt32 = 17
        package static let cluster: UInt32 = 18
        package static let restoreKeys: UInt32 = 21
        package static let alternatives: UInt32 = 22
        package static let keptWords: UInt32 = 23
    }

    /// Fields of the header section: the index of a 32-bit number.
    package enum Field {
        package static let letterCount = 0
        package static let keyCount = 1
        package static let toneCount = 2
        package static let grammarCount = 3
        package static let flags = 4
        package static let restoreCondition = 5
        package static let escapeKey = 6
        package static let symbolCount = 7
        package static let strictCount = 8
        package static let looseCount = 9
        package static let onsetCount = 10
        package static let placeCount = 11
        package static let repairCount = 12
        package static let positionCount = 13
        package static let slotCount = 14
        package static let optionCount = 15
        package static let restoreKeyCount = 16
        package static let count = 17
    }

    /// Bits of the header's `flags`.
    package enum Flag {
        package static let capitalsFold: UInt32 = 1 << 0
        package static let reachesSyllable: UInt32 = 1 << 1
        package static let undoesByRepeating: UInt32 = 1 << 2
        package static let restores: UInt32 = 1 << 3
        package static let isCluster: UInt32 = 1 << 4
        package static let backspaceTakesStored: UInt32 = 1 << 5
    }

    /// Bits of a letter's `flags`.
    package enum LetterFlag {
        package static let vowel: UInt8 = 1 << 0
        package static let marked: UInt8 = 1 << 1
        package static let word: UInt8 = 1 << 2
        package static let parts: UInt8 = 1 << 3
        package static let repaired: UInt8 = 1 << 4
        package static let beginsOnset: UInt8 = 1 << 5
    }

    /// A key of 8 bytes: plain letter, special letter and its condition, tone (255 clears), flags, 3 unused.
    package static let keySize = 8
    package static let clearTone: UInt8 = 255
    /// Bits of a key's `flags`.
    package enum KeyFlag {
        package static let changesLetters: UInt8 = 1 << 0
        package static let isLetter: UInt8 = 1 << 1
    }

    /// In place of a condition: the letter is the number of a row of the alternatives.
    package static let seeAlternatives: UInt8 = 255

    /// A letter of 4 bytes: flags, slot of its first and second part, unused.
    package static let letterSize = 4
    package static let noSlot: UInt8 = 255

    /// An output of 8 bytes: length and up to 7 bytes of UTF-8; or ``longOutput``, 3 unused and an offset in `text`.
    package static let outputSize = 8
    package static let longOutput: UInt64 = 255

    /// A place rule: test, position, condition, length, then 6 letters, 2 unused.
    package static let placeSize = 12
    package enum PlaceTest {
        package static let rime: UInt8 = 0
        package static let marked: UInt8 = 1
        package static let closed: UInt8 = 2
        package static let open: UInt8 = 3
    }
    package enum PlacePosition {
        package static let first: UInt8 = 0
        package static let last: UInt8 = 1
        package static let beforeLast: UInt8 = 2
        package static let marked: UInt8 = 3
    }

    /// A repair: length, 7 unused, 6 letters, 6 letters, 4 unused.
    package static let repairSize = 24

    /// A vowel-final onset: length, then up to 7 letters.
    package static let onsetSize = 8

    /// A position of a cluster's pattern: slot, 7 unused, and the 64-bit sets of positions that may follow it and
    /// that it may follow.
    package static let positionSize = 24
}
