import Lexicon
import Text

/// The way down from what was typed to what may help: each rung is looser, and is tried when those above found nothing.
///
/// 1. The query as it was typed, then without the signs around it.
/// 2. Without the classifier before a Vietnamese noun.
/// 3. As a part of longer forms and glosses.
/// 4. Through a concept or a third language.
/// 5. The longest parts that are known.
/// 6. Words with other accents.
/// 7. Words of other languages than the one wanted.
///
/// A query that is answered on the first rung pays for none of the others.
struct Ladder {
    let lexicons: NamedLexicons
    let question: Question

    /// The answer on the first rung that has one.
    func answer() -> Answer {
        let typed = search(question.query)
        guard question.match == .exact else {
            return answer(typed.results.isEmpty ? bridge(question.query) : typed)
        }
        if typed.isExact { return withOtherLexicons(question.query, typed) }
        var (best, query) = (typed, question.query)
        for clean in CleanQuery.readings(of: question.query) {
            let found = search(clean.text).numbered(clean.homograph)
            query = clean.text
            if found.isExact { return withOtherLexicons(clean.text, found) }
            if best.results.isEmpty { best = found }
        }
        return answer(query, best)
    }

    /// The exact answers to `query`, and, from lexicons that have none, those to its noun without a classifier.
    ///
    ///     con gà  // exact where a gloss is con gà, without the classifier where it is gà
    private func withOtherLexicons(_ query: String, _ exact: Search) -> Answer {
        guard !Search.isWord(query), isVietnamese, exact.results.count < question.limit,
            let noun = Classifiers.noun(in: query)
        else { return answer(exact) }
        var all = exact.only { $0.way == .exact }
        let others = vietnamese.search(noun.noun, isWhole: true).only { result in
            !all.results.contains { $0.found.lexicon === result.found.lexicon }
        }
        all.add(others.found(.withoutClassifier))
        all.add(exact.only(keepsMore: false) { $0.way != .exact })
        return answer(all, aside: others.results.isEmpty ? [] : noun.aside)
    }

    /// The answer to `query` without noise, of which `best` is what was found.
    private func answer(_ query: String, _ best: Search) -> Answer {
        // Words of a gloss that only happen to stand in it say less than the same words one by one.
        var whole = best.only { $0.way != .otherAccents && !$0.isScattered }
        let others = best.only(keepsMore: whole.results.isEmpty) {
            $0.way == .otherAccents && !$0.isScattered
        }
        let isAllScattered = whole.results.isEmpty && others.results.isEmpty
        let scattered = best.only(keepsMore: isAllScattered, \.isScattered)
        let noun = isVietnamese ? Classifiers.noun(in: query) : nil
        let isPlain = Search.isPlain(query)
        // The whole of a phrase without accents comes before a part of it that has none.
        let isPlainPhrase = isPlain && others.results.contains { $0.found.hit.quality.coverage == .whole }
        if let noun, !isPlainPhrase {
            var found = vietnamese.search(noun.noun, isWhole: true, isPlain: isPlain).found(
                .withoutClassifier)
            if !found.results.isEmpty {
                found.add(whole)
                return answer(found, aside: noun.aside)
            }
        }
        // One who types no accents asks for all words that have some, and for what other lexicons have as it was typed.
        if isPlainPhrase, !isTypedElsewhere(query) {
            whole.add(others)
            return answer(whole)
        }
        if whole.results.isEmpty { whole = bridge(query).only { $0.way != .otherAccents } }
        if whole.results.isEmpty, let noun {
            let found = vietnamese.bridge(noun.noun).only { $0.way != .otherAccents }
            if !found.results.isEmpty { return answer(found, aside: noun.aside) }
        }
        if whole.results.contains(where: { $0.way != .longer }) || isPlain && !others.results.isEmpty {
            if isPlain || whole.isAnswered { whole.add(others) }
            if !whole.results.contains(where: { $0.way != .otherAccents }) {
                whole.add(neighbours(query, nil))
            }
            return answer(whole)
        }
        // Of a phrase that only stands in longer ones, the words are answered too.
        let isName = question.isName?(query) ?? false
        let parts = isName ? Answer(query: question.query, results: []) : Phrase(query, self).answer()
        if !parts.results.isEmpty {
            // A slip is likelier than that only some of the words are known.
            let isSlip = !parts.unknown.isEmpty && whole.results.isEmpty
            return parts.between(whole, isSlip ? others : Search())
        }
        if whole.results.isEmpty, !isName {
            whole = scattered
            whole.add(others)
        }
        whole.add(neighbours(query, noun?.noun))
        return answer(
            whole, aside: whole.results.contains { $0.asked == noun?.noun } ? noun?.aside ?? [] : [])
    }

    /// Whether some lexicon, in whatever language, has `query` as it was typed.
    private func isTypedElsewhere(_ query: String) -> Bool {
        question.to != nil
            && lexicons.set.hits(query, .exact, question.from, nil, nil, 1).hits.contains {
                $0.quality.spelling != .folded && $0.quality.coverage == .whole
            }
    }

    /// Whether the query may be Vietnamese.
    var isVietnamese: Bool {
        question.from.map { LanguageTag.fits($0, Classifiers.language) } ?? true
    }

    /// The ladder for a query that is Vietnamese because a classifier stands in it.
    private var vietnamese: Ladder {
        var question = question
        question.from = Classifiers.language
        return Ladder(lexicons: lexicons, question: question)
    }

    /// What is found for `text` directly.
    func search(_ text: String, limit: Int? = nil, isWhole: Bool = false, isPlain: Bool? = nil) -> Search {
        Search(text, question, lexicons, limit: limit, isWhole: isWhole, isPlain: isPlain)
    }

    /// What a concept or a third language leads to from `text`.
    func bridge(_ text: String, limit: Int? = nil) -> Search {
        guard let to = question.to else { return Search() }
        let limit = limit ?? question.limit
        guard lexicons.set.lexicons.contains(where: { $0.isIn(to) }) else {
            return glosses(text, limit: limit)
        }
        guard let from = question.from else { return Search() }
        let found = lexicons.set.searchBridged(
            text, question.match, from: from, to: to, distance: question.distance, limit: limit)
        let isPlain = Search.isPlain(text)
        return Search(
            found.map { found in
                AnswerResult(
                    query: question.query, asked: text, way: Way(found, question.match, isPlain: isPlain),
                    lexiconName: lexicons.name(of: found.lexicon), found: found, target: question.to,
                    bridgeName: found.bridge.map { lexicons.name(of: $0.lexicon) } ?? "")
            })
    }

    /// The entries with a gloss that is `text` and another in the language wanted: words of a third language between two
    /// languages of glosses.
    private func glosses(_ text: String, limit: Int) -> Search {
        guard let to = question.to, question.match == .exact else { return Search() }
        var question = question
        question.to = nil
        let wanted = text.lowercased()
        var found = Search(text, question, lexicons, limit: limit, isWhole: true).only { result in
            let glosses = result.entry.glosses(in: to)
            return result.way == .exact && result.found.hit.field == .gloss && !glosses.isEmpty
                && !glosses.contains { $0.lowercased() == wanted }
        }
        found.want(to)
        return found.found(.throughLanguage)
    }

    /// The words of other languages than the one wanted.
    private func neighbours(_ query: String, _ noun: String?) -> Search {
        guard let to = question.to, lexicons.set.lexicons.contains(where: { $0.isIn(to) }) else {
            return Search()
        }
        var question = question
        question.to = nil
        var found = Search(query, question, lexicons, isWhole: true).only { $0.way == .exact }
        if let noun {
            found.add(
                Search(noun, question, lexicons, isWhole: true).only { result in
                    result.way == .exact
                        && !found.results.contains { $0.found.lexicon === result.found.lexicon }
                })
        }
        return found.found(.neighbour)
    }

    private func answer(_ search: Search, aside: [String] = []) -> Answer {
        // Its name is needed only where it is said that a word is not in the language.
        let isElsewhere = search.results.last?.way == .neighbour
        return Answer(
            query: question.query, results: search.results, aside: aside, more: search.more, to: question.to,
            isElsewhere ? lexicons.info(of: question.to) : nil)
    }
}

extension Search {
    /// The homograph that was asked for, where what was found is numbered.
    fileprivate func numbered(_ homograph: Int?) -> Search {
        guard homograph != nil, results.contains(where: { $0.entry.homograph != nil }) else { return self }
        return only { $0.entry.homograph == homograph }
    }

    /// Whether something answers the question as it was put, whatever else there is.
    fileprivate var isAnswered: Bool { results.contains { $0.way < .rules } }
}

extension AnswerResult {
    /// Whether the words of the query only happen to stand in the same gloss.
    fileprivate var isScattered: Bool {
        way != .asked && found.hit.quality.coverage == .part && !Search.isWord(asked)
    }
}
