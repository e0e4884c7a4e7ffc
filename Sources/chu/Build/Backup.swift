import Files

/// The copy of a file that `chu check --fix --backup` keeps.
enum Backup {
    /// Writes `contents` beside the file at `path`, under its name with `~` at the end.
    ///
    /// Where other files are called so it is `~2`, `~3` and so on: no file is overwritten. One that holds the same already is
    /// the copy.
    ///
    /// - Returns: Where it is.
    /// - Throws: `FileError` when it cannot be written.
    static func keep(_ contents: [UInt8], of path: String) throws(FileError) -> String {
        var number = 1
        while true {
            let backup = path + (number == 1 ? "~" : "~\(number)")
            guard Path.exists(backup) else {
                try replaceFile(at: backup, with: contents)
                return backup
            }
            if let kept = try? Opening.contents(of: backup), kept == contents { return backup }
            number += 1
        }
    }
}
