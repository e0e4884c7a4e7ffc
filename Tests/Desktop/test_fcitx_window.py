"""The addon in the real fcitx5, typed into with a keyboard: a GTK 3 window, XIM, and a terminal.

    /usr/bin/python3 Tests/Desktop/test_fcitx_window.py ROOT [NAME …]

ROOT is a folder that Chữ was installed into. With CHU_PICTURES, a folder, pictures of the screen are put there.
"""

import os
import re
import time
import unittest

import scenarios
from display import Desktop, root, run_tests, wait, wait_to_rest
from fcitx_client import Fcitx
from window import FIELDS, Window

ROOT = ""

# What is written through XIM. In small letters: which ones are capitals Fcitx itself does not always see in time there.
XIM = [
    ("Vietnamese", "vi/telex", "vieetj nam, ", "việt nam, "),
    ("Ê Đê", "rad/telex", "bbuoon eex ", "ƀuôn ê̆ "),
    ("Tai Viet", "blt-Tavt/phonetic", "ky ka ", "ꪼꪀ ꪀꪱ "),
    ("Return after the word", "vi/telex", "baan ddi{Return}oo ", "bân đi\nô "),
    ("Tab after the word", "vi/telex", "baan{Tab}oo ", "bân\tô "),
    ("Left in mid-word", "vi/telex", "baan{Left}x ", "bâx n"),
    ("BackSpace", "vi/telex", "tieengs{BackSpace}{BackSpace}t ", "tiết "),
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


def picture(name):
    """A picture of the screen, when they are wanted."""
    folder = os.environ.get("CHU_PICTURES")
    if folder:
        time.sleep(0.5)
        desktop.screenshot(os.path.join(os.path.abspath(folder), name + ".png"))


def write(window, method, keys, delay):
    """Types a line into an empty window.

    What is no text comes back from Fcitx to GTK later than text does, with every engine: after such a key a person is
    waited for.
    """
    window.clear()
    fcitx.choose(method)
    scenarios.play(window, re.sub(r"\{(?!brace)[^ }]+\}", r"\g<0>{catch up}", keys), fcitx.choose, delay)


class InAWindow(unittest.TestCase):
    """A GTK 3 window with Fcitx's own module."""

    @classmethod
    def setUpClass(cls):
        cls.window = Window(desktop, "fcitx")

    @classmethod
    def tearDownClass(cls):
        cls.window.close()

    def play(self, scenario, delay=8):
        """Types a scenario into the window, and gives the fields that are not empty once they are as they should be."""
        write(self.window, scenario.method, scenario.keys, delay)
        for field, text in scenario.fields.items():
            self.window.wait_for_text(field, text, 60)
        return {field: self.window.text(field) for field in FIELDS if self.window.text(field)}

    def test_scenarios(self):
        """What is the same for every framework."""
        for scenario in scenarios.SCENARIOS:
            with self.subTest(scenario.what):
                self.assertEqual(self.play(scenario), scenario.fields)

    def test_click_in_mid_word(self):
        """GTK resets the field, which drops the word as with every engine of Fcitx; it is never there twice."""
        scenario = scenarios.CLICK._replace(fields={"text": "đi "})
        self.assertEqual(self.play(scenario), scenario.fields)

    def test_ten_thousand_keys(self):
        """As fast as they can be sent, and none is lost."""
        self.assertEqual(self.play(scenarios.MANY, delay=0), scenarios.MANY.fields)

    def test_surrounding_text(self):
        """A word is taken up again by BackSpace; and composed in the document, where the user wants that."""
        for mode, keys, text in [("TakeUp", "oo tieengs {BackSpace}{BackSpace}f ", "ô tiền "),
                                 ("TakeUp", "tieengs,{BackSpace}{BackSpace}f ", "tiền "),
                                 ("Off", "oo tieengs {BackSpace}{BackSpace}f ", "ô tiếnf "),
                                 ("Compose", "Coongj hoaf, {BackSpace}{BackSpace}xax hooij ", "Cộng hòaxã hội ")]:
            for field in ("text", "line"):
                with self.subTest(mode, keys=keys, field=field):
                    fcitx.set(SurroundingText=mode)
                    self.addCleanup(fcitx.set, SurroundingText="TakeUp")
                    self.assertEqual(self.play(scenarios.Scenario(
                        mode, "vi/telex", f"{{focus {field}}}{keys}", {field: text})), {field: text})

    def panel(self):
        """The candidate window: where it is and how large, or nothing when it is not seen."""
        for number in desktop.find_windows("--onlyvisible", "--name", "Fcitx5 Input Window"):
            lines = desktop.run("xdotool", "getwindowgeometry", "--shell", number).split()
            shape = dict(line.split("=") for line in lines)
            return tuple(int(shape[name]) for name in ("X", "Y", "WIDTH", "HEIGHT"))
        return None

    def test_candidate_clicked(self):
        """The candidate window stands below the caret, and a click on its second line commits the second word."""
        fcitx.set(LearnWords="False")
        self.addCleanup(fcitx.set, LearnWords="True")
        self.window.clear()
        fcitx.choose("rad/telex")
        desktop.type("a")
        self.window.wait_for_preedit("text", "a")
        picture("fcitx-preedit")
        desktop.type("{Tab}")
        place = wait_to_rest(self.panel)
        self.assertTrue(place, "no candidate window")
        picture("fcitx-candidates")

        def is_gone_after_click():
            left, top, _, height = self.panel() or place
            desktop.click(left + 40, top + height * 0.3)
            return wait(lambda: not self.panel(), 5)
        # The window may have been arranged again in the meantime; a person clicks again.
        self.assertTrue(is_gone_after_click() or is_gone_after_click(), "the candidate window stays")
        clicked = wait(self.window.text)
        self.window.clear()
        desktop.type("a{Tab}{alt+2}")
        self.assertEqual(self.window.wait_for_text("text", clicked), clicked)
        self.assertNotEqual(clicked, "")


class OverXIM(unittest.TestCase):
    """What has no module of Fcitx speaks to it as X programs have always done."""

    def test_window(self):
        """A GTK 3 window with XIM."""
        window = Window(desktop, "xim")
        self.addCleanup(window.close)
        for what, method, keys, text in XIM:
            with self.subTest(what):
                write(window, method, keys, 40)
                self.assertEqual(window.wait_for_text("text", text, 20), text)

    def test_terminal(self):
        """A terminal."""
        text = desktop.typed_in_terminal("tieengs vieetj{Return}baan ddi{Return}", lambda: fcitx.choose("vi/telex"))
        self.assertEqual(text, "tiếng việt\nbân đi\n")


if __name__ == "__main__":
    ROOT = root("fcitx5")
    run_tests()
