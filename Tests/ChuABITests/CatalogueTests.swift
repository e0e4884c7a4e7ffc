import CChu
import Catalogue
import ChuABI
import Files
import TestSupport
import Testing

/// What is installed, and the user's own files, through the C interface.
struct CatalogueTests {
    @Test func `The user's files are where the command has them`() throws {
        try withScratchFolder { folder in
            try makeFolder(at: Path.join(folder, "keymaps/vi"))
            try replaceFile(
                at: Path.join(folder, "keymaps/vi/telex.chukey"),
                with: try Repository.compiledKeymap("vi/telex"))
            var catalogue: OpaquePointer?
            let status = unsafe folder.withCString { folders in
                var config = unsafe chu_catalogue_config(
                    struct_size: UInt32(MemoryLayout<chu_catalogue_config>.size), reserved: 0,
                    folders: folders, log: nil, context: nil)
                return unsafe chu_catalogue_new(&config, &catalogue)
            }
            #expect(status == CHU_STATUS_OK)
            defer { unsafe chu_catalogue_free(catalogue) }
            var path = chu_text()
            #expect(unsafe chu_catalogue_words_path(catalogue, "vi/telex", &path) == CHU_STATUS_OK)
            #expect(unsafe String(path) == Catalogue.wordsPath(ofKeymap: "vi/telex") ?? "")
            #expect(unsafe chu_catalogue_macros_path(catalogue, &path) == CHU_STATUS_OK)
            #expect(unsafe String(path) == Catalogue.macrosPath ?? "")
            #expect(unsafe chu_catalogue_words_path(catalogue, "vi/vni", &path) == CHU_STATUS_ARGUMENT)
            #expect(unsafe String(path) == "")
        }
    }
}
