"""The engine in the real ibus-daemon, typed into in windows, with the keyboard and the mouse.

    /usr/bin/python3 Tests/Desktop/test_ibus_window.py ROOT [NAME …]

ROOT is a folder that Chữ was installed into. With CHU_PICTURES, a folder, pictures of the screen are put there.
"""

import os
import time
import unittest

from display import Desktop, root, run_tests, steps, wait, wait_to_rest
from ibus import IBus
from scenarios import CLICK, MANY, REACH, SCENARIOS, Scenario, play
from window import FIELDS, Window

ROOT = ""


def in_one_field():
    """The scenarios that need nothing but keys."""
    return [scenario for scenario in SCENARIOS if {command for command, _ in steps(scenario.keys)} == {"key"}]


class InWindows(unittest.TestCase):
    """A window of GTK 3, typed into with the keyboard and clicked at with the mouse."""

    @classmethod
    def setUpClass(cls):
        cls.desktop = Desktop().__enter__()
        cls.addClassCleanup(cls.desktop.__exit__)
        cls.ibus = IBus(cls.desktop, ROOT, xim=True)

    def type(self, window, scenario, delay=20):
        """Does what the scenario says, and compares what stands in all fields."""
        self.ibus.choose(scenario.method)
        window.clear()
        time.sleep(REACH)
        play(window, scenario.keys, self.ibus.choose, delay)
        for field, text in scenario.fields.items():
            window.wait_for_text(field, text, seconds=20)
        self.assertEqual({field: window.text(field) for field in FIELDS if window.text(field)}, scenario.fields)

    def check(self, scenarios, module, **environment):
        """Types all scenarios into one window with an input method module."""
        window = Window(self.desktop, module, environment)
        self.addCleanup(window.close)
        for scenario in scenarios:
            with self.subTest(scenario.what):
                self.type(window, scenario)

    def test_module(self):
        """The module for GTK, which asks and goes on: what GTK programs have."""
        self.check([*SCENARIOS, CLICK], "ibus")

    def test_waiting_module(self):
        """The module for GTK when it asks and waits: a key that is passed on would come before the text."""
        self.check(in_one_field(), "ibus", IBUS_ENABLE_SYNC_MODE="1")

    def test_xim(self):
        """X11's own protocol, which waits too. It says nothing of passwords, and a text that comes when the focus is gone
        it cannot put in. A key that was forwarded waits there for the event after it, so one that moves the caret may come
        late; what Return, Tab and BackSpace do is in its order."""
        self.check([scenario for scenario in in_one_field() if "{Left}" not in scenario.keys
                    and "{Home}" not in scenario.keys], "xim")

    def test_ten_thousand_keys(self):
        """Far faster than anybody types: none is lost."""
        window = Window(self.desktop, "ibus")
        self.addCleanup(window.close)
        # With characters among them that belong to no word.
        keys, text = (line.replace(" Nam ", " Nam; ") for line in (MANY.keys, MANY.fields["text"]))
        self.type(window, MANY._replace(keys=keys, fields={"text": text}), delay=0)

    def test_a_word_is_taken_up_again(self):
        """BackSpace at its end, though GTK resets the field at each BackSpace of its own."""
        self.check([Scenario("the last word", "vi/telex", "oo tieengs {BackSpace}{catch up}{BackSpace}{catch up}f ",
                             {"text": "ô tiền "})], "ibus")

    def test_terminal(self):
        """A terminal, which speaks X11's own protocol and waits."""
        text = self.desktop.typed_in_terminal("tieengs vieetj{Return}baan ddi{Return}", lambda: self.ibus.choose("vi/telex"))
        self.assertEqual(text, "tiếng việt\nbân đi\n")


class WithPanel(unittest.TestCase):
    """The panel of IBus, which shows the candidates."""

    @classmethod
    def setUpClass(cls):
        cls.desktop = Desktop().__enter__()
        cls.addClassCleanup(cls.desktop.__exit__)
        cls.ibus = IBus(cls.desktop, ROOT, panel=True)
        cls.window = Window(cls.desktop, "ibus")
        cls.addClassCleanup(cls.window.close)

    def picture(self, name):
        """A picture of the screen, when they are wanted."""
        folder = os.environ.get("CHU_PICTURES")
        if folder:
            time.sleep(0.5)
            self.desktop.screenshot(os.path.join(os.path.abspath(folder), name + ".png"))

    def panel(self):
        """The candidate window: where it is and how large, or nothing when it is not seen."""
        for number in self.desktop.find_windows("--onlyvisible", "--class", "ibus-ui-gtk3"):
            text = self.desktop.run("xdotool", "getwindowgeometry", "--shell", number)
            shape = dict(line.split("=") for line in text.split())
            place = tuple(int(shape[name]) for name in ("X", "Y", "WIDTH", "HEIGHT"))
            if place[3] > 60:
                return place
        return None

    def test_candidate_clicked(self):
        """The candidates stand below the caret, and a click on the second commits it."""
        # The panel begins by choosing the input method of the keyboard.
        self.assertTrue(wait(lambda: self.desktop.run("ibus", "engine"), 10), "no panel")
        # The order is to stay when a word has been used.
        folder = os.path.join(self.desktop.environment["XDG_CONFIG_HOME"], "chu")
        os.makedirs(folder)
        with open(os.path.join(folder, "ibus.conf"), "w", encoding="utf-8") as file:
            file.write("[chu]\nlearn=false\n")
        self.ibus.choose("rad/telex")
        self.window.clear()
        time.sleep(REACH)
        self.desktop.type("a")
        self.assertEqual(self.window.wait_for_preedit("text", "a"), "a")
        self.picture("ibus-preedit")
        self.desktop.type("{Tab}")
        place = wait_to_rest(self.panel)
        self.assertTrue(place, "no candidate window")
        self.picture("ibus-candidates")

        def is_gone_after_click():
            left, top, _, height = self.panel() or place
            self.desktop.click(left + 60, top + height * 0.35)
            return wait(lambda: not self.panel(), 5)
        # The window may have been arranged again in the meantime; a person clicks again.
        self.assertTrue(is_gone_after_click() or is_gone_after_click(), "the candidate window stays")
        clicked = wait(self.window.text)
        self.window.clear()
        self.desktop.type("a{Tab}{alt+2}")
        self.assertEqual(self.window.wait_for_text("text", clicked), clicked)
        self.assertNotEqual(clicked, "")


if __name__ == "__main__":
    ROOT = root("ibus-daemon")
    run_tests()
