"""What people really write in: LibreOffice Writer, Chromium and programs of Qt, with IBus and with Fcitx 5.

    /usr/bin/python3 Tests/Desktop/test_programs.py ROOT [NAME …]

ROOT is a folder that Chữ was installed into. With CHU_PICTURES, a folder, pictures of the screen are put there. A program
or framework that is not installed is left out.
"""

import os
import shutil
import sys
import time
import unittest
import urllib.parse
from xml.etree import ElementTree

from display import Desktop, steps, wait
from scenarios import CLICK, REACH, SCENARIOS, play
from window import FIELDS, Window

ROOT = ""
HERE = os.path.dirname(os.path.abspath(__file__))

#: What is typed into each program, one after the other, and what must stand there: with the keymap, the keys, the text.
WRITING = [
    ("vi/telex", "Coongj hoaf xax hooij chur nghiax Vieetj Nam, ddoocj laapj.{Return}", "Cộng hòa xã hội chủ nghĩa Việt Nam, độc lập.\n"),
    ("vi/telex", "Tieengs{BackSpace}{BackSpace}t, baan{Left}{End}  ddi{Return}", "Tiết, bân  đi\n"),
    ("rad/telex", "Bbuoon eex siap{Return}", "Ƀuôn ê̆ siap\n"),
    ("blt-Tavt/phonetic", "Ty ka ", "ꪼꪕ ꪀꪱ "),
]
TEXT = "".join(text for _, _, text in WRITING)

#: How long a program may take to come up, in seconds; and how long a key is held, in ms.
START = 90
HELD = 30


class Program:
    """A program on a desktop: started, in the foreground, and its text."""

    def __init__(self, desktop, module):
        self.desktop = desktop
        self.environment = {"GTK_IM_MODULE": module, "QT_IM_MODULE": module, "GDK_BACKEND": "x11", "QT_QPA_PLATFORM": "xcb"}

    def show(self, *search):
        """Waits for a window that `xdotool search` finds, and gives it the focus."""
        found = wait(lambda: self.desktop.find_windows("--onlyvisible", *search), START, 0.2)
        if not found:
            raise RuntimeError("no window comes up")
        time.sleep(2)
        self.desktop.run("xdotool", "windowactivate", "--sync", found[-1])
        time.sleep(1)


class Chromium(Program):
    """A text field of a page; the page shows its text in the title."""
    NEEDS = "/usr/bin/chromium"
    PAGE = """<!doctype html><meta charset="utf-8"><title>text:</title><textarea autofocus rows="8" cols="60" style="width: 95%; height: 400px"></textarea><script>
        const field = document.querySelector("textarea");
        field.addEventListener("input", () => { document.title = "text:" + encodeURIComponent(field.value); });
        </script>"""

    def open(self):
        """Starts it."""
        page = os.path.join(self.desktop.home, "page.html")
        with open(page, "w", encoding="utf-8") as file:
            file.write(self.PAGE)
        self.desktop.start(
            "chromium", "--no-sandbox", "--no-first-run", "--disable-gpu", "--ozone-platform=x11", "--gtk-version=3",
            "--password-store=basic", "--disable-background-networking", "--window-size=900,600", "file://" + page,
            environment=self.environment)
        self.show("--name", "^text:")

    def text(self):
        """What has been written."""
        for window in self.desktop.find_windows("--onlyvisible", "--name", "^text:"):
            name = self.desktop.run("xdotool", "getwindowname", window).strip()
            return urllib.parse.unquote(name.removeprefix("text:").split(" - ")[0])
        return None


class Writer(Program):
    """LibreOffice Writer, with a document that is saved to be read."""
    NEEDS = "/usr/lib/libreoffice/program/libvclplug_gtk3lo.so"
    OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    # What would change the text, or stand in front of it.
    OFF = [("Office.Common/Misc", "ShowTipOfTheDay"), ("Office.Common/Misc", "FirstRun"),
           ("Office.Common/AutoCorrect", "CapitalAtStartSentence"), ("Office.Writer/AutoFunction/Completion", "Enable"),
           ("Office.Writer/AutoFunction/Format/Option", "CapitalStart")]

    def open(self):
        """Starts it."""
        folder = os.path.join(self.desktop.environment["XDG_CONFIG_HOME"], "libreoffice", "4", "user")
        os.makedirs(folder)
        with open(os.path.join(folder, "registrymodifications.xcu"), "w", encoding="utf-8") as file:
            file.write('<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
                       + "".join(f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
                                 "<value>false</value></prop></item>" for path, name in self.OFF) + "</oor:items>")
        self.path = os.path.join(self.desktop.home, "page.fodt")
        with open(self.path, "w", encoding="utf-8") as file:
            file.write(f'<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="{self.OFFICE}" '
                       f'xmlns:text="{self.TEXT}" office:version="1.3" office:mimetype='
                       '"application/vnd.oasis.opendocument.text"><office:body><office:text><text:p/></office:text>'
                       "</office:body></office:document>")
        self.written = os.stat(self.path).st_mtime_ns
        self.desktop.start("soffice", "--writer", "--norestore", "--nologo", self.path,
                           environment={**self.environment, "SAL_USE_VCLPLUGIN": "gtk3"})
        self.show("--name", "page.fodt")

    def text(self):
        """What has been written, after it is saved."""
        self.desktop.type("{ctrl+s}")
        if not wait(lambda: os.stat(self.path).st_mtime_ns != self.written, 5, 0.2):
            return None
        time.sleep(0.5)
        self.written = os.stat(self.path).st_mtime_ns
        body = ElementTree.parse(self.path).getroot().find(f".//{{{self.OFFICE}}}text")
        return "\n".join(self.inside(paragraph) for paragraph in body.iter(f"{{{self.TEXT}}}p"))

    def inside(self, element):
        """The text of an element; blanks that would be lost are elements of their own."""
        blank = f"{{{self.TEXT}}}s"
        start = " " * int(element.get(f"{{{self.TEXT}}}c", 1)) if element.tag == blank else element.text or ""
        return start + "".join(self.inside(child) + (child.tail or "") for child in element)


def ibus(desktop):
    """IBus, and the name of its module."""
    if not shutil.which("ibus-daemon"):
        raise unittest.SkipTest("IBus is not installed")
    from ibus import IBus
    return IBus(desktop, ROOT), "ibus"


def fcitx(desktop):
    """Fcitx 5, and the name of its module."""
    if not shutil.which("fcitx5"):
        raise unittest.SkipTest("Fcitx 5 is not installed")
    from fcitx_client import Fcitx
    return Fcitx(desktop, ROOT), "fcitx"


class InPrograms(unittest.TestCase):
    """Each program with each framework, on a desktop of its own."""

    def check(self, program_class, start):
        """Types into a program, and compares what it has."""
        if not os.path.exists(program_class.NEEDS):
            self.skipTest(program_class.__name__ + " is not installed")
        with Desktop() as desktop:
            framework, module = start(desktop)
            program = program_class(desktop, module)
            program.open()
            for keymap, keys, _ in WRITING:
                framework.choose(keymap)
                time.sleep(0.3)
                desktop.type(keys, HELD)
                time.sleep(0.5)
            folder = os.environ.get("CHU_PICTURES")
            if folder:
                name = f"{program_class.__name__.lower()}-{module}.png"
                desktop.screenshot(os.path.join(os.path.abspath(folder), name))
            wait(lambda: program.text() == TEXT, 5, 0.5)
            self.assertEqual(program.text(), TEXT)
            self.click(desktop, framework, program)

    def click(self, desktop, framework, program):
        """A click in mid-word: whether the word is kept is the program's affair, and it is never there twice."""
        framework.choose("vi/telex")
        time.sleep(0.3)
        desktop.type("tieengs", HELD)
        time.sleep(0.5)
        text = desktop.run("xdotool", "getactivewindow", "getwindowgeometry", "--shell")
        shape = dict(line.split("=") for line in text.split())
        desktop.click(int(shape["X"]) + int(shape["WIDTH"]) / 2, int(shape["Y"]) + int(shape["HEIGHT"]) * 0.4)
        time.sleep(0.5)
        desktop.type("ddi ", HELD)
        wait(lambda: "đi " in (program.text() or ""), 5, 0.5)
        self.assertLessEqual(program.text().count("tiếng"), 1)
        self.assertEqual(program.text().count("đi "), 1)


class InQt(unittest.TestCase):
    """A window of Qt with each framework: what is typed everywhere."""

    #: The program gives another field the focus in mid-word. Then Qt 5, Qt 6 until some time after 6.4, and ibus-daemon
    #: both insert the word, the daemon into the other field, and no input method can notice that. When a click or a key
    #: changes the focus, all is well.
    IBUS_FAILS = {"a field left by the program keeps its word", "two fields, in turn"}

    def check(self, version, start):
        """Does what the scenarios say, and compares what stands in the fields."""
        if not os.path.exists(f"/usr/lib/python3/dist-packages/PyQt{version}"):
            self.skipTest(f"Qt {version} is not installed")
        with Desktop() as desktop:
            framework, module = start(desktop)
            window = Window(desktop, module, program=(os.path.join(HERE, "qt_window.py"), version))
            # A click in the preedit only ends it there.
            for scenario in [*SCENARIOS, CLICK._replace(fields={"text": "tiếngđi "})]:
                fields = {argument for command, argument in steps(scenario.keys) if command == "focus"}
                if fields - {"text", "line", "password"} or module == "ibus" and scenario.what in self.IBUS_FAILS:
                    continue
                with self.subTest(scenario.what):
                    window.clear()
                    framework.choose(scenario.method)
                    time.sleep(REACH)
                    play(window, scenario.keys, framework.choose, HELD)
                    for field, text in scenario.fields.items():
                        window.wait_for_text(field, text, 20)
                    self.assertEqual({field: window.text(field) for field in FIELDS if window.text(field)}, scenario.fields)


def _add(case, name, argument):
    for start in (ibus, fcitx):
        def test(self, start=start):
            self.check(argument, start)
        test.__doc__ = f"{name} with {start.__name__}."
        setattr(case, f"test_{name}_with_{start.__name__}", test)


_add(InPrograms, "chromium", Chromium)
_add(InPrograms, "writer", Writer)
_add(InQt, "qt5", "5")
_add(InQt, "qt6", "6")


if __name__ == "__main__":
    ROOT = os.path.abspath(sys.argv.pop(1))
    unittest.main()
