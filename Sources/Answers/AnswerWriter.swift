public import Diagnostics

/// Takes answers as they are written, piece by piece: a file, a response, a string.
public protocol AnswerSink: AnyObject {
    /// Adds `text` as it is.
    func write(_ text: String) throws
    /// Adds `text` and a line end.
    func line(_ text: String) throws
}

extension AnswerSink {
    /// Adds `text` and a line end.
    public func line(_ text: String) throws {
        try write(text)
        try write("\n")
    }
}

/// Answers gathered in memory.
public final class AnswerText: AnswerSink {
    /// What was written.
    public private(set) var text = ""

    /// No answers yet.
    public init() {}

    /// Adds `text` as it is.
    public func write(_ text: String) { self.text += text }
}

/// Writes answers in one of the forms.
///
///     var writer = AnswerFormat.json.writer()
///     let page = AnswerText()
///     try writer.begin(page)
///     try writer.add(lexicons.answer(Question("êa")), to: page)
///     try writer.end(page)
///     page.text  // "[\n  {\n    \"direct\" : true, …"
public protocol AnswerWriter {
    /// Writes what stands before the first answer.
    mutating func begin(_ sink: any AnswerSink) throws
    /// Writes an answer.
    mutating func add(_ answer: Answer, to sink: any AnswerSink) throws
    /// Writes what stands behind the last answer.
    mutating func end(_ sink: any AnswerSink) throws
}

/// The forms in which answers are written.
public enum AnswerFormat: String, CaseIterable, Sendable {
    /// For people.
    case text
    /// An array of objects.
    case json
    /// Tab-separated values.
    case tsv

    /// A writer of this form.
    ///
    /// - Parameters:
    ///   - language: In which language text has its labels.
    ///   - isColoured: Whether text has the escape sequences of a terminal.
    ///   - hasHeadings: Whether text has each query above its answer.
    public func writer(
        in language: Wording.Language = .english, isColoured: Bool = false, hasHeadings: Bool = false
    ) -> any AnswerWriter {
        switch self {
        case .text: TextAnswers(language, isColoured: isColoured, hasHeadings: hasHeadings)
        case .json: JSONAnswers()
        case .tsv: TableAnswers()
        }
    }
}
