/// The table of the ethnic groups of Vietnam, of their languages and of the names of both.
///
/// To add a name, find the line of the people or of the language, and write the name below it after the letter of its
/// source. To add a source, add a letter to ``NameSource``. A name without a source cannot be accepted.
///
/// - `people 12 Ê Đê = Ede`: number in the list of 1979 (`-` for none), name in the spelling of the census of 2019, name in
///   English. What follows, up to the next people, is about it.
/// - `language rad Latn Ê Đê = Rade`: the tag, and behind commas other codes of the same language; scripts, the usual one
///   first (`-` where no orthography was seen); name in Vietnamese; name in ISO 639-3 (iso-codes 4.15.0).
/// - `D Ra-đê, Đê`: names of the people or the language above, with commas between them, after the letter of their source.
///
/// The Vietnamese name of a language is that of its people, or one of the names below it, or that of ISO 639-3. A
/// language of two groups stands with both. Names that only insult are left out, and so is «Xá», which was said of a
/// dozen groups.
enum LanguageTable {
    /// The text of the table.
    static let text = """
        people 1 Kinh = Kinh
          D Việt
          language vi,vie Latn,Hani Việt = Vietnamese
            S Jing, Gin, Annamese
        people 2 Tày = Tày
          D Thổ, Ngạn, Phén, Thù Lao, Pa Dí
          language tyz Latn,Hani Tày = Tày
            S Tai Tho, T’o, Ngan, Phen, Thu Lao
        people 3 Thái = Thai
          D Tày Mười, Hàng Tổng, Tày Mường, Pa Thay, Thổ Đà Bắc
          language blt Tavt,Latn Thái Đen = Tai Dam
            D Thái Đen, Tày Đăm
            S Black Tai, Tai Noir, Thai Den, Thái Den
            A ꞌTáy Ðăm, ꞌTáy
            K ꪼꪕꪒꪾ
          language twh Tavt,Latn Thái Trắng = Tai Dón
            D Thái Trắng, Tày Khao
            N Đón
            S White Tai, Tai Blanc, Tai Kao, Tai Lai, Táy Khao
            A Tãy Ðón
          language tyr Tavt Thái Đỏ = Tai Daeng
            S Thái Đỏ, Red Tai, Tai Rouge, Tai Deng, Thai Dang
          language tyj Latn,Tayo Tày Dọ = Tai Do
            N Tày Dọ
            S Tai Yo, Tay Yo, Tày Dọ’, Tay-Jo, Thái Do
          language tmm - Tày Thanh = Tai Thanh
            D Tày Thanh, Mán Thanh
            S Táy Thanh, Tai Man Thanh
        people 4 Hoa = Hoa
          D Hán, Triều Châu, Phúc Kiến, Hải Nam, Hạ, Xạ Phang
          N Quảng Tây, Minh Hương, Hẹ, Xìa Phống, Thảng Nhằm
          S Han, Ha Xa Phang
          language yue Hant,Hans Quảng Đông = Yue Chinese
            D Quảng Đông
            U Quảng Đông
            S Cantonese, Quang Dong
            A 粵語
          language nan Hant,Hans Mân Nam = Min Nan Chinese
            U Mân Nam
            S Min Nan, Minnan, Southern Min
            A 闽南语
          language cmn,zh Hans,Hant Trung (Phổ thông) = Mandarin Chinese
            U Trung (Phổ thông), Trung
            S Mandarin
          language hak Hant,Hans Khách Gia = Hakka Chinese
            U Khách Gia
            S Hakka, Hokka, Kejia
            A 客家話
        people 5 Khmer = Khmer
          D Khơ-me, Cur, Cul, Cu, Thổ, Việt gốc Miên, Krôm
          N Khơ me Krôm
          language km,khm Khmr Khmer = Khmer
            V Kh’mer
            S Kho Me, Khome, Cambodian, Khmer Nam Bo
            K ខ្មែរ
        people 6 Mường = Muong
          D Mol, Mual, Ao Tá, Ậu Tá
          N Mon, Moan
          language mtq Latn Mường = Muong
            A Thiểng Mõl
        people 7 Nùng = Nung
          D Xuồng, Giang, Nùng An, Phàn Sinh, Nùng Cháo, Nùng Lòi, Quý Rim, Khèn Lài
          N Nùng Xuồng, Nùng Giang, Nùng Inh, Nùng Phàn Slinh, Quy Rin, Nồng
          language nut Latn,Hani Nùng = Nung (Viet Nam)
            S Nong, Tai Nung, Highland Nung
            A Nohng
        people 8 Mông = Hmong
          D HMông, Mèo, Mẹo, Mèo Xanh, Mèo Đỏ, Mèo Đen
          N Miếu Ha
          S Meo, Miao
          language hmv Latn Hmong Dô = Hmong Dô
          language hmf Latn Hmong Don = Hmong Don
          language mww Latn,Hmng Mông Trắng = Hmong Daw
            K Mông Trắng, Hmoob Dawb
            D Mán Trắng
            S White Hmong, White Miao, Mong Trang
            A Hmongb Dleub
          language hnj Latn,Hmnp,Hmng Hmong Njua = Hmong Njua
            S Mong Leng, Mong Njua, Green Hmong, Blue Hmong, Hmong Leng, Hmoob Leeg
            A Hmongb Nzhuab, Moob Leeg
          language hmz Latn Hmong Shua = Hmong Shua
            S Sinicized Miao
          language neo Latn Na Miẻo = Ná-Meo
            D Ná Mẻo
            N Na Miẻo
        people 9 Dao = Dao
          D Mán, Động, Trại, Dìu, Miên, Kiềm, Miền, Quần Trắng, Dao Đỏ, Quần Chẹt, Lô Gang, Dao Tiền, Thanh Y, Lan Tẻn
          D Đại Bản, Tiểu Bản, Cóc Ngáng, Cóc Mùn, Sơn Đầu
          N Dao Quần Trắng, Dao Lan Tẻn
          S Yao
          language ium Latn,Hani Kìm Miền = Iu Mien
            N Kìm Miền
            S Mien, Yu Mien, Kim Mien, Yao Kimmien, Highland Yao, Dao Do, Red Dao
            A Iu Mienh
          language mji Latn Kìm Mùn = Kim Mun
            N Kìm Mùn
            S Mun, Lanten, Lan Ten, Coc Mun, Dao Thanh Y, Dao Ao Dai, Dao Quan Trang, Lowland Yao
        people 10 Gia Rai = Jarai
          D Giơ-rai, Tơ-buăn, Chơ-rai, Hơ-bau, Hđrung, Chor
          N Aráp, Mthur
          language jra Latn Gia Rai = Jarai
            V Jơ Rai
            S Jrai, Djarai, Jo’rai, Cho Rai, Gio Rai, Drai, Zrai
            A Jơrai
        people 11 Ngái = Ngái
          D Xín, Lê, Đản, Khách Gia
          language hak Hant,Hans Ngái = Hakka Chinese
            S Người Ngái, Hakka
        people 12 Ê Đê = Ede
          D Ra-đê, Đê, Kpạ, A-đham, Krung, Ktul, Đliê Ruê, Blô, E-pan, Mđhur, Bih
          N Ê Đê Êgar, Kah, Kdrao, Dong Kay, Dong Mak, Ening, Arul, Hwing, Ktlê
          language rad Latn Ê Đê = Rade
            S Rhade, Raday, Rde, E-De, Edeh, De, Ê Dê
            A klei Êđê
        people 13 Ba Na = Bahnar
          D Gơ-lar, Tơ-lô, Giơ-lâng, Y-lăng, Krem, Roh, ConKđe, A-la Công, Kpăng Công, Bơ-nâm
          language bdq Latn Ba Na = Bahnar
          language ren Latn Rơ-ngao = Rengao
            D Rơ-ngao
            S Ro-Ngao, Rơngao
        people 14 Xơ Đăng = Sedang
          D Ca-dong, Con Lan, Bri-la
          language sed Latn Xơ Đăng = Sedang
            D Xơ-teng, Hđang, Kmrâng, Tang
            S Xodang, Hadang, Dadang, Cadong, Roteang, Kmrang
            A rơtéang
            T Xê Đăng
          language tdr Latn Tơ-đra = Todrah
            D Tơ-đra
            S Didra, Kodra, Todrá
          language moo Latn Mơ-nâm = Monom
            D Mơ-nâm
            S Bonam, Monam, Menam
          language kxy Latn Kayong = Kayong
            S Ca Giong, Cagiuong, Kagiuong
          language hal Latn Ha-lăng = Halang
            D Ha-lăng
            S Salang, Koyong
        people 15 Sán Chay = San Chay
          D Sán Chỉ, Hờn Bạn
          language mlc Hani,Latn Cao Lan = Cao Lan
            D Cao Lan, Mán Cao Lan
            S Caolan, San Chi, Cao Lan-Sán Chi
        people 16 Cơ Ho = Koho
          D Xrê, Nốp, Tu Lốp, Cơ-don, Chil, Lat, Lach, Trinh
          language kpm Latn Cơ Ho = Koho
            V K’ho
            S Coho, Caho, Kohor
            A Kơho
        people 17 Chăm = Cham
          D Chàm, Chiêm Thành
          language cjm Cham,Latn,Arab Chăm Đông = Eastern Cham
            J Chăm Đông
            S Tjam, Chiem Thành
            K ꨌꩌ
          language cja Cham,Latn,Arab Chăm Tây = Western Cham
            K Chăm Tây
            S Cambodian Cham, New Cham
          language hro Latn Hroi = Haroi
            D Hroi
            S Hroy, Aroi, Bahnar Cham
        people 18 Sán Dìu = San Diu
          D Sán Dẻo, Trại, Trại Đất, Mán Quần Cộc
        people 19 Hrê = Hre
          D Chăm Rê, Chom, Krẹ, Luỹ
          language hre Latn Hrê = Hre
            S Cham-Re, Davak, Davach, Dá Vách, Hrey
        people 20 Mnông = Mnong
          D Nông
          V M’nông
          language cmo Latn Mnông Trung = Central Mnong
            J Mnông Trung
            D Pnông, Pré, Bu-đâng, ĐiPri, Biat
            S Bu Nong, Phnong, Pnong, Budang
            A Bunong
          language mng Latn Mnông Đông = Eastern Mnong
            J Mnông Đông
            D Gar, Rơ-lam, Chil
            S Mnong Gar, Mnong Rolom
            A Mnông Lam
          language mnn Latn Mnông Nam = Southern Mnong
            J Mnông Nam
        people 21 Ra Glai = Roglai
          D Ra-clây
          S Ra-Glai, Rang Glai
          language rog Latn Ra Glai Bắc = Northern Roglai
            J Ra Glai Bắc
            D Noang, La Oang
            S Adlai, Rayglay
            A Radlai
          language rgs Latn Ra Glai Nam = Southern Roglai
            J Ra Glai Nam
            D Rai
          language roc Latn Cacgia Roglai = Cacgia Roglai
        people 22 Xtiêng = Stieng
          D Xa Điêng
          language sti Latn Bulo Stieng = Bulo Stieng
            S Northern Stieng, Upper Stieng, Budíp
          language stt Latn Budeh Stieng = Budeh Stieng
            S Southern Stieng, Lower Stieng
        people 23 Bru-Vân Kiều = Bru
          D Bru, Vân Kiều, Măng Coong, Tri, Khùa
          language bru Latn Bru-Vân Kiều = Eastern Bru
            S Van Kieu, Bru Van Kieu, Brou, Quang Tri Bru
            A Brũ
        people 24 Thổ = Tho
          D Con Kha, Xá Lá Vàng
          language tou - Thổ = Tho
            D Kẹo, Mọn, Cuối, Họ
            S Cuoi, Keo, Ho Muong Meridional
          language hnu - Hung = Hung
            D Đan Lai, Ly Hà, Tày Pọng
        people 25 Giáy = Giáy
          D Nhắng, Dẩng, Pầu Thìn, Cùi Chu
          S Pú Nà, Nhang, Giai, Yay
          language pcc - Giáy = Bouyei
            S Bo-I, Buyi, Pu-I, Puyi, Dioi
        people 26 Cơ Tu = Katu
          D Ca-tu, Cao, Hạ, Phương, Ca-tang
          language ktv Latn Cơ Tu = Eastern Katu
            S High Katu
            T Ka Tu
        people 27 Giẻ Triêng = Gie Trieng
          D Gié-Triêng, Giang Rẫy, Pin, Ve, Veh, La-ve, Ca-tang
          language jeh Latn Đgiéh = Jeh
            D Đgiéh, Tareh
            S Gie, Die, Yeh
            T Gié
          language tdf - Triêng = Talieng
            D Triêng, Treng, Ta-riêng
            S Trieng, Tariang, Taliang, Tarieng
        people 28 Mạ = Maa
          D Châu Mạ, Mạ Ngăn, Mạ Xốp, Mạ Tô, Mạ Krung
          language cma - Mạ = Maa
            S Ma, Chauma, Che Ma, Maaq
        people 29 Khơ Mú = Khmu
          D Xá Cẩu, Mứn Xen, Pu Thênh, Tềnh, Tày Hạy
          language kjg Latn,Laoo Khơ Mú = Khmu
            S Kammu, Kamhmu, Khamu, Khomu, Kho Mu, Kmhmu
            A Kmhmu’, ກຶມຫມຸ
        people 30 Co = Co
          D Cor, Col, Cùa, Trầu
          language cua Latn Co = Cua
            S Kor, Kol, Traw
        people 31 Tà Ôi = Ta Oi
          language tth Latn Tà Ôi = Upper Ta'oih
            D Ta-ôi, Tôi-ôi
            S Ta’oih, Ta-Oi, Ta Hoi, Toi-Oi, Kantua
          language pac Latn Pa Cô = Pacoh
            D Pa-co, Pa-hi, Ba-hi
            S Paco, Pokoh
            A Cang Pacóuh
            T Pa Cô
        people 32 Chơ Ro = Chrau
          D Dơ-ro, Châu-ro
          language crw - Chơ Ro = Chrau
            S Choro, Chauro, Doro, Tamun
        people 33 Kháng = Kháng
          D Xá Khao, Xá Súa, Xá Đón, Xá Dẩng, Xá Hốc, Xá Ái, Xá Bung, Quảng Lâm
          language kjm - Kháng = Kháng
            S Khaang
        people 34 Xinh Mun = Xinh Mun
          D Puộc, Pụa
          language puo - Xinh Mun = Puoc
            S Ksingmul, Ksing Mul, Xinh Mul, Xin Mul, Puhoc, Puok
        people 35 Hà Nhì = Hani
          D U Ni, Xá U Ni
          language hni Latn Hà Nhì = Hani
            S Hanhi, U Ní
            A Ha Nhi
        people 36 Chu Ru = Chru
          D Chơ-ru, Chu
          language cje Latn Chu Ru = Chru
            S Churu, Choru, Cru, Kru
        people 37 Lào = Lao
          D Lào Bốc, Lào Nọi
          language lo,lao Laoo Lào = Lao
            S Laotian
            K ລາວ
        people 38 La Chí = Lachi
          D Cù Tê, La Quả
          language lbt - La Chí = Lachi
            S Laji, Lati, Ku Te
          language lwh - La Chí Trắng = White Lachi
            J La Chí Trắng
        people 39 La Ha = Laha
          D Xá Khao, Khlá Phlạo
          language lha - La Ha = Laha (Viet Nam)
            S Khlá, Laxa
        people 40 Phù Lá = Phula
          D Bồ Khô Pạ, Mu Di Pạ, Phổ, Va Xơ
          language phh - Phukha = Phukha
            S Phu Khla, Phu Kha
          language lgh - Laghuu = Laghuu
            D Xá Phó
            S Laopa
        people 41 La Hủ = Lahu
          D Pu Đang, Khả Quy
          language lhu - Lahu = Lahu
          language lhi - Lahu Shi = Lahu Shi
          language lkc - Kucong = Kucong
            D Khù Xung, Cò Xung
            S Cosung
        people 42 Lự = Lü
          D Lừ, Nhuồn, Duôn
          language khb Talu,Lana Lự = Lü
            S Lue, Tai Lu, Tai Lue, Thai Lu
            A ᦺᦑ ᦟᦹᧉ
            K ᦅᧄᦺᦑᦟᦹᧉ
        people 43 Lô Lô = Lolo
          D Mun Di
          language nty - Lô Lô = Mantsi
            S Black Lolo, Flowery Lolo, Red Mantsi
        people 44 Chứt = Chut
          D Tu vang, Pa-leng, Xơ-lang, Tơ-hung, Chà-củi, Tắc-củi, U-mo, Xá Lá Vàng
          language scb - Chứt = Chut
            D Sách, Mày, Rục
            S Sach, May, Ruc
          language aem - A-rem = Arem
            D A-rem
            S Chomrau
          language pkt - Mã-liêng = Maleng
            D Mã-liêng
            S Malieng, Malang
        people 45 Mảng = Mang
          D Mảng Ư, Xá Lá Vàng
          language zng - Mảng = Mang
        people 46 Pà Thẻn = Pa Then
          D Pà Hưng, Tống
          language pha - Pà Thẻn = Pa-Hng
            S Pà Then, Pà Hung, Baheng, Paheng
        people 47 Cơ Lao = Gelao
          T Cờ Lao
          language gir - Cơ Lao Đỏ = Red Gelao
            J Cơ Lao Đỏ
            S Vandu Gelao, Voa Dê
          language giq - Cơ Lao Xanh = Green Gelao
            J Cơ Lao Xanh
            S Hoki Gelao, Hagei
          language giw - Cơ Lao Trắng = White Gelao
            J Cơ Lao Trắng
            S Telue, Tú Du
        people 48 Cống = Cống
          D Xắm Khống, Mấng Nhé, Xá Xeng
          language cnc - Cống = Côông
            S Khoong, Xa Coong
        people 49 Bố Y = Bouyei
          D Chủng Chá, Trọng Gia, Tu Dí, Tu Dìn
          language pcc - Bố Y = Bouyei
            S Bo-I, Buyi, Pu-I, Puyi
        people 50 Si La = Sila
          D Cù Dề Xừ, Khả pẻ
          language slt - Si La = Sila
            S Sida
        people 51 Pu Péo = Pu Peo
          D Ka Pèo, Pen Ti Lô Lô
          language laq - Pu Péo = Qabiao
            S Laqua, Ka Beo, Ka Biao, Pubiao, Pupeo
        people 52 Brâu = Brao
          D Brao
          language brb - Brâu = Brao
            S Braou, Brau, Lave
        people 53 Ơ Đu = O’du
          D Tày Hạt
          language tyh - Ơ Đu = O'du
            S ’Iduh, Tay Hat
        people 54 Rơ Măm = Romam
          language rmx - Rơ Măm = Romam
            S Ro Mam
        people - Di = Yi
          language iii,ii Yiii,Latn Di Tứ Xuyên = Sichuan Yi
            U Di Tứ Xuyên
            S Nuosu, Nosu, Liangshan Yi
        people - Anh = English
          language en,eng Latn Anh = English
            U Anh
        """
}
