"""Makes the pictures of the guide: what an official sees, on a desktop in Vietnamese.

    /usr/bin/python3 Tests/Desktop/pictures.py ROOT FOLDER

ROOT is a folder that Chữ was installed into. Besides what the tests need it wants fcitx5-config-qt and the locale
vi_VN.UTF-8.
"""

import os
import sys
import time

from display import Desktop, wait
from fcitx_client import Fcitx
from ibus import IBus
from window import Window

LANGUAGE = {"LANG": "vi_VN.UTF-8", "LANGUAGE": "vi", "QT_QPA_PLATFORM": "xcb"}


def take(desktop, folder, name, crop=None):
    """A picture of the screen, or of a part of it ("640x300+10+10")."""
    time.sleep(1)
    path = os.path.join(folder, name + ".png")
    desktop.screenshot(path)
    if crop:
        desktop.run("mogrify", "-crop", crop, "+repage", path)
    desktop.run("mogrify", "-strip", "-colors", "64", path)


def around(desktop, search):
    """The part of the screen with the window that is found, its frame included."""
    number = wait(lambda: desktop.find_windows("--onlyvisible", *search), 15)[-1]
    desktop.run("xdotool", "windowactivate", "--sync", number)
    shape = dict(line.split("=") for line in desktop.run("xdotool", "getwindowgeometry", "--shell", number).split())
    left, top, width, height = (int(shape[name]) for name in ("X", "Y", "WIDTH", "HEIGHT"))
    # What it says is inside the frame, counted twice.
    return f"{width}x{height}+{left - 1}+{top - 22}"


def typing(desktop, folder, framework, prefix, module):
    """A word being typed, and the candidates below it."""
    window = Window(desktop, module, LANGUAGE)
    crop = around(desktop, ("--name", "^Chữ$"))
    framework.choose("rad/telex")
    desktop.type("Bbuoon asaao, tieengs Vieetj, ", 20)
    window.wait_for_text("text", "Ƀuôn asâo, tiếng Việt, ")
    desktop.type("hdd", 20)
    take(desktop, folder, prefix + "-preedit", crop)
    desktop.type("{BackSpace}{BackSpace}nuwowcs{shift+Tab}", 20)
    take(desktop, folder, prefix + "-meaning", crop)
    desktop.type("{Escape}{BackSpace}{BackSpace}{BackSpace}{BackSpace}a{Tab}", 20)
    take(desktop, folder, prefix + "-candidates", crop)
    window.close()


def settings(desktop, folder):
    """The pages of Fcitx's settings. Where things are is counted from the corner of the window."""
    program = desktop.start("fcitx5-config-qt")
    crop = around(desktop, ("--class", "fcitx5-config-qt"))
    left, top = (int(number) for number in crop.split("+")[1:])
    take(desktop, folder, "fcitx-methods", crop)
    desktop.click(left + 60, top + 135)
    desktop.click(left + 400, top + 316)
    take(desktop, folder, "fcitx-keymap", around(desktop, ("--name", "Telex")))
    desktop.type("{Escape}")
    desktop.click(left + 232, top + 25)
    desktop.click(left + 300, top + 52)
    desktop.run("xdotool", "type", "Nam")
    time.sleep(1)
    desktop.click(left + 745, top + 130)
    take(desktop, folder, "fcitx-settings", around(desktop, ("--name", "Chữ")))
    desktop.stop(program)


def with_fcitx(root, folder):
    """Fcitx: its settings, and typing."""
    with Desktop(1400, 900) as desktop:
        desktop.environment.update(LANGUAGE)
        fcitx = Fcitx(desktop, root, methods=("keyboard-us", "chu-rad-telex", "chu-vi-telex", "chu-jra-telex",
                                              "chu-blt-Tavt-phonetic"))
        typing(desktop, folder, fcitx, "fcitx", "fcitx")
        settings(desktop, folder)
        fcitx.stop()


def with_ibus(root, folder):
    """IBus: typing."""
    with Desktop(1400, 900) as desktop:
        desktop.environment.update(LANGUAGE)
        ibus = IBus(desktop, root, panel=True)
        # The panel chooses an input method of its own when it comes up.
        time.sleep(3)
        typing(desktop, folder, ibus, "ibus", "ibus")


if __name__ == "__main__":
    os.makedirs(sys.argv[2], exist_ok=True)
    with_fcitx(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]))
    with_ibus(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]))
