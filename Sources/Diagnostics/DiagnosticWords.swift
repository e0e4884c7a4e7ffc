// The words that stand around the sentences of diagnostics.

extension Diagnostic.Severity {
    /// `error`, `warning` or `note`, in each language.
    public var wording: Wording {
        switch self {
        case .error: Wording("error", "lỗi")
        case .warning: Wording("warning", "cảnh báo")
        case .note: Wording("note", "ghi chú")
        }
    }
}

extension Wording {
    /// Before a fix that `chu check --fix` makes.
    static let fixIt = Wording("fix-it", "cách sửa")
    /// Before a fix that is a guess, or would remove something.
    static let perhaps = Wording("perhaps", "có lẽ")
    /// Before a fix that was made.
    static let fixed = Wording("fixed", "đã sửa")
    /// Before a line as it was.
    static let before = Wording("before", "trước")
    /// Before a line as it is now.
    static let after = Wording("after", "sau")

    /// How often, where it is more than once.
    static func times(_ count: Int) -> Wording { Wording("(\(count) times)", "(\(count) lần)") }

    /// A question whether `meant` was meant, to follow a sentence; empty where it is nil.
    ///
    ///     Wording.didYouMean("letters").english  // "; did you mean 'letters'?"
    public static func didYouMean(_ meant: String?) -> Wording {
        guard let meant else { return Wording("", "") }
        return Wording("; did you mean '\(meant)'?", "; có phải '\(meant)' không?")
    }

    /// One sentence after the other.
    public static func + (first: Wording, second: Wording) -> Wording {
        Wording(first.english + second.english, first.vietnamese + second.vietnamese)
    }
}
