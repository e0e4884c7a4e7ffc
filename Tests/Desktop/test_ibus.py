"""The engine in the real ibus-daemon, typed into over D-Bus as applications do it.

    /usr/bin/python3 Tests/Desktop/test_ibus.py ROOT [NAME …]

ROOT is a folder that Chữ was installed into.
"""

import os
import shutil
import signal
import time
import unittest

import ibus_client as client
from display import Desktop, root, steps, wait
from ibus import IBus
from ibus_client import ALL, SURROUNDING, Field, Panel
from scenarios import SCENARIOS

ROOT = ""

#: The kinds of application: what they can do, whether they keep the preedit themselves, whether they wait.
KINDS = {
    "a client of today": {},
    "an old client": {"keeps": False},
    "one that waits": {"waits": True},
    "an old one that waits": {"keeps": False, "waits": True},
    "one that shows no preedit": {"capabilities": client.FOCUS, "keeps": False},
}

#: An application that keeps the preedit itself and does not report that to the daemon, which keeps it too.
REPORTS_NOTHING = {"reports": False, "capabilities": ALL | SURROUNDING}

#: What is shown after the word, and after each BackSpace; after the last of them there is nothing.
BACKSPACES = [
    ("vi/telex", "tieengs", "tiếng tiến tiế ti t"),
    ("vi/telex", "nguwowif", "người ngườ ngư ng n"),
    ("vi/vni", "toa1n", "toán tóa tó t"),
    ("rad/telex", "bbuoon", "ƀuôn ƀuô ƀu ƀ"),
    ("rad/telex", "eex", "ê̆"),
    ("jra/telex", "mownuih", "mơnuih mơnui mơnu mơn mơ m"),
    ("blt-Tavt/visual", "VRa", "ꪫ꫁ꪱ ꪫ꫁ ꪫ"),
    ("cjm-Cham/phonetic", "c`m", "ꨌꩌ ꨌ"),
    ("cjm-Cham/visual", "=c", "ꨌꨰ ꨰ"),
]

desktop = ibus = panel = None


def setUpModule():
    """One desktop, ibus-daemon and panel for all tests."""
    global desktop, ibus, panel
    desktop = Desktop().__enter__()
    ibus = IBus(desktop, ROOT)
    panel = Panel(ibus)


def tearDownModule():
    """Ends them."""
    desktop.__exit__()


class OverDBus(unittest.TestCase):
    """A field that speaks to ibus-daemon itself."""

    def setUp(self):
        self.settings = os.path.join(desktop.environment["XDG_CONFIG_HOME"], "chu", "ibus.conf")
        if os.path.exists(self.settings):
            os.remove(self.settings)

    def field(self, keymap="vi/telex", **options):
        """A field with the focus and an input method."""
        field = Field(ibus, **options)
        # What another test left off is on again.
        field.choose(keymap)
        self.addCleanup(field.blur)
        return field

    def change(self, text):
        """Writes the user's settings; they count when a field gets the focus."""
        os.makedirs(os.path.dirname(self.settings), exist_ok=True)
        with open(self.settings, "w", encoding="utf-8") as file:
            file.write(text)

    # Writing

    def test_writing(self):
        """The same text, whatever the application is like: also where a key that is passed on overtakes the text."""
        rows = [row for row in SCENARIOS if {command for command, _ in steps(row.keys)} == {"key"}]
        self.assertGreater(len(rows), 20)
        for kind, options in KINDS.items():
            for row in rows:
                with self.subTest(f"{row.what}: {kind}"):
                    field = self.field(row.method, **options)
                    field.press(row.keys)
                    self.assertEqual((field.text, field.preedit), (row.fields["text"], ""))

    def test_preedit(self):
        """It is shown underlined, with the caret at its end, to be committed when the focus goes."""
        field = self.field()
        field.press("oo tieengs")
        self.assertEqual((field.text, field.preedit, field.preedit_caret, field.mode), ("ô ", "tiếng", 5, client.COMMIT))
        self.assertEqual(field.attributes, [(1, client.UNDERLINE, 0, 5)])
        self.assertEqual(field.passed, [])

    def test_code_points(self):
        """The caret counts code points: a letter with a mark of its own has two."""
        field = self.field("rad/telex")
        field.press("eex")
        self.assertEqual((field.preedit, field.preedit_caret, field.attributes), ("ê̆", 2, [(1, client.UNDERLINE, 0, 2)]))

    def test_backspace_at_every_point(self):
        """It takes the last letter, the tone finds its place, and at the beginning it is the application's."""
        for keymap, keys, shown in BACKSPACES:
            with self.subTest(keys):
                field = self.field(keymap)
                field.press("y " + keys)
                for preedit in shown.split():
                    self.assertEqual(field.preedit, preedit)
                    field.press("{BackSpace}")
                self.assertEqual((field.preedit, len(field.text), field.passed), ("", 2, []))
                # An empty preedit is hidden and not shown as "".
                self.assertEqual(field.heard[-1], "HidePreeditText")
                field.press("{BackSpace}{BackSpace}")
                self.assertEqual((field.text, len(field.passed)), ("", 2))

    def test_ten_thousand_keys(self):
        """As fast as an application can ask, one that waits: none is lost."""
        field = self.field(waits=True)
        field.press("Coongj hoaf xax hooij chur nghiax Vieetj Nam; " * 218)
        self.assertEqual(field.text, "Cộng hòa xã hội chủ nghĩa Việt Nam; " * 218)

    # Focus

    def test_the_focus_goes_in_mid_word(self):
        """The word stands in the field once, whoever puts it there."""
        for kind, options in KINDS.items():
            with self.subTest(kind):
                field = self.field(**options)
                field.press("oo tieengs")
                field.blur()
                field.settle(lambda: field.text != "ô ")
                self.assertEqual((field.text, field.preedit), ("ô tiếng", ""))
                # The engine has said nothing of it: who commits is the application or the daemon.
                self.assertEqual(field.commits, ["ô "] if field.keeps else ["ô ", "tiếng"])
                field.focus()
                field.press("a ")
                self.assertEqual(field.text, "ô tiếnga ")

    def test_two_fields(self):
        """Nothing of one gets into the other."""
        one, two = self.field(), self.field(keeps=False)
        two.press("dd")
        two.blur()
        one.focus()
        one.press("tieengs")
        one.blur()
        two.focus()
        two.press("i ")
        self.assertEqual((one.text, two.text), ("tiếng", "đi "))

    def test_a_field_goes_away_in_mid_word(self):
        """And the engine lives on."""
        field = self.field()
        field.press("tieengs")
        before = ibus.engine_process()
        field.connection.bus.close_sync(None)
        self.doCleanups = lambda: None
        other = Field(ibus)
        other.choose("vi/telex")
        other.press("ddi ")
        self.assertEqual((other.text, ibus.engine_process()), ("đi ", before))

    # Resets and clicks

    def test_reset(self):
        """The engine drops the word and says nothing; an old client has it from the daemon, once."""
        for kind, options in KINDS.items():
            with self.subTest(kind):
                field = self.field(**options)
                field.press("oo tieengs")
                field.call("Reset")
                kept = "" if field.keeps else "tiếng"
                self.assertEqual(field.text, "ô " + kept)
                field.press("ddi ")
                self.assertEqual((field.text, field.preedit), ("ô " + kept + "đi ", ""))

    def test_click_in_mid_word(self):
        """The word stays where it was, once, and the next one comes where the click was."""
        for kind, options in {**KINDS, "one that does not report it": REPORTS_NOTHING}.items():
            with self.subTest(kind):
                field = self.field(**options)
                field.press("oo tieengs")
                field.click(0)
                field.press("ddi ")
                self.assertEqual(field.text, "đi ô tiếng")

    # Input methods

    def test_switching_in_mid_word(self):
        """The word is committed once, and the next one is composed by the other keymap."""
        for kind, options in KINDS.items():
            with self.subTest(kind):
                field = self.field(**options)
                field.press("tieengs")
                field.choose("rad/telex")
                field.settle(lambda: field.text)
                self.assertEqual((field.text, field.commits), ("tiếng", ["tiếng"]))
                field.press("bbuoon ")
                field.choose("vi/telex")
                field.press("aa ")
                self.assertEqual(field.text, "tiếngƀuôn â ")

    def test_all_keymaps_are_listed(self):
        """With their Vietnamese names and the language; ibus-daemon starts each."""
        listed = desktop.run("ibus", "list-engine")
        for name in ("chu:rad:telex - Ê Đê (Telex)", "chu:vi:telex - Tiếng Việt (Telex)"):
            self.assertIn(name, listed)
        for keymap in ("vi/telex", "vi/vni", "vi/viqr", "rad/telex", "jra/telex", "blt-Tavt/phonetic", "blt-Tavt/visual",
                       "cjm-Cham/phonetic", "cjm-Cham/thrah", "cjm-Cham/visual", "km/angkor"):
            with self.subTest(keymap):
                self.assertIn(ibus.engine_name(keymap) + " - ", listed)
                self.assertEqual(self.field(keymap).call("GetEngine")[2], ibus.engine_name(keymap))

    # What the field is

    def test_password_and_pin(self):
        """Nothing is composed, also when the field becomes a password's in mid-word."""
        for purpose in (client.PASSWORD, client.PIN):
            for options in KINDS.values():
                with self.subTest(f"{purpose} {options}"):
                    field = self.field(purpose=purpose, **options)
                    field.press("tieengs aa{BackSpace}{Return}")
                    self.assertEqual((field.text, field.preedit, field.commits), ("tieengs a\n", "", []))
        field = self.field()
        field.press("tieengs")
        field.become(client.PASSWORD)
        field.press("aa")
        self.assertEqual((field.text.removeprefix("tiếng"), field.preedit), ("aa", ""))
        field.become(0)
        field.press(" aa ")
        self.assertEqual(field.text.removeprefix("tiếng"), "aa â ")

    def test_no_preedit_in_the_field(self):
        """The panel shows it, and it is committed as elsewhere."""
        field = self.field(capabilities=client.FOCUS, keeps=False)
        field.press("tieengs")
        self.assertTrue(field.settle(lambda: panel.preedit == "tiếng"), panel.preedit)
        self.assertEqual((field.text, field.preedit), ("", ""))
        field.press(" ")
        self.assertTrue(field.settle(lambda: not panel.preedit))
        self.assertEqual(field.text, "tiếng ")

    def test_learning(self):
        """Words are learned when the focus goes; not in a private field or a password, not when the user is against it."""
        for what, options, settings, keys, word, is_learned in [
                ("a private field", {"hints": client.PRIVATE}, "", "kins ", "kín", False),
                ("a password", {"purpose": client.PASSWORD}, "", "maatj ", "maatj", False),
                ("learning off", {}, "[chu]\nlearn=false\n", "queen ", "quên", False),
                ("a plain field", {}, "[chu]\nlearn=true\n", "nhowf ", "nhờ", True)]:
            with self.subTest(what):
                self.change(settings)
                field = self.field(**options)
                field.press(keys)
                field.blur()
                if is_learned:
                    wait(lambda: word in desktop.learned("vi/telex"), 5)
                else:
                    time.sleep(0.3)
                self.assertEqual(word in desktop.learned("vi/telex"), is_learned)

    # Candidates

    def candidates(self, keys="a{Tab}", keymap="rad/telex", **options):
        """A field in which candidates are shown."""
        field = self.field(keymap, **options)
        field.press(keys)
        self.assertTrue(field.candidates, "no candidates")
        return field

    def test_candidates_have_their_meaning(self):
        """Words that begin so, with a label and the meaning in Vietnamese; words that mean it with the other key."""
        field = self.candidates("adhan{Tab}")
        self.assertEqual((field.candidates, field.labels[0], field.auxiliary), (["adhan  cành"], "1", "cành"))
        self.assertIn("êa  nước", self.candidates("nuwowcs{shift+Tab}").candidates)

    def test_candidates_by_key(self):
        """They are chosen by label, or gone through and taken."""
        for keys, expected, preedit in [
                ("1", "{0}", ""), ("{alt+3}", "{2}", ""), ("{Tab}{Return}", "{1}", ""), ("{Down}{Down} ", "{2} ", ""),
                ("{Tab}{Up}{Return}", "{0}", ""), ("{Escape}", "", "a"), ("dih ", "adih ", "")]:
            with self.subTest(keys):
                field = self.candidates()
                words = [text.split("  ")[0] for text in field.candidates]
                field.press(keys)
                self.assertEqual((field.text, field.preedit, field.candidates, field.auxiliary),
                                 (expected.format(*words), preedit, [], ""))

    def test_candidates_by_click(self):
        """The one that was clicked is committed, also on another page; where there is none nothing happens."""
        field = self.candidates()
        panel.say("CandidateClicked", 77, 1, 0)
        panel.say("PageDown")
        self.assertTrue(field.settle(lambda: field.page == 1))
        self.assertEqual((field.text, field.preedit, len(field.candidates)), ("", "a", 5))
        word = field.candidates[3].split("  ")[0]
        panel.say("CandidateClicked", 3, 1, 0)
        self.assertTrue(field.settle(lambda: field.text))
        self.assertEqual((field.text, field.preedit, field.candidates), (word, "", []))
        panel.say("CandidateClicked", 0, 1, 0)
        field.press("aa ")
        self.assertEqual(field.text, word + "â ")

    def test_pages(self):
        """They are turned by the buttons of the panel and by key, and the wheel goes through the candidates."""
        field = self.candidates()
        first = field.candidates
        self.assertGreater(field.page_count, 2)
        panel.say("PageDown")
        self.assertTrue(field.settle(lambda: field.page == 1))
        self.assertNotEqual(field.candidates, first)
        field.press("{Prior}")
        self.assertEqual((field.page, field.candidates), (0, first))
        field.press("{Next}")
        self.assertEqual(field.page, 1)
        panel.say("PageUp")
        self.assertTrue(field.settle(lambda: field.page == 0))
        highlighted = field.highlighted
        panel.say("CursorDown")
        self.assertTrue(field.settle(lambda: field.highlighted == highlighted + 1))
        meaning = field.candidates[field.highlighted].split("  ")[1]
        self.assertEqual(field.auxiliary, meaning)
        panel.say("CursorUp")
        self.assertTrue(field.settle(lambda: field.highlighted == highlighted))

    def test_candidates_as_the_user_likes_them(self):
        """Shown while typing, or never; fewer at once; by another key."""
        self.change("[chu]\ncandidates=while-typing\npage-size=3\n")
        self.assertEqual(len(self.candidates("a").candidates), 3)
        self.change("[chu]\ncandidates=off\n")
        field = self.field("rad/telex")
        field.press("a{Tab}")
        self.assertEqual((field.text, field.candidates), ("a\t", []))
        self.change("[chu]\ncandidate-key=ctrl+period\nmeaning-key=ctrl+m\n")
        self.candidates("a{ctrl+.}")
        self.candidates("nuwowcs{ctrl+m}")

    # What is in the document already

    def test_a_word_is_taken_up_again(self):
        """BackSpace at its end, and its keys are there again; not when something else stands there."""
        for what, capabilities, mode, found, expected in [
                ("as it was", ALL | SURROUNDING, "reedit", "tiếng ", "tiền "),
                ("with text before it", ALL | SURROUNDING, "reedit", "ô tiếng ", "ô tiền "),
                ("no surrounding text", ALL, "reedit", "tiếng ", "tiếnf "),
                ("other text", ALL | SURROUNDING, "reedit", "tiếnk ", "tiếnf "),
                ("off", ALL | SURROUNDING, "off", "tiếng ", "tiếnf ")]:
            with self.subTest(what):
                self.change(f"[chu]\nsurrounding={mode}\n")
                field = self.field("rad/telex", capabilities=capabilities)
                field.choose("vi/telex")
                self.assertEqual(field.wants_surrounding, mode != "off")
                field.press("tieengs ")
                field.text, field.caret, field.anchor = found, len(found), len(found)
                field.press("{BackSpace}{BackSpace}f ")
                self.assertEqual(field.text, expected)

    def test_composing_in_the_document(self):
        """No preedit, and the same text in the end."""
        self.change("[chu]\nsurrounding=compose\n")
        field = self.field("rad/telex", capabilities=ALL | SURROUNDING)
        field.choose("vi/telex")
        # The daemon does not report an empty field, so the first word has a preedit.
        field.press("oo tieengs")
        self.assertEqual((field.text, field.preedit), ("ô tiếng", ""))
        field.press(" Vieetj Nam,{Return}oo{BackSpace}ddi ")
        self.assertEqual((field.text, field.preedit), ("ô tiếng Việt Nam,\nđi ", ""))

    # Settings

    def test_menu(self):
        """What is chosen in the menu counts at once, ends the word, and is kept in the file."""
        field = self.field()
        self.assertEqual(field.properties["chu-composing"], ("Compose letters", 1))
        self.assertEqual(field.properties["chu-option/tone-style/old"][1], 1)
        field.press("hoaf hoaf")
        field.activate("chu-option/tone-style/new", 1)
        field.press(" hoaf ")
        field.settle(lambda: field.properties["chu-option/tone-style/new"][1] == 1)
        self.assertEqual((field.text, field.properties["chu-option/tone-style/old"][1]), ("hòa hòa hoà ", 0))
        with open(self.settings, encoding="utf-8") as file:
            self.assertEqual(file.read(), "[vi/telex]\ntone-style=new\n")
        field.activate("chu-set/underline", 0)
        field.press("a")
        self.assertEqual((field.preedit, field.attributes), ("a", []))
        field.press(" ")
        # A choice that is left, and names that are not ours, change nothing.
        with open(self.settings, encoding="utf-8") as file:
            before = file.read()
        for name, state in [("chu-option/tone-style/new", 0), ("chu-set", 1), ("chu-set/nothing/at-all", 1), ("InputMode", 1),
                            ("chu-set/candidates", 1), ("chu-option/tone-style/oblique", 1), ("chu-option/nothing", 0)]:
            field.activate(name, state)
        with open(self.settings, encoding="utf-8") as file:
            self.assertEqual(file.read(), before)
        field.press("hoaf ")
        self.assertEqual(field.text, "hòa hòa hoà a hoà ")

    def test_toggle(self):
        """Composing is turned off and on, for all fields; the word in hand is committed."""
        field = self.field()
        field.press("tieengs")
        field.activate("chu-composing", 0)
        field.press("aa ")
        self.assertEqual(field.text, "tiếngaa ")
        other = self.field()
        other.press("aa ")
        other.activate("chu-composing", 1)
        other.press("aa ")
        self.assertEqual(other.text, "aa â ")

    def test_settings_by_hand(self):
        """The file is read when a field gets the focus; what is no value of a setting is as none, and what is no file of
        settings is left as it is."""
        field = self.field()
        for text, expected in [
                ("[vi/telex]\ntone-style=new\n", "hoà "), ("[vi/telex]\ntone-style=oblique\n", "hòa "),
                ("[vi/telex]\ntone-style=new\n[chu]\npage-size=99\ncandidates=5\n", "hoà "), ("tone-style: new", "hòa ")]:
            with self.subTest(text):
                self.change(text)
                field.blur()
                field.focus()
                field.text, field.caret, field.anchor = "", 0, 0
                field.press("hoaf ")
                self.assertEqual(field.text, expected)
        field.activate("chu-set/underline", 0)
        with open(self.settings, encoding="utf-8") as file:
            self.assertEqual(file.read(), "tone-style: new")

    def test_macros(self):
        """The user's abbreviations, as soon as a field gets the focus, and not when they are off."""
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
        field.activate("chu-set/macros", 0)
        field.press("vn ")
        self.assertEqual(field.text, "vn Việt Nam vn ")

    # Accidents

    def test_the_engine_is_killed_in_mid_word(self):
        """The daemon keeps the word, keys pass on, and choosing the input method again starts it."""
        field = self.field(keeps=False)
        field.press("tieengs")
        before = ibus.engine_process()
        os.kill(before, signal.SIGKILL)
        self.assertTrue(wait(lambda: ibus.engine_process() is None))
        field.settle(lambda: field.text)
        self.assertEqual((field.text, field.preedit), ("tiếng", ""))
        field.press("aa ")
        self.assertEqual(field.text, "tiếngaa ")
        # As a user does who goes to another input method and back.
        field.choose("xkb:us::eng")
        field.choose("vi/telex")
        field.press("aa ")
        self.assertEqual(field.text, "tiếngaa â ")
        self.assertNotIn(ibus.engine_process(), (None, before))

    def test_the_engine_is_asked_to_end(self):
        """What was learned is saved."""
        field = self.field()
        field.press("thooi ")
        process = ibus.engine_process()
        os.kill(process, signal.SIGTERM)
        self.assertTrue(wait(lambda: ibus.engine_process() != process))
        self.assertIn("thôi", desktop.learned("vi/telex"))
        field.choose("xkb:us::eng")
        field.choose("vi/telex")

    def test_keymaps_of_the_user(self):
        """They are listed as soon as the daemon starts again, with or without what it remembers; and one that is damaged is
        no harm to the others."""
        folder = os.path.join(desktop.environment["XDG_DATA_HOME"], "chu", "keymaps", "vi")
        self.addCleanup(shutil.rmtree, folder)
        self.addCleanup(self.restart)
        self.restart("--cache=auto")
        self.assertNotIn("chu:vi:mine", desktop.run("ibus", "list-engine"))
        # What the daemon remembers is as old as the second it was written in.
        time.sleep(1.1)
        os.makedirs(folder)
        keymap = os.path.join(ROOT, "share", "chu", "keymaps", "vi", "telex.chukey")
        shutil.copy(keymap, os.path.join(folder, "mine.chukey"))
        with open(keymap, "rb") as file, open(os.path.join(folder, "broken.chukey"), "wb") as broken:
            broken.write(file.read()[:2000])
        self.restart("--cache=auto")
        self.assertIn("chu:vi:mine - ", desktop.run("ibus", "list-engine"))
        field = Field(ibus)
        field.choose("vi/mine")
        field.press("tieengs ")
        self.assertEqual(field.text, "tiếng ")

    def restart(self, cache="--cache=none"):
        """Ends the daemon and starts it again."""
        global panel
        desktop.stop(ibus.daemon)
        ibus.start(cache)
        panel = Panel(ibus)


if __name__ == "__main__":
    ROOT = root("ibus-daemon")
    unittest.main()
