import Composition
import Diagnostics

/// What can only be seen of the outermost keymap when all is read: how much there is of everything.
extension KeymapReader {
    func checkLimits() {
        if letters.all.count > Limits.letters {
            tooMany(.letters, Limits.letters, at: letters.all[Limits.letters].origin)
        }
        if tones.all.count > Limits.tones {
            tooMany(.tones, Limits.tones, at: tones.all[Limits.tones].origin)
        }
        if letters.classes.count > Limits.classes {
            let word = letters.classWord(Limits.classes)
            tooMany(.classes, Limits.classes, at: word.map { reading.origin($0) } ?? reading.start)
        }
        if options.all.count > Limits.options {
            tooMany(.options, Limits.options, at: options.origin(Limits.options) ?? reading.start)
        }
    }

    private func tooMany(_ things: CountedThings, _ limit: Int, at origin: KeymapDefinition.Origin) {
        reading.report(Reports.diagnostic(.tooMany(things, limit: limit), origin))
    }

    /// A class that nothing uses and whose name is nearly that of another is a slip.
    ///
    /// Where words have forms, a class that none of them uses says nothing.
    ///
    /// - Parameter hasErrors: Whether some mistake may be why nothing uses it.
    func checkClassNames(hasErrors: Bool) {
        let known: Set<String> = ["vowel", "consonant"]
        let hasForms = !syllables.grammars.isEmpty || clusters.cluster != nil
        let mustUse = hasForms && !reading.isPart && !hasErrors
        let used = Set(letters.usedClasses.map { letters.classes[$0] }).union(known)
        for (number, word) in letters.ownClasses where !used.contains(letters.classes[number]) {
            let closest = closestWord(word.text, among: used.sorted())
            guard closest != nil || mustUse else { continue }
            reading.report(
                closest.map { .unusedClassLike(word.text, closest: $0) } ?? .unusedClass(word.text),
                word.range, fixIts: reading.reports.replacing(word.range, closest))
        }
    }
}
