import Lexicon
import Storage

/// Puts facts and entries together into a compiled lexicon.
struct LexiconWriter {
    /// The bytes of the file: the same for the same facts and entries.
    static func write(_ info: LexiconInfo, _ entries: [Entry]) -> [UInt8] {
        typealias Section = LexiconFormat.Section
        let table = FoldingRules(script: info.script).encoded()
        var names = NameTableBuilder()
        var headwords = PostingsBuilder()
        var glosses = PostingsBuilder()
        var offsets = ByteWriter()
        var texts = ByteWriter()
        if let folding = Folding(MappedFile(table).bytes) {
            for (id, entry) in entries.enumerated() {
                addForms(entry, id, folding, &headwords)
                addGlosses(entry, id, folding, info.glossLanguages, &glosses)
            }
        }
        for entry in entries {
            offsets.u32(UInt32(texts.count))
            texts.append(entry.encoded(names: &names))
        }
        offsets.u32(UInt32(texts.count))
        let (headwordTrie, headwordPostings) = headwords.encoded()
        let (glossTrie, glossPostings) = glosses.encoded()
        var writer = ContainerWriter(kind: .lexicon, version: LexiconFormat.version)
        writer.add(Section.info, info.encoded())
        writer.add(Section.names, names.encoded())
        writer.add(Section.entryOffsets, offsets.bytes)
        writer.add(Section.entries, texts.bytes)
        writer.add(Section.headwords, headwordTrie)
        writer.add(Section.headwordPostings, headwordPostings)
        writer.add(Section.glosses, glossTrie)
        writer.add(Section.glossPostings, glossPostings)
        writer.add(Section.folding, table)
        return writer.finish()
    }

    private static func addForms(
        _ entry: Entry, _ id: Int, _ folding: Folding, _ postings: inout PostingsBuilder
    ) {
        for form in [entry.headword] + entry.variants + [entry.romanisation].compactMap({ $0 }) {
            postings.add(folding.key(form), entry: id, isWhole: true)
        }
    }

    private static func addGlosses(
        _ entry: Entry, _ id: Int, _ folding: Folding, _ languages: [String],
        _ postings: inout PostingsBuilder
    ) {
        for sense in entry.senses {
            for gloss in sense.glosses + sense.definitions {
                guard let language = languages.firstIndex(of: gloss.language),
                    language < LexiconFormat.Limit.languages
                else { continue }
                for piece in GlossPieces(gloss.text).pieces {
                    for word in piece {
                        let key = [UInt8(truncatingIfNeeded: language + 1)] + folding.key(word)
                        postings.add(key, entry: id, isWhole: piece.count == 1)
                    }
                }
            }
        }
    }
}
