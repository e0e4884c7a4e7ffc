"""The engine in the real ibus-daemon, typed into in windows, with the keyboard and the mouse.

    /usr/bin/python3 Tests/Desktop/test_ibus_window.py ROOT [NAME …]

ROOT is a folder that Chữ was installed into.
"""

import os
import shutil
import sys
import time
import unittest

from display import Desktop
from ibus import IBus
from scenarios import CLICK, MANY, REACH, SCENARIOS, play
from window import FIELDS, Window

ROOT = ""


class InWindows(unittest.TestCase):
    """A window of GTK 3, typed into with the keyboard and clicked at with the mouse."""

    @classmethod
    def setUpClass(cls):
        cls.desktop = cls.enterClassContext(Desktop())
        cls.ibus = IBus(cls.desktop, ROOT, xim=True)

    @classmethod
    def enterClassContext(cls, context):
        """As unittest has it from Python 3.11 on."""
        cls.addClassCleanup(context.__exit__, None, None, None)
        return context.__enter__()

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
        """The module for GTK when it asks and waits: what has it so gets a key that is passed on before the text."""
        self.check([*SCENARIOS, CLICK], "ibus", IBUS_ENABLE_SYNC_MODE="1")

    def test_xim(self):
        """X11's own protocol, which waits too. It says nothing of passwords, and a text that comes when the focus is gone
        it cannot put in."""
        self.check([scenario for scenario in SCENARIOS if list(scenario.fields) == ["text"]], "xim")

    def test_ten_thousand_keys(self):
        """Far faster than anybody types: none is lost."""
        window = Window(self.desktop, "ibus")
        self.addCleanup(window.close)
        self.type(window, MANY, delay=1)


if __name__ == "__main__":
    if not shutil.which("ibus-daemon"):
        sys.exit("the tests with ibus-daemon are left out: it is not installed")
    ROOT = os.path.abspath(sys.argv.pop(1))
    unittest.main()
