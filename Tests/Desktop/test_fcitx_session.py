"""What is around the addon in fcitx5: the panel, the user's language, files gone bad, beginning and end.

    /usr/bin/python3 Tests/Desktop/test_fcitx_session.py ROOT [NAME …]

ROOT is a folder that Chữ was installed into.
"""

import os
import shutil
import signal
import subprocess
import unittest

import fcitx_client as client
from display import Desktop, root, wait
from fcitx_client import Fcitx, Field, Gio, GLib

ROOT = ""


class Session(unittest.TestCase):
    """A desktop for each test."""

    def setUp(self):
        self.desktop = self.enterContext(Desktop())

    def start(self, **options):
        """Starts fcitx5, and ends it with the test."""
        fcitx = Fcitx(self.desktop, ROOT, **options)
        self.addCleanup(fcitx.stop)
        return fcitx

    def data(self, *path):
        """A file of the user's own."""
        path = os.path.join(self.desktop.environment["XDG_DATA_HOME"], "chu", *path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        return path

    @staticmethod
    def read(path):
        """What a file has; nothing when it is not there."""
        if not os.path.exists(path):
            return ""
        with open(path, encoding="utf-8") as file:
            return file.read()

    def typed(self, fcitx, keys="tieengs ", method="vi/telex", **options):
        """What keys make in a new field."""
        field = Field(fcitx, **options)
        fcitx.choose(method)
        field.press(keys)
        return field.text

    # The panel and the language

    def speak_vietnamese(self):
        """Makes the locale of Vietnam, which the system may not have."""
        folder = os.path.join(self.desktop.home, "locales")
        os.makedirs(folder)
        subprocess.run(["localedef", "-i", "vi_VN", "-f", "UTF-8", os.path.join(folder, "vi_VN.UTF-8")], check=True)
        self.desktop.environment.update(LOCPATH=folder, LANG="vi_VN.UTF-8")

    def test_status_area(self):
        """It says in Vietnamese whether letters are composed, switches that, and switches it in one program."""
        self.speak_vietnamese()
        fcitx = self.start(interface="kimpanel")
        shown = {}

        def hear(_bus, _sender, _path, _interface, signal, parameters):
            for line in parameters.unpack()[0] if signal == "RegisterProperties" else []:
                name, label, _ = line.split(":", 2)
                shown[name] = label
        fcitx.bus.signal_subscribe(None, "org.kde.kimpanel.inputmethod", None, None, None, Gio.DBusSignalFlags.NONE,
                                   hear)
        fcitx.bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
                            GLib.Variant("(su)", ("org.kde.impanel", 0)), None, Gio.DBusCallFlags.NONE, 5000, None)
        field = Field(fcitx, program="editor")
        fcitx.choose("vi/telex")

        def press(name):
            fcitx.bus.emit_signal(None, "/org/kde/impanel", "org.kde.impanel", "TriggerProperty",
                                  GLib.Variant("(s)", ("/Fcitx/" + name,)))

        def wait_for(name, label):
            self.assertTrue(field.settle(lambda: shown.get("/Fcitx/" + name) == label), shown)
        wait_for("chu-compose", "Đang gõ dấu")
        wait_for("chu-off-in-program", "Tắt trong chương trình này")
        field.press("aa")
        press("chu-compose")
        wait_for("chu-compose", "Để nguyên phím")
        field.press("aa ")
        self.assertEqual(field.text, "âaa ")
        press("chu-compose")
        wait_for("chu-compose", "Đang gõ dấu")
        field.press("aa ")
        self.assertEqual(field.text, "âaa â ")
        press("chu-off-in-program")
        self.assertTrue(wait(lambda: "0=editor" in self.read(fcitx.path("conf/chu.conf"))))
        field.press("aa ")
        self.assertEqual(field.text, "âaa â aa ")
        self.assertEqual(self.typed(fcitx, "aa ", program="other"), "â ")

    def test_settings_in_vietnamese(self):
        """The titles and values of all settings are."""
        self.speak_vietnamese()
        fcitx = self.start()
        for uri in ("addon/chu", "inputmethod/chu-vi-telex", "inputmethod/chu-blt-Tavt-phonetic"):
            for name, _, title, _, more in fcitx.settings("fcitx://config/" + uri)[1][0][1]:
                for text in (title, *more.get("EnumI18n", {}).values()):
                    with self.subTest(name, text=text):
                        self.assertRegex(text, "[À-ỹ]")

    # Beginning and end

    def test_words_are_kept(self):
        """What was learned is in the file when fcitx5 ends as on logging out, and counts afterwards."""
        fcitx = self.start()
        self.typed(fcitx, "adhan adhan adiê ", "rad/telex")
        fcitx.control("Exit")
        fcitx.program.wait(10)
        self.assertIn("adhan", self.read(self.data("words", "rad", "telex.words")))
        fcitx.start()
        field = Field(fcitx, client.PREEDIT | client.CLIENT_SIDE_PANEL)
        fcitx.choose("rad/telex")
        field.press("a{Tab}")
        field.settle(lambda: field.candidates)
        self.assertEqual(field.candidates[0], ("1. ", "adhan  cành"))

    def test_killed_in_mid_word(self):
        """A new fcitx5 goes on as if nothing had been."""
        fcitx = self.start()
        self.typed(fcitx, "tie")
        self.desktop.stop(fcitx.program, signal.SIGKILL)
        fcitx.start()
        self.assertEqual(self.typed(fcitx), "tiếng ")

    # Files

    def test_a_damaged_keymap(self):
        """It is left out, and nothing else suffers. Of one that goes bad later the keys are passed on."""
        with open(os.path.join(ROOT, "share", "chu", "keymaps", "vi", "telex.chukey"), "rb") as file:
            keymap = file.read()
        with open(self.data("keymaps", "vi", "damaged.chukey"), "wb") as file:
            file.write(keymap[:len(keymap) // 2])
        with open(self.data("keymaps", "vi", "later.chukey"), "wb") as file:
            file.write(keymap)
        fcitx = self.start(methods=(*Fcitx.METHODS, "chu-vi-later"))
        listed = {method[0] for method in fcitx.control("AvailableInputMethods")}
        self.assertEqual(listed & {"chu-vi-damaged", "chu-vi-later"}, {"chu-vi-later"})
        os.truncate(self.data("keymaps", "vi", "later.chukey"), 100)
        self.assertEqual(self.typed(fcitx, method="vi/later"), "tieengs ")
        self.assertEqual(self.typed(fcitx), "tiếng ")

    def test_a_keymap_of_the_users_own(self):
        """It is listed with the others, and settings that name what is not there are no hindrance."""
        vni = os.path.join(ROOT, "share", "chu", "keymaps", "vi", "vni.chukey")
        shutil.copy(vni, self.data("keymaps", "vi", "mine.chukey"))
        fcitx = Fcitx.__new__(Fcitx)
        fcitx.desktop = self.desktop
        fcitx.write("conf/chu-vi-mine.conf", "tone-style=nonsense\\n\nno-such-option=True\n")
        fcitx = self.start(methods=(*Fcitx.METHODS, "chu-vi-mine"))
        self.assertEqual(self.typed(fcitx, "hoa2 ", "vi/mine"), "hòa ")

    def test_files_that_cannot_be_read(self):
        """Words, abbreviations and settings that are no such thing: what is typed is composed all the same."""
        for path in (self.data("words", "vi", "telex.words"), self.data("macros.txt")):
            with open(path, "wb") as file:
                file.write(b"\\xff\\x00 nonsense")
        fcitx = Fcitx.__new__(Fcitx)
        fcitx.desktop = self.desktop
        fcitx.write("conf/chu.conf", "[[[\nPageSize=99\nCandidates=Nonsense\nCandidateKey=\n")
        fcitx = self.start()
        self.assertEqual(self.typed(fcitx), "tiếng ")

    def test_input_methods_allowed_for_passwords(self):
        """Nothing is composed there, whatever the user allows Fcitx."""
        fcitx = self.start(settings="AllowInputMethodForPassword=True\n")
        field = Field(fcitx, client.PREEDIT | client.PASSWORD)
        fcitx.control("SetCurrentIM", "(s)", "chu-vi-telex")
        field.press("tieengs ")
        self.assertEqual(field.text, "tieengs ")
        self.assertEqual(self.typed(fcitx), "tiếng ")


if __name__ == "__main__":
    ROOT = root("fcitx5")
    unittest.main()
