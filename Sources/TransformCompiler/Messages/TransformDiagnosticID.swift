import Diagnostics

/// The stable names of what is reported about transforms; each has a section in <doc:Transform-diagnostics>.
enum TransformDiagnosticID: String, DiagnosticID {
    case illFormed = "transform.ill-formed-text"
    case tooLarge = "transform.too-large"
    case headNotFirst = "transform.head-not-first"
    case missing = "transform.missing-keyword"
    case unknownKeyword = "transform.unknown-keyword"
    case repeated = "transform.repeated-keyword"
    case empty = "transform.empty-keyword"
    case wrongVersion = "transform.wrong-version"
    case badForm = "transform.bad-form"
    case badStatus = "transform.bad-status"
    case sameForms = "transform.same-forms"
    case badRule = "transform.bad-rule"
    case noTests = "transform.no-tests"
    case badTest = "transform.bad-test"
    case failedTest = "transform.failed-test"
    case overgrownTest = "transform.overgrown-test"

    var severity: Diagnostic.Severity { self == .noTests ? .warning : .error }
}
