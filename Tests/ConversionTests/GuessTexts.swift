/// Texts from which the corpus of the guesses is made: sentences in Vietnamese, written for it, and texts that are none.
enum GuessTexts {
    /// One to five words.
    static let short = [
        "Kính gửi", "Hà Nội", "Việt Nam", "Cộng hòa", "Tiếng Việt", "đường phố", "chữ quốc ngữ",
        "Bảng chữ cái",
        "người dân tộc thiểu số", "sở giáo dục", "mùa xuân đến rồi", "Đà Nẵng", "ruộng bậc thang",
        "Xin chào các bạn",
        "được rồi", "thứ bảy", "nghị quyết", "Trân trọng cảm ơn", "trường tiểu học", "ngày mai",
    ]

    /// Twenty words or more.
    static let long = [
        """
        Sáng nay trời còn mờ sương, bà con trong bản đã dắt trâu ra đồng, tiếng mõ vang từ sườn đồi này sang sườn đồi \
        khác.
        """,
        """
        Cuốn từ điển này được soạn từ những tờ giấy đánh máy cũ, mỗi tờ một phông chữ, nên phải chuyển mã trước khi so \
        với nhau.
        """,
        """
        Nhà trường đề nghị phụ huynh cho các em mang theo áo ấm, vở viết và một cây bút chì vào buổi học đầu tiên của \
        tháng sau.
        """,
        """
        Nếu máy tính không hiện đúng dấu, xin đừng sửa từng chữ một; hãy gửi cả tệp cho chúng tôi, kèm theo tên phông \
        đã dùng.
        """,
        """
        Người già kể rằng ngày xưa con suối chảy qua giữa làng, nước trong đến mức nhìn thấy từng viên sỏi, từng con \
        cá nhỏ.
        """,
        """
        Giá gạo tháng này giảm một chút so với tháng trước, nhưng giá phân bón lại tăng, nên người trồng lúa vẫn chưa \
        thể yên tâm.
        """,
        """
        Thư viện huyện mở cửa từ bảy giờ sáng đến năm giờ chiều, trừ ngày lễ; bạn đọc mượn sách phải có thẻ và trả \
        đúng hạn.
        """,
        """
        Bác sĩ khuyên nên uống đủ nước, ngủ sớm, ăn nhiều rau quả, và nhất là đừng ngồi quá lâu trước màn hình mà không \
        đứng dậy.
        """,
        """
        Chợ phiên họp mỗi tuần một lần; từ nửa đêm, những người ở xa đã thắp đuốc, gùi măng, mật ong và vải dệt đi \
        xuống núi.
        """,
        """
        Theo quyết định mới, hồ sơ phải nộp trước ngày mười lăm; hồ sơ thiếu chữ ký hoặc thiếu ảnh sẽ được trả lại để \
        bổ sung.
        """,
        """
        Em bé ngồi bên cửa sổ, tay cầm quyển truyện tranh, mắt nhìn theo đàn chim sẻ ríu rít bay qua những mái ngói đỏ \
        cũ kỹ.
        """,
        """
        Khi gõ xong một chữ mà thấy sai dấu, chỉ cần gõ lại phím dấu; chương trình tự đặt dấu vào đúng nguyên âm theo \
        quy tắc.
        """,
    ]

    /// Article 1 of the Universal Declaration of Human Rights, or its beginning, by language.
    static let languages: [(name: String, text: String)] = [
        (
            "English",
            "All human beings are born free and equal in dignity and rights. They are endowed with reason and conscience."
        ),
        (
            "French",
            """
            Tous les êtres humains naissent libres et égaux en dignité et en droits. Ils sont doués de raison et de \
            conscience et doivent agir les uns envers les autres dans un esprit de fraternité.
            """
        ),
        (
            "German",
            """
            Alle Menschen sind frei und gleich an Würde und Rechten geboren. Sie sind mit Vernunft und Gewissen begabt \
            und sollen einander im Geiste der Brüderlichkeit begegnen.
            """
        ),
        (
            "Spanish",
            """
            Todos los seres humanos nacen libres e iguales en dignidad y derechos y, dotados como están de razón y \
            conciencia, deben comportarse fraternalmente los unos con los otros.
            """
        ),
        (
            "Portuguese",
            """
            Todos os seres humanos nascem livres e iguais em dignidade e em direitos. Dotados de razão e de \
            consciência, devem agir uns para com os outros em espírito de fraternidade.
            """
        ),
        (
            "Italian",
            """
            Tutti gli esseri umani nascono liberi ed eguali in dignità e diritti. Essi sono dotati di ragione e di \
            coscienza e devono agire gli uni verso gli altri in spirito di fratellanza. Così è, perché può.
            """
        ),
        (
            "Catalan",
            """
            Tots els éssers humans neixen lliures i iguals en dignitat i en drets. Són dotats de raó i de consciència, \
            i han de comportar-se fraternalment els uns amb els altres.
            """
        ),
        (
            "Swedish",
            """
            Alla människor är födda fria och lika i värde och rättigheter. De är utrustade med förnuft och samvete och \
            bör handla gentemot varandra i en anda av broderskap.
            """
        ),
        (
            "Norwegian",
            """
            Alle mennesker er født frie og med samme menneskeverd og menneskerettigheter. De er utstyrt med fornuft og \
            samvittighet og bør handle mot hverandre i brorskapets ånd.
            """
        ),
        (
            "Danish",
            """
            Alle mennesker er født frie og lige i værdighed og rettigheder. De er udstyret med fornuft og samvittighed, \
            og de bør handle mod hverandre i en broderskabets ånd.
            """
        ),
        (
            "Finnish",
            """
            Kaikki ihmiset syntyvät vapaina ja tasavertaisina arvoltaan ja oikeuksiltaan. Heille on annettu järki ja \
            omatunto, ja heidän on toimittava toisiaan kohtaan veljeyden hengessä.
            """
        ),
        (
            "Icelandic",
            """
            Hver maður er borinn frjáls og jafn öðrum að virðingu og réttindum. Menn eru gæddir vitsmunum og samvizku, \
            og ber þeim að breyta bróðurlega hverjum við annan.
            """
        ),
        (
            "Estonian",
            """
            Kõik inimesed sünnivad vabadena ja võrdsetena oma väärikuselt ja õigustelt. Neile on antud mõistus ja \
            südametunnistus ja nende suhtumist üksteisesse peab kandma vendluse vaim.
            """
        ),
        (
            "Polish",
            """
            Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw. Są oni obdarzeni rozumem i \
            sumieniem i powinni postępować wobec innych w duchu braterstwa.
            """
        ),
        (
            "Czech",
            """
            Všichni lidé rodí se svobodní a sobě rovní co do důstojnosti a práv. Jsou nadáni rozumem a svědomím a mají \
            spolu jednat v duchu bratrství.
            """
        ),
        (
            "Hungarian",
            """
            Minden emberi lény szabadon születik és egyenlő méltósága és joga van. Az emberek, ésszel és lelkiismerettel \
            bírván, egymással szemben testvéri szellemben kell hogy viseltessenek.
            """
        ),
        (
            "Romanian",
            """
            Toate ființele umane se nasc libere și egale în demnitate și în drepturi. Ele sunt înzestrate cu rațiune și \
            conștiință și trebuie să se comporte unele față de altele în spiritul fraternității.
            """
        ),
        (
            "Turkish",
            """
            Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar. Akıl ve vicdana sahiptirler ve birbirlerine \
            karşı kardeşlik zihniyeti ile hareket etmelidirler.
            """
        ),
        (
            "Russian",
            """
            Все люди рождаются свободными и равными в своем достоинстве и правах. Они наделены разумом и совестью и \
            должны поступать в отношении друг друга в духе братства.
            """
        ),
        (
            "Greek",
            """
            Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα. Είναι προικισμένοι με \
            λογική και συνείδηση.
            """
        ),
        ("Chinese", "人人生而自由,在尊严和权利上一律平等。他们赋有理性和良心,并应以兄弟关系的精神相对待。"),
        ("Khmer", "មនុស្សទាំងអស់ កើតមកមានសេរីភាព និងសមភាព ក្នុងផ្នែកសេចក្ដីថ្លៃថ្នូរនិងសិទ្ធិ។"),
        ("Indonesian", "Semua orang dilahirkan merdeka dan mempunyai martabat dan hak-hak yang sama."),
    ]

    /// A few words of other languages, in which a mistake is easiest.
    static let shortForeign = [
        "Köln", "Mosaïque", "Größe und schöne Häuser", "Göteborg", "naïve", "Raphaël", "aéreo", "köszönöm",
        "på nå så må",
        "São Paulo", "Málaga", "café", "à la carte", "très bien", "señor", "Ærø", "Åland", "forêt", "où",
        "más o menos",
        "haïr", "Noël", "crème brûlée", "aún así", "Hände", "fünf Öfen", "això", "però", "même", "château",
    ]

    /// Text for machines, and numbers.
    static let others = [
        "func tổng(_ a: Int, b: Int) -> Int {\n    return a + b  // cộng hai số\n}\n",
        "for (int i = 0; i < n; i++) {\n    printf(\"%d\\n\", a[i]);\n}\n",
        "SELECT tên, tuổi FROM người WHERE tuổi > 18 AND tên LIKE 'Nguyễn%';\n",
        "<p class=\"x\">a &lt; b &amp;&amp; c &gt; d &copy; 2020&nbsp;</p>\n",
        "{\"a\": [1, 2.5, -3e10], \"b\": null, \"c\": \"x\\u00e9\"}\n",
        "1\t2\t3\n4\t5\t6\n7\t8\t9\n", "12,5 µm\t3 °C\t5 m²\n10 µg\t±2 °C\t7 m³\n",
        "§ 1 Abs. 2, § 3 und § 4; 20 £, 5 ¥\n",
        "name,age,city\nJosé,31,Málaga\nBjörn,40,Göteborg\n", "© 2020 ACME® «mot» ½ ¼ 5º 1ª\n",
        "https://example.org/?q=a&b=c#d\nC:\\Users\\x\\file.txt\n",
        "x = {'a': 1}\nif x['a'] >= 1: print(f\"{x!r}\")\n",
        "0x1F 0b1010 1e-9 3.14159 -273.15\n", "AT&T; R&D; Q&A: what? why? who? Do you? Are we.\n",
        "| a | b |\n| --- | --- |\n| 1 | ê |\n", "rad\tđŏk\tđọc\nrad\tmnuih\tngười\njra\tjơlan\tđường\n",
        "ƀuôn sang, mnuih, êa, čư, đăm\n", "ơ̆ kơtang hơdip hơbŏ pơlei\n",
    ]
}
