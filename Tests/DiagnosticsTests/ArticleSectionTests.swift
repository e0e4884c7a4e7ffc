import Diagnostics
import Testing

struct ArticleSectionTests {
    static let article = """
        # Diagnostics

        ## The text

        ### a.first

        *Error or warning.* The line is wrong,
        or `it` is.

        Another paragraph.

        ```
        # a comment
        ### a.second

          two
        ```

        Instead:

        ```
        one<TAB>two
        ```

        ## More

        ### a.second

        *Warning.* Short.

        """

    @Test func `A section is what stands below its id, with fences respected`() throws {
        let section = try #require(ArticleSection("a.first", in: Self.article))
        #expect(section.severity == "Error or warning")
        #expect(
            section.blocks == [
                .text("The line is wrong, or `it` is."), .text("Another paragraph."),
                .code(["# a comment", "### a.second", "", "  two"]), .text("Instead:"),
                .code(["one<TAB>two"]),
            ])
        #expect(section.hasNotation)
    }

    @Test func `The last section ends with the article`() throws {
        let section = try #require(ArticleSection("a.second", in: Self.article))
        #expect(section.blocks == [.text("Short.")])
        #expect(!section.hasNotation)
    }

    @Test(arguments: ["a.third", "a", "", "The text"]) func `Another id has no section`(id: String) {
        #expect(ArticleSection(id, in: Self.article) == nil)
    }
}
