/// The parts of a `.pptx` by what they are.
struct Presentation {
    typealias Part = OfficePackage.Part

    private let main: Part

    /// The presentation in `package`; nil when it is none of PowerPoint.
    init?(_ package: OfficePackage) {
        let isPresentation = { (part: Part) in
            (part.type.contains("presentationml") || part.type.contains("ms-powerpoint"))
                && part.type.hasSuffix("main+xml")
        }
        guard let main = package.parts.first(where: isPresentation) else { return nil }
        self.main = main
    }

    /// Converts every part, and hands out the changes of those that have any.
    func convert(
        _ package: OfficePackage, _ choice: FontChoice, _ report: inout DocumentReport,
        unpack: (Int) throws(DocumentError) -> [UInt8],
        change: (Int, [UInt8], PartEdits) throws(DocumentError) -> Void
    ) throws(DocumentError) {
        let defaults =
            try SlideFonts.Layer(unpack(main.index), part: main.name).styles["defaultTextStyle"] ?? [:]
        var layers: [Int: SlideFonts.Layer] = [:]
        var themes: [Int: ThemeFonts] = [:]
        var links: [Int: [(type: String, part: Part)]] = [:]
        let slides = package.parts(
            "presentationml.slideMaster+xml", "presentationml.slideLayout+xml", "presentationml.slide+xml",
            "presentationml.notesMaster+xml", "presentationml.notesSlide+xml",
            "presentationml.handoutMaster+xml")
        for part in slides { links[part.index] = try package.related(to: part, unpack) }
        /// What a part is made from: its layout, the master of that.
        func chain(_ part: Part) -> [Part] {
            var chain: [Part] = []
            var next: Part? = part
            while let part = next, chain.count < 4 {
                chain.append(part)
                next =
                    links[part.index]?.first {
                        ["slideLayout", "slideMaster", "notesMaster"].contains($0.type)
                    }?.part
                // A master names its layouts too.
                if part.type.contains("Master+xml") { next = nil }
            }
            return chain
        }
        for part in slides {
            var fonts = SlideFonts(theme: ThemeFonts(), defaults: defaults)
            for step in chain(part) {
                if layers[step.index] == nil, !step.type.hasSuffix("lide+xml") {
                    layers[step.index] = try SlideFonts.Layer(unpack(step.index), part: step.name)
                }
                if let layer = layers[step.index] { fonts.layers.append(layer) }
                if let theme = links[step.index]?.first(where: { $0.type == "theme" })?.part {
                    if themes[theme.index] == nil {
                        themes[theme.index] = try ThemeFonts(unpack(theme.index), part: theme.name)
                    }
                    fonts.theme = themes[theme.index] ?? ThemeFonts()
                }
            }
            try DrawingPart.convert([part], fonts, choice, &report, unpack: unpack, change: change)
        }
        let main = main
        let theme = themes.values.first ?? ThemeFonts()
        let others =
            [main] + package.parts("theme+xml", "presentationml.tableStyles+xml")
            + DrawingPart.parts(of: package)
        try DrawingPart.convert(
            others, SlideFonts(theme: theme), choice, &report, unpack: unpack, change: change)
    }
}
