import Answers
import Lexicon

extension Lookup {
    /// The question that plain arguments ask; nil for any others.
    ///
    /// The argument parser looks at the types of all commands at run time, which takes several times as long as the
    /// lookup. So arguments are read here that it would read without remark: known options with their values, and
    /// words. Everything else is left to it: help, mistakes, `--`, completions for the shell.
    ///
    ///     Lookup(plain: ["lookup", "-l", "rad", "êa"])    // the word in the lexicons of Ê Đê
    ///     Lookup(plain: ["lookup", "--limti", "3", "êa"])  // nil: the argument parser says what is wrong
    ///
    /// - Complexity: O(*arguments*).
    init?(plain arguments: [String]) {
        guard arguments.first == "lookup" else { return nil }
        var isAll = false
        var rest = arguments.dropFirst()
        while let argument = rest.popFirst() {
            guard argument.hasPrefix("-") else {
                queries.append(argument)
                continue
            }
            if argument == "--no-pager" {
                isPaged = false
                continue
            }
            if argument == "--all" {
                isAll = true
                continue
            }
            if argument == "--words" {
                isByWords = true
                continue
            }
            guard let value = rest.popFirst(), !value.hasPrefix("-"), read(argument, value) else {
                return nil
            }
        }
        guard fault == nil else { return nil }
        if isAll { question.limit = .max }
    }

    /// Reads an option; false when it is unknown or cannot have the value.
    private mutating func read(_ option: String, _ value: String) -> Bool {
        switch option {
        case "-l", "--lexicon": lexicons.append(value)
        case "--from": question.from = value
        case "--to": question.to = value
        case "--match": return set(\.question.match, Match(rawValue: value))
        case "-f", "--file": file = value
        case "--distance": return set(\.question.distance, Int(value))
        case "--limit": return set(\.question.limit, Int(value))
        case "--format": return set(\.format, AnswerFormat(rawValue: value))
        default: return false
        }
        return true
    }

    private mutating func set<Value>(_ field: WritableKeyPath<Lookup, Value>, _ value: Value?) -> Bool {
        guard let value else { return false }
        self[keyPath: field] = value
        return true
    }
}
