/// An encoding's table with the machines that are made from it; made once, when it is first used.
final class TableMachines: Sendable {
    let table: EncodingTable
    /// What reads it.
    let bytes: ByteMachine
    /// What writes it.
    let codes: ScalarCodes

    private init(_ table: EncodingTable) {
        self.table = table
        bytes = ByteMachine(table)
        codes = ScalarCodes(table, bytes)
    }

    static let tcvn3 = TableMachines(.tcvn3)
    static let tcvn3Capitals = TableMachines(.tcvn3Capitals)
    static let vniWindows = TableMachines(.vniWindows)
    static let viscii = TableMachines(.viscii)
    static let vps = TableMachines(.vps)
    static let cp1258 = TableMachines(.cp1258)
    static let viqr = TableMachines(.viqr)
}
