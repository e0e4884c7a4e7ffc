import Composition
import Diagnostics

/// The statements of one source as a keymap: names looked up, included keymaps merged.
///
/// It is made of parts, one for each kind of statement. A part reads its statements and merges those of the included
/// keymaps; it names in its initialiser the parts it needs, and is made after them. So the order below is not that of
/// the source, which does not matter, but the one in which statements need one another.
final class KeymapReader {
    let reading: Reading
    let header: Header
    let included: [IncludedKeymap]

    let settings: Settings
    let options: Options
    let restoring: Restoring
    let keeps: Keeps
    let letters: Letters
    let sets: Sets
    let marks: Marks
    let tones: Tones
    let rules: RuleTexts
    let repairs: Repairs
    let syllables: Syllables
    let places: Places
    let clusters: ClusterPatterns
    let tests: TestLines

    /// Reads everything after the header and the includes.
    init(_ reading: Reading, _ header: Header, _ included: [IncludedKeymap]) {
        self.reading = reading
        self.header = header
        self.included = included
        // First, because whether capitals fold decides how every letter and key is read.
        settings = Settings(reading, included)
        // Before every line that may end in `when`.
        options = Options(reading, included)
        // These need options and keys, and nothing needs them.
        restoring = Restoring(reading, options, included)
        keeps = Keeps(reading, options, included)
        // Own letters come before included ones in the alphabet, so a part of both.
        letters = Letters(reading, options, included)
        // Marks make letters too, and sets are made of letters: so marks are read while there are no sets yet.
        sets = Sets(reading, letters)
        marks = Marks(reading, options, letters, classes: sets, included)
        tones = Tones(reading, included)
        sets.read(included)
        // After marks and tones, which make characters that rules may read; before what reads letters only, because
        // a sign that a rule reads becomes a letter.
        rules = RuleTexts(reading, options, letters, sets, tones, included)
        // Letters, sets and tones are all known.
        repairs = Repairs(reading, letters, included)
        syllables = Syllables(reading, letters, sets, tones, included)
        places = Places(reading, options, letters, sets, included)
        clusters = ClusterPatterns(reading, letters, sets, included)
        tests = TestLines(reading, options)
        // Rules may have made letters, and marks may have given them keys.
        letters.check()
        if !reading.isIncluded { header.checkRequired(isIncluding: !reading.statements(.include).isEmpty) }
    }

    /// What the source declares, whole.
    var definition: KeymapDefinition {
        var definition = KeymapDefinition()
        definition.info = header.info
        definition.titles = header.titles
        definition.options = options.all
        definition.capitalsFold = reading.capitalsFold
        definition.classes = letters.classes
        definition.letters = letters.all
        definition.tones = tones.all
        definition.clearKeys = tones.clearKeys
        definition.grammars = syllables.grammars
        definition.places = places.all
        definition.repairs = repairs.all
        definition.reachesSyllable = settings.reachesSyllable ?? true
        definition.undoesByRepeating = settings.undoesByRepeating ?? true
        definition.restores = restoring.restores ?? false
        definition.restoreCondition = restoring.restores == true ? restoring.condition : nil
        definition.restoreKeys = restoring.keys ?? []
        definition.keptWords = keeps.words
        definition.escapeKey = settings.escapeKey
        definition.cluster = clusters.cluster
        definition.text = rules.text
        definition.tests = tests.all
        return definition
    }

    /// Makes plain letters of the keys that stand for themselves when a change is undone, and of all letters of
    /// the Latin alphabet when capitals fold, so that foreign words can be typed.
    ///
    /// Done once, for the outermost keymap.
    func addPlainLetters() {
        var keys = Set<UInt8>()
        for letter in letters.all {
            for way in letter.ways {
                if let first = way.keys.first { keys.insert(first) }
                if let last = way.keys.last { keys.insert(last) }
            }
            for mark in letter.marked { keys.insert(mark.key) }
        }
        for tone in tones.all { keys.formUnion(tone.keys) }
        keys.formUnion(tones.clearKeys)
        if let key = settings.escapeKey { keys.insert(key) }
        if reading.capitalsFold { keys.formUnion(0x61...0x7A) }
        for key in keys.sorted() { letters.addPlainLetter(key, origin: reading.start) }
    }
}
