import Diagnostics

/// How many diagnostics there were, in all and of each kind.
struct DiagnosticCounts {
    /// From how many on a table of kinds is worth its lines.
    private static let tableLimit = 10

    private(set) var errors = 0
    private(set) var warnings = 0
    /// How many fix-its were made.
    var fixes = 0
    private var kinds: [String: Int] = [:]

    /// Counts `diagnostic`.
    mutating func add(_ diagnostic: Diagnostic) {
        switch diagnostic.severity {
        case .error: errors += diagnostic.count
        case .warning: warnings += diagnostic.count
        case .note: return
        }
        kinds[diagnostic.id, default: 0] += diagnostic.count
    }

    /// How often each kind was found, the commonest first; empty when there are so few that they can be seen.
    var table: [String] {
        guard errors + warnings > DiagnosticCounts.tableLimit else { return [] }
        let width = kinds.values.map { String($0).count }.max() ?? 0
        return kinds.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { kind in
            let number = String(kind.value)
            return String(repeating: " ", count: width - number.count + 2) + "\(number)  \(kind.key)"
        }
    }
}
