import Diagnostics
import Storage

extension Transform {
    /// The file among those installed in `folders` that brings text from `source` into `target`; nil when there is none.
    ///
    ///     Transform.path(from: "blt-Tavt", to: "blt-Latn")  // "/usr/share/chu/transforms/blt-Tavt/blt-Latn.transform"
    ///
    /// Of several the first by name counts. A file whose head cannot be read is passed over.
    ///
    /// - Complexity: Reads the head of each transform until it is found.
    package static func path(
        from source: String, to target: String, in folders: [String] = DataFolders.standard
    ) -> String? {
        Installed.all(.transforms, in: folders).first { installed in
            guard let file = try? MappedFile(path: installed.path),
                let info = info(of: SourceText(path: installed.path, bytes: file.bytes.array()))
            else { return false }
            return info.from == source && info.to == target
        }?.path
    }
}
