"""Types a word through the input methods that are installed on this machine, one framework after the other.

    /usr/bin/python3 Tests/Desktop/installed.py

What `Packaging/check-deb.sh` runs in a new Debian. The name under which an official finds the input method is looked up
where the settings look.
"""

import sys

from display import Desktop
from fcitx_client import Fcitx
from ibus import IBus
from window import Window

NAME = "Ê Đê (Telex)"
KEYS, TEXT = "Bbuoon eex tieengs Vieetj ", "Ƀuôn ê̆ tiếng Việt "


def typed(desktop, framework, module):
    """The text that the keys give in a window."""
    window = Window(desktop, module)
    framework.choose("rad/telex")
    desktop.type(KEYS)
    text = window.wait_for_text("text", TEXT, 20)
    window.close()
    return text


def with_fcitx():
    """The name among Fcitx's input methods, and the text."""
    with Desktop() as desktop:
        fcitx = Fcitx(desktop, "/usr")
        names = [method[1] for method in fcitx.control("AvailableInputMethods")]
        text = typed(desktop, fcitx, "fcitx")
        fcitx.stop()
        return names, text


def with_ibus():
    """The name among IBus's input methods, and the text."""
    with Desktop() as desktop:
        ibus = IBus(desktop, "/usr")
        return desktop.run("ibus", "list-engine"), typed(desktop, ibus, "ibus")


def main():
    """Both, and what is wrong."""
    failed = False
    for framework, run in (("Fcitx 5", with_fcitx), ("IBus", with_ibus)):
        names, text = run()
        if NAME not in names:
            print(f"{framework}: no input method is called {NAME}", file=sys.stderr)
            failed = True
        if text != TEXT:
            print(f"{framework}: typed {KEYS!r}, expected {TEXT!r}, found {text!r}", file=sys.stderr)
            failed = True
        print(f"{framework}: {NAME}, {text}")
    sys.exit(failed)


if __name__ == "__main__":
    main()
