"""The addon in the real fcitx5, typed into over D-Bus as an application does it.

    /usr/bin/python3 Tests/Desktop/test_fcitx.py ROOT [NAME …]

ROOT is a folder that Chữ was installed into.
"""

import os
import unittest

import fcitx_client as client
from display import Desktop, root, wait
from fcitx_client import Fcitx, Field

ROOT = ""

# What is typed, and what stands in the text and in the preedit afterwards.
WRITING = [
    ("Vietnamese", "vi/telex", "Vieetj Nam, ", "Việt Nam, ", ""),
    ("Vietnamese, VNI", "vi/vni", "tie6ng1 ", "tiếng ", ""),
    ("Ê Đê", "rad/telex", "Bbuoon eex ", "Ƀuôn ê̆ ", ""),
    ("Gia Rai", "jra/telex", "mownuih ", "mơnuih ", ""),
    ("Tai Viet by sound", "blt-Tavt/phonetic", "Ty ka ", "ꪼꪕ ꪀꪱ ", ""),
    ("Tai Viet as it is seen", "blt-Tavt/visual", "yTd{braceleft} ", "ꪼꪕꪒꪾ ", ""),
    ("Khmer, in another order than it is stored in", "km/angkor", "xEjmr{Return}", "ខ្មែរ\n", ""),
    ("Khmer, the space bar once and twice", "km/angkor", "xjmEr xjmEr  {Return}", "ខ្មែរ\u200bខ្មែរ \n", ""),
    ("Chăm by sound", "cjm-Cham/phonetic", "aK`r c`m ", "ꨀꨇꩉ ꨌꩌ ", ""),
    ("Chăm on the layout of 1997", "cjm-Cham/thrah", "aK`r cz ", "ꨀꨇꩉ ꨌꩌ ", ""),
    ("Chăm as it is seen", "cjm-Cham/visual", "-{backslash}k<{slash} ", "ꨆꨴꨯꨱꩃ ", ""),
    ("a word being written is not in the text", "vi/telex", "tieengs", "", "tiếng"),
    ("punctuation ends the word", "vi/telex", "ddi, ", "đi, ", ""),
    ("Return ends the word and is passed on", "vi/telex", "baan{Return}oo", "bân\n", "ô"),
    ("Tab ends the word and is passed on", "vi/telex", "tieengs{Tab}", "tiếng\t", ""),
    ("Left ends the word and is passed on", "vi/telex", "baan{Left}x ", "bâx n", ""),
    ("Escape ends the word and is passed on", "vi/telex", "baan{Escape}", "bân", ""),
    ("Ctrl+A ends the word and is passed on", "vi/telex", "baan{ctrl+a}x ", "x ", ""),
    ("Shift alone changes nothing", "vi/telex", "ba{Shift_L}an", "", "bân"),
    ("BackSpace takes a letter, and the tone moves", "vi/telex", "tieengs{BackSpace}", "", "tiến"),
    ("BackSpace twice", "vi/telex", "tieengs{BackSpace}{BackSpace}", "", "tiế"),
    ("BackSpace three times", "vi/telex", "tieengs{BackSpace}{BackSpace}{BackSpace}", "", "ti"),
    ("BackSpace to the beginning", "vi/telex", "tieengs{BackSpace}{BackSpace}{BackSpace}{BackSpace}{BackSpace}", "", ""),
    ("BackSpace with nothing composed is passed on", "vi/telex", "xy {BackSpace}{BackSpace}", "x", ""),
    ("BackSpace on a letter of two marks", "rad/telex", "eex{BackSpace}", "", ""),
]


def setUpModule():
    """One desktop and one fcitx5 for all tests."""
    global desktop, fcitx
    desktop = Desktop().__enter__()
    fcitx = Fcitx(desktop, ROOT)


def tearDownModule():
    """Ends them."""
    fcitx.stop()
    desktop.__exit__()


class OverDBus(unittest.TestCase):
    """A field that speaks to fcitx5 itself."""

    def field(self, method="vi/telex", **options):
        """A field with the focus, and `method` chosen in it, if it is to be."""
        field = Field(fcitx, **options)
        self.addCleanup(field.leave)
        if method:
            fcitx.choose(method)
        return field

    def change(self, **values):
        """Changes settings until the end of the test."""
        before = fcitx.settings("fcitx://config/addon/chu")[0]
        self.addCleanup(fcitx.set, **{name: before[name] or [] for name in values})
        fcitx.set(**values)

    def test_writing(self):
        """The table above."""
        for what, method, keys, text, preedit in WRITING:
            with self.subTest(what):
                field = self.field(method)
                field.press(keys)
                self.assertEqual((field.text, field.preedit), (text, preedit))

    def test_preedit(self):
        """It is underlined, unless the user wants no line, and its caret counts bytes."""
        field = self.field("rad/telex")
        field.press("eex")
        self.assertEqual((field.preedit, field.preedit_caret, field.styles), ("ê̆", 4, [8]))
        self.change(Underline="False")
        field.press(" eex")
        self.assertEqual((field.preedit, field.styles), ("ê̆", [0]))

    def test_releases_are_not_taken(self):
        """A key that is let go changes nothing, also in mid-word."""
        field = self.field()
        field.press("a")
        for name in "asw":
            self.assertFalse(field.call("ProcessKeyEvent", "(uuubu)", ord(name), 0, 0, True, 0))
        self.assertEqual((field.text, field.preedit), ("", "a"))

    # The focus

    def test_the_focus_goes_in_mid_word(self):
        """The word stands in the field once, whoever puts it there, and a field without a preedit keeps it too."""
        for what, capabilities in [("fcitx commits", client.PREEDIT | client.FORMATTED_PREEDIT),
                                   ("the client commits", client.PREEDIT | client.CLIENT_UNFOCUS_COMMIT),
                                   ("no preedit", client.CLIENT_SIDE_PANEL)]:
            with self.subTest(what):
                field = self.field(capabilities=capabilities)
                field.press("oo tieengs")
                field.blur()
                field.settle(lambda: field.text != "ô ")
                self.assertEqual((field.text, field.preedit), ("ô tiếng", ""))
                field.focus()
                field.press("a ")
                self.assertEqual(field.text, "ô tiếnga ")

    def test_two_fields(self):
        """Nothing of one gets into the other."""
        one, two = self.field(), self.field()
        fcitx.choose("rad/telex")
        two.press("bb")
        two.blur()
        one.focus()
        fcitx.choose("vi/telex")
        one.press("tieengs")
        one.blur()
        two.focus()
        fcitx.choose("rad/telex")
        two.press("eex ")
        self.assertEqual((one.text, two.text), ("tiếng", "ƀê̆ "))

    def test_a_field_goes_away_in_mid_word(self):
        """And fcitx5 lives on."""
        field = Field(fcitx)
        fcitx.choose("vi/telex")
        field.press("tieengs")
        field.leave()
        self.test_preedit()

    # Resets and clicks

    def test_reset(self):
        """The word is dropped, and never doubled."""
        field = self.field()
        field.press("oo tieengs")
        field.call("Reset")
        self.assertEqual((field.text, field.preedit), ("ô ", ""))
        field.press("ddi ")
        self.assertEqual((field.text, field.commits), ("ô đi ", ["ô ", "đi "]))

    def test_click(self):
        """Neither is it by a click elsewhere in the field."""
        field = self.field()
        field.press("oo tieengs")
        field.click(0)
        field.press("ddi ")
        self.assertEqual(field.text, "đi ô ")

    def test_click_on_the_preedit(self):
        """It stands in the text once."""
        field = self.field()
        field.press("tieengs")
        field.call("InvokeAction", "(ui)", 0, 1)
        field.settle(lambda: field.text)
        self.assertEqual((field.text, field.preedit), ("tiếng", ""))

    # Input methods

    def test_switching_in_mid_word(self):
        """The word is committed once, and the next one is composed by the other keymap."""
        field = self.field()
        field.press("tieengs")
        fcitx.choose("rad/telex")
        field.settle(lambda: field.text)
        self.assertEqual((field.text, field.preedit, field.commits), ("tiếng", "", ["tiếng"]))
        field.press("bbuoon ")
        fcitx.choose("keyboard-us")
        field.press("aa")
        fcitx.choose("vi/telex")
        field.press("aa ")
        self.assertEqual(field.text, "tiếngƀuôn aaâ ")

    # What the field is

    def test_no_preedit_in_the_field(self):
        """It is shown in the panel, and committed as elsewhere."""
        field = self.field(capabilities=client.CLIENT_SIDE_PANEL)
        field.press("tieengs")
        field.settle(lambda: field.panel == "tiếng")
        self.assertEqual((field.text, field.preedit, field.panel), ("", "", "tiếng"))
        field.press(" ")
        field.settle(lambda: not field.panel)
        self.assertEqual((field.text, field.panel), ("tiếng ", ""))

    def test_password(self):
        """Nothing is composed, also when the field becomes a password's in mid-word."""
        field = self.field(None, capabilities=client.PREEDIT | client.PASSWORD)
        field.press("tieengs ")
        self.assertEqual((field.text, field.preedit), ("tieengs ", ""))
        field = self.field()
        field.press("tieengs")
        field.become(client.PREEDIT | client.PASSWORD)
        field.press("aa")
        self.assertEqual(field.text.removeprefix("tiếng"), "aa")
        self.assertEqual(field.preedit, "")
        field.become(client.PREEDIT)
        fcitx.choose("vi/telex")
        field.press(" aa ")
        self.assertEqual(field.text.removeprefix("tiếng"), "aa â ")

    def test_learning(self):
        """Words are learned when the focus goes; not in a sensitive field, and not when the user does not want it."""
        for what, capabilities, learn, word, expected in [
                ("a plain field", client.PREEDIT, "True", "nhowf ", True),
                ("a sensitive one", client.PREEDIT | client.SENSITIVE, "True", "kins ", False),
                ("learning off", client.PREEDIT, "False", "queen ", False)]:
            with self.subTest(what):
                self.change(LearnWords=learn)
                field = self.field(capabilities=capabilities)
                field.press(word)
                field.blur()
                self.assertEqual(" " + field.text.strip() in desktop.learned("vi/telex"), expected)

    # Candidates

    PANEL = client.PREEDIT | client.FORMATTED_PREEDIT | client.CLIENT_SIDE_PANEL

    def candidates(self, keys="a{Tab}", method="rad/telex", **options):
        """A field in which candidates are shown."""
        field = self.field(method, capabilities=self.PANEL, **options)
        field.press(keys)
        self.assertTrue(field.settle(lambda: field.candidates), "no candidates")
        return field

    def test_candidates_have_their_meaning(self):
        """Words that begin so, with a label and the meaning in Vietnamese; words that mean it with the other key."""
        field = self.candidates("adhan{Tab}")
        self.assertIn(("1. ", "adhan  cành"), field.candidates)
        field = self.candidates("nuwowcs{shift+Tab}")
        self.assertIn(("1. ", "êa  nước"), field.candidates)

    def test_candidates_by_key(self):
        """They are chosen by label, or gone through and taken."""
        for keys, expected, preedit in [
                ("1", "{0}", ""), ("{alt+3}", "{2}", ""), ("{Tab}{Return}", "{1}", ""), ("{Down}{Down} ", "{2} ", ""),
                ("{Tab}{shift+Tab}{Return}", "{0}", ""), ("{Escape}", "", "a"), ("dih ", "adih ", "")]:
            with self.subTest(keys):
                field = self.candidates()
                words = [text.split("  ")[0] for _, text in field.candidates]
                field.press(keys)
                field.settle(lambda: not field.candidates)
                self.assertEqual((field.text, field.preedit, field.candidates), (expected.format(*words), preedit, []))

    def test_candidates_by_click(self):
        """The one that was clicked is committed; a place where there is none does nothing."""
        field = self.candidates()
        word = field.candidates[3][1].split("  ")[0]
        for index in (5, 99, -1):
            field.call("SelectCandidate", "(i)", index)
        self.assertEqual((field.text, field.preedit), ("", "a"))
        field.call("SelectCandidate", "(i)", 3)
        field.settle(lambda: field.text)
        self.assertEqual((field.text, field.preedit), (word, ""))
        field.call("SelectCandidate", "(i)", 0)
        self.assertEqual(field.text, word)

    def test_pages(self):
        """They are turned by the arrows of the panel, and by key."""
        field = self.candidates()
        first = field.candidates
        self.assertEqual((len(first), field.has_previous, field.has_next), (5, False, True))
        field.call("NextPage")
        field.settle(lambda: field.candidates != first)
        second = field.candidates
        self.assertNotEqual(first, second)
        self.assertTrue(field.has_previous)
        field.press("{Prior}")
        field.settle(lambda: field.candidates == first)
        self.assertEqual(field.candidates, first)
        field.call("PrevPage")
        field.press("{Next}")
        field.settle(lambda: field.candidates == second)
        self.assertEqual(field.candidates, second)

    def test_candidates_as_the_user_likes_them(self):
        """Shown while typing, or never; fewer at once; by another key."""
        self.change(Candidates="WhileTyping", PageSize="3")
        self.assertEqual(len(self.candidates("a").candidates), 3)
        self.change(Candidates="Off")
        field = self.field("rad/telex", capabilities=self.PANEL)
        field.press("a{Tab}")
        self.assertEqual((field.text, field.candidates), ("a\t", []))
        self.change(Candidates="OnKey", CandidateKey="Control+period", MeaningKey="Control+m")
        self.candidates("a{ctrl+.}")
        self.candidates("nuwowcs{ctrl+m}")

    # What is in the document already

    SURROUNDING = client.PREEDIT | client.FORMATTED_PREEDIT | client.SURROUNDING

    def test_a_word_is_taken_up_again(self):
        """BackSpace at its end, and its keys are there again; not when something else stands there."""
        for what, capabilities, mode, found, expected in [
                ("as it was", self.SURROUNDING, "TakeUp", "tiếng ", "tiền "),
                ("with text before it", self.SURROUNDING, "TakeUp", "ô tiếng ", "ô tiền "),
                ("no surrounding text", client.PREEDIT, "TakeUp", "tiếng ", "tiếnf "),
                ("other text", self.SURROUNDING, "TakeUp", "tiếnk ", "tiếnf "),
                ("off", self.SURROUNDING, "Off", "tiếng ", "tiếnf ")]:
            with self.subTest(what):
                self.change(SurroundingText=mode)
                field = self.field(capabilities=capabilities)
                field.press("tieengs ")
                field.text, field.caret, field.anchor = found, len(found), len(found)
                field.press("{BackSpace}{BackSpace}f ")
                self.assertEqual(field.text, expected)

    def test_composing_in_the_document(self):
        """No preedit, and the same text in the end; what others put there stays."""
        self.change(SurroundingText="Compose")
        field = self.field(capabilities=self.SURROUNDING)
        field.press("tieengs")
        self.assertEqual((field.text, field.preedit), ("tiếng", ""))
        field.press(" Vieetj Nam,{Return}oo{BackSpace}")
        self.assertEqual((field.text, field.preedit), ("tiếng Việt Nam,\n", ""))
        field.press("baan")
        field.click(0)
        field.press("ddi ")
        self.assertEqual(field.text, "đi tiếng Việt Nam,\nbân")
        field = self.field(capabilities=client.PREEDIT)
        field.press("tieengs")
        self.assertEqual((field.text, field.preedit), ("", "tiếng"))

    # Settings

    def test_what_the_settings_program_is_told(self):
        """Every setting has a title and a value, those of a keymap with it."""
        values, (page, *_) = fcitx.settings("fcitx://config/addon/chu")
        names = {"Underline": "True", "Candidates": "OnKey", "PageSize": "5", "CandidateKey": "Tab",
                 "MeaningKey": "Shift+Tab", "SurroundingText": "TakeUp", "LearnWords": "True", "Macros": "True",
                 "OffInPrograms": ""}
        self.assertEqual(values, names)
        self.assertEqual([option[0] for option in page[1]], list(names))
        values, (page, *_) = fcitx.settings("fcitx://config/inputmethod/chu-vi-telex")
        self.assertEqual(values["tone-style"], "old")
        self.assertEqual(values["restore"], "True")
        options = {option[0]: option for option in page[1]}
        self.assertEqual(options["restore"][1], "Boolean")
        self.assertEqual(options["tone-style"][4]["Enum"], {"0": "old", "1": "new"})

    def test_options_of_a_keymap(self):
        """They count from the next word on, in this keymap only, and are kept."""
        uri = "fcitx://config/inputmethod/chu-vi-telex"
        field = self.field()
        field.press("hoaf ")
        field.press("hoa")
        fcitx.set(uri, **{"tone-style": "new"})
        field.press("f hoaf ")
        self.assertEqual(field.text, "hòa hòa hoà ")
        fcitx.choose("vi/vni")
        field.press("hoa2 ")
        self.assertEqual(field.text, "hòa hòa hoà hòa ")
        with open(fcitx.path("conf/chu-vi-telex.conf"), encoding="utf-8") as file:
            self.assertIn("tone-style=new", file.read())
        fcitx.set(uri, **{"tone-style": "old"})

    def test_input_methods_are_listed(self):
        """With their names in Vietnamese and in their own language, an icon, a label, and the code of the language."""
        listed = {method[0]: method[1:] for method in fcitx.control("AvailableInputMethods")}
        self.assertEqual(listed["chu-rad-telex"], ("Ê Đê (Telex)", "Êđê (Telex)", "fcitx-chu", "Êđ", "rad", True))
        self.assertEqual(listed["chu-blt-Tavt-visual"][4], "blt")
        self.assertIn("chu-vi-telex", listed)

    def test_off_in_a_program(self):
        """Keys are passed on there, and composed elsewhere."""
        self.change(OffInPrograms=["terminal"])
        field, other = self.field(program="terminal"), self.field(program="editor")
        field.focus()
        field.press("aa ")
        other.focus()
        other.press("aa ")
        self.assertEqual((field.text, other.text), ("aa ", "â "))

    def test_reloading(self):
        """Files changed by hand count from the next word on; the word in hand is kept."""
        field = self.field()
        field.press("tie")
        self.addCleanup(fcitx.control, "ReloadAddonConfig", "(s)", "chu")
        self.addCleanup(fcitx.write, "conf/chu.conf", "")
        fcitx.write("conf/chu.conf", "Underline=False\n")
        fcitx.control("ReloadAddonConfig", "(s)", "chu")
        field.press("engs")
        self.assertEqual((field.text, field.preedit), ("", "tiếng"))
        field.press(" oo")
        self.assertEqual((field.text, field.preedit, field.styles), ("tiếng ", "ô", [0]))

    def test_macros(self):
        """Abbreviations count when the field gets the focus after they were written."""
        path = os.path.join(desktop.environment["XDG_DATA_HOME"], "chu", "macros.txt")
        os.makedirs(os.path.dirname(path), exist_ok=True)
        self.addCleanup(os.remove, path)
        field = self.field()
        field.press("vn ")
        with open(path, "w", encoding="utf-8") as file:
            file.write("macros 1\nvn = Việt Nam\n")
        field.blur()
        field.focus()
        field.press("vn ")
        self.assertEqual(field.text, "vn Việt Nam ")
        self.change(Macros="False")
        field.press("vn ")
        self.assertEqual(field.text, "vn Việt Nam vn ")

    # Endurance

    def test_ten_thousand_keys(self):
        """None is lost."""
        field = self.field()
        line = "Coongj hoaf xax hooij chur nghiax Vieetj Nam; "
        field.press(line * 218)
        self.assertEqual(field.text, "Cộng hòa xã hội chủ nghĩa Việt Nam; " * 218)


if __name__ == "__main__":
    ROOT = root("fcitx5")
    unittest.main()
