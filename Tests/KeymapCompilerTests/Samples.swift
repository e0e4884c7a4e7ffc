/// Keymaps that are right, for tests to look at and to spoil.
enum Samples {
    static let header = """
        keymap 1
        language vi
        title Tiếng Việt
        version 1.0
        licence CC0-1.0
        source BambooEngine/bamboo-core, input_method_def.go

        """

    /// Part of Vietnamese Telex.
    static let vietnamese = """
        keymap 1
        language vi
        title Tiếng Việt (Telex)
        title (en) Vietnamese (Telex)
        version 1.0
        licence CC0-1.0
        status draft
        source BambooEngine/bamboo-core, input_method_def.go

        option tone-style = old | new : where the tone stands in oa, oe, uy
        option lone-w = off | on : whether w alone makes ư

        letters vowel
          a e i o u y
          ă = aw
          â = aa   ê = ee   ô = oo
          ơ = ow   ư = uw
          ư = w when lone-w=on
        letters consonant
          b c d đ = dd
          g h k l m n p q r s t v x
        tones
          sắc U+0301 : s
          huyền U+0300 : f
          hỏi U+0309 : r
          ngã U+0303 : x
          nặng U+0323 : j
          clear : z
        set stop = c ch p t
        syllable Vietnamese
          onset b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x
          rime [vowel]+ [vowel]+m [vowel]+n [vowel]+ng
               [vowel]+nh                       # a line further in continues the one above
          rime [vowel]+[stop] : tones sắc nặng
          rime uơ after h th
        place
          rime oa oe uy : last when tone-style=new
          marked
          closed last
          open before-last
        repair
          uơ > ươ
        reach syllable
        undo repeat
        restore unless syllable
        restore by {Control+z}
        tests
          tieengs -> tiếng
          tieengs{BackSpace} -> tiến
          (tone-style=new) hoaf -> hoà
          tieengs Vieetj -> tiếng Việt

        """

    /// Part of Ê Đê, with Vietnamese words in it.
    static let rade = """
        keymap 1
        language rad
        title Êđê (Telex)
        version 1.0
        licence CC0-1.0
        source K: dega (4.0)
        include vi/telex
        letters vowel
          a ă = aw
          â = aa
          e ê = ee
          i o
          ô = oo
          ơ = ow
          u
          ư = uw uu
        letters consonant
          b ƀ = bb
          c č = cc
          d đ = dd
          n ñ = nn
          k r
        marks
          breve U+0306 : x on a e i o u â ê ô ơ ư
        syllable Êđê
          onset b ƀ c č d đ n ñ k r kr
          rime [vowel] [vowel][vowel] [vowel]n [vowel]k
          syllables 3
        escape \\
        tests
          cuwx -> cư̆
          ccuwx -> čư̆
          bbuoon -> ƀuôn
          eeddee -> êđê

        """

    /// Part of Tai Viet, typed as it is spoken.
    static let taiViet = """
        keymap 1
        language blt-Tavt
        title ꪼꪕ
        version 1.0
        licence CC0-1.0
        source KEYBOARDS.md §4
        capitals distinct
        letters consonant
          ꪀ = k   ꪁ = K   ꪕ = T   ꪘ = n   ꪙ = N   ꪢ = m   ꪣ = M   ꪫ = V   ꪉ = G   ꪮ = o
        letters medial
          ꪫ
        letters prefix
          ꪵ = e   ꪼ = y   ꪹ = E
        letters sign
          ꪰ = }   ꪲ = i   ꪸ = I   ꪾ = {braceleft}
        letters post
          ꪱ = a   ꪮ
        letters around
          ꪹ◌ꪸ = r
          ꪹ◌ꪱ = A as prefix post
        letters final
          ꪀ ꪉ ꪙ ꪣ ꪫ
        letters tone
          ꪿ = "
          ◌꫁ = '
        cluster
          type consonant medial? (prefix sign? | sign | post | around) final? tone?
          order prefix consonant sign tone medial post final
          backspace typed
        rules
          ;' > ”
        tests
          Ty -> ꪼꪕ
          nG -> ꪘꪉ

        """

    static let included = ["vi/telex": vietnamese, "rad/telex": rade, "blt-Tavt/phonetic": taiViet]
}

extension Samples {
    /// A keymap to which mistakes are added.
    static let spoilt = """
        keymap 1
        language vi
        title Tiếng Việt
        version 1.0
        licence CC0-1.0
        source BambooEngine/bamboo-core, input_method_def.go
        letters vowel
          a e i o u y
          ê = ee
        letters consonant
          b c g h m n t
        tones
          sắc U+0301 : s
          nặng U+0323 : j

        """

    /// A keymap for a script written in clusters, without a cluster.
    static let spoiltTai = """
        keymap 1
        language blt-Tavt
        title ꪼꪕ
        version 1.0
        licence CC0-1.0
        source K: sil_tai_dam (2.3)
        capitals distinct
        letters consonant
          ꪀ = k   ꪕ = T
        letters prefix
          ꪵ = e   ꪹ = E
        letters sign
          ꪸ = I

        """
}
