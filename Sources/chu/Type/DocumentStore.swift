import Catalogue
import Diagnostics
import Files
import LineEditor

/// The file of the editor, and the folder where its text is kept until it is saved.
///
/// The text goes to `$XDG_STATE_HOME/chu/unsaved`: when the user pauses, before each saving, and when the program is
/// asked to end. It is removed once it is saved, or given up by the user.
struct DocumentStore: EditorStore {
    /// The file; nil for a text that goes to the output.
    private var file: TextFile?
    private let unsaved: UnsavedTexts?
    /// Where the text of this session is kept, and what it is.
    private var kept: (path: String, text: String)?
    /// Whether the user knows that the text is kept, because it could not be saved.
    private var isPromised = false
    /// The kept text of a former session that was offered, and whether it was put in.
    private var offered: (path: String, isRestored: Bool)?

    /// A store for `file`.
    init(_ file: TextFile?) {
        self.file = file
        unsaved = Catalogue.stateFolder.map { UnsavedTexts(folder: $0 + "/unsaved") }
    }

    private var path: String { file?.path ?? "" }

    private func bytes(of text: String) -> [UInt8] {
        file?.bytes(of: text) ?? Array((text.utf8.last == 0x0A ? text : text + "\n").utf8)
    }

    // MARK: What a former session left

    /// The latest text that was kept and differs from `text`; texts that do not are removed.
    mutating func left(besides text: String) -> String? {
        let beside = file.map { TextFile.recovered($0.path).reversed() } ?? []
        for path in (unsaved?.left(of: path) ?? []) + beside {
            guard let left = try? TextFile.open(path).text else { continue }
            if left.utf8.elementsEqual(text.utf8) {
                unsaved?.remove(path)
                continue
            }
            offered = (path, false)
            return left
        }
        return nil
    }

    mutating func didRestore() { offered?.isRestored = true }

    mutating func deleteOffered() {
        if let offered { unsaved?.remove(offered.path) }
        offered = nil
    }

    // MARK: Saving

    mutating func save(_ text: String) -> String? {
        keep(text)
        do throws(TextFile.SaveFailure) {
            try file?.save(text)
        } catch {
            switch error {
            case .changedByOthers: return Wording.changedByOthers.text
            case .file(let error):
                isPromised = kept != nil
                return Wording.notSaved(error, keptIn: kept.map { Path.parent(of: $0.path) }).text
            }
        }
        didSave()
        return nil
    }

    mutating func keep(_ text: String) {
        if let kept, kept.text.utf8.elementsEqual(text.utf8) { return }
        guard let path = try? unsaved?.keep(bytes(of: text), of: path) else { return }
        kept = (path, text)
    }

    /// Removes what was kept: the text has been saved, or has gone to the output.
    mutating func didSave() {
        isPromised = false
        removeKept()
        guard let restored = offered, restored.isRestored else { return }
        unsaved?.remove(restored.path)
        offered = nil
    }

    private mutating func removeKept() {
        if let kept { unsaved?.remove(kept.path) }
        kept = nil
    }

    // MARK: The end

    /// The user has ended the editor; a text that could not be saved stays where the user knows that it is.
    mutating func end() {
        if isPromised, let kept { return Notices.report(.recovered(kept.path)) }
        removeKept()
    }

    /// Keeps `text` when the user can no longer be asked, and says where: in the folder of unsaved texts, else beside
    /// the file, else in the folder of temporary files.
    mutating func keepAtEnd(_ text: String) {
        keep(text)
        if let kept, kept.text.utf8.elementsEqual(text.utf8) { return Notices.report(.recovered(kept.path)) }
        var failure: FileError?
        do throws(FileError) {
            if let file { return Notices.report(.recovered(try file.saveBeside(text))) }
        } catch { failure = error }
        do throws(FileError) {
            let temporary = UnsavedTexts(folder: (Surroundings.variable("TMPDIR") ?? "/tmp") + "/chu-unsaved")
            Notices.report(.recovered(try temporary.keep(bytes(of: text), of: path)))
        } catch { Notices.report(.file(failure ?? error)) }
    }
}
