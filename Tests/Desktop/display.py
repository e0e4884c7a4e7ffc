"""A desktop of one's own for a test: an X server that nobody sees, a window manager, a session bus, an empty home.

    with Desktop() as desktop:
        desktop.start("ibus-daemon", "--xim")
        desktop.type("tieengs{BackSpace}")
        desktop.screenshot("word.png")

Everything that is started ends with it, and the home is removed. Nothing of the user's desktop is seen or touched.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

# The keys of a US keyboard that `xdotool key` knows by name only.
KEY_NAMES = {
    " ": "space", "!": "exclam", '"': "quotedbl", "#": "numbersign", "$": "dollar", "%": "percent", "&": "ampersand",
    "'": "apostrophe", "(": "parenleft", ")": "parenright", "*": "asterisk", "+": "plus", ",": "comma", "-": "minus",
    ".": "period", "/": "slash", ":": "colon", ";": "semicolon", "<": "less", "=": "equal", ">": "greater",
    "?": "question", "@": "at", "[": "bracketleft", "\\": "backslash", "]": "bracketright", "^": "asciicircum",
    "_": "underscore", "`": "grave", "{": "braceleft", "|": "bar", "}": "braceright", "~": "asciitilde",
}

_STEP = re.compile(r"\{([^}]+)\}|(.)", re.S)


def steps(keys):
    """The steps of a line such as "an{BackSpace}{ctrl+a}{click line}": ("key", "a"), …, ("click", "line").

    A letter is the key that makes it. In braces stands a key by its X11 name, with modifiers and + before it, or a
    command and what it is about; {braceleft} and {braceright} are the braces themselves.
    """
    for inside, letter in _STEP.findall(keys):
        if letter:
            yield "key", KEY_NAMES.get(letter, letter)
        elif " " in inside:
            command, argument = inside.split(" ", 1)
            yield command, argument
        else:
            yield "key", inside


def wait(condition, seconds=10.0, every=0.02):
    """What `condition` gives as soon as it is true, or at the end of `seconds`; asked again and again."""
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value or time.monotonic() > end:
            return value
        time.sleep(every)


def wait_to_rest(value, seconds=10.0):
    """What `value` gives when it is something and has been the same for a while, such as where a new window is."""
    seen = []

    def rests():
        seen.append(value())
        return len(seen) > 3 and seen[-1] and seen[-1] == seen[-2] == seen[-3] and seen[-1]
    return wait(rests, seconds, 0.15)


def root(program):
    """The folder that Chữ was installed into, which the arguments name first. Without `program` the tests are left out."""
    if not shutil.which(program):
        sys.exit(f"the tests with {program} are left out: it is not installed")
    return os.path.abspath(sys.argv.pop(1))


def run_tests():
    """Runs the tests of the program, and once more what fails: other people's windows take their time as they like.

    What passed the second time only is reported. Never returns.
    """
    first = unittest.main(exit=False).result
    failed = {getattr(test, "test_case", test) for test, _ in first.failures + first.errors}
    if not failed:
        sys.exit(not first.wasSuccessful())
    if not all(isinstance(test, unittest.TestCase) for test in failed):
        sys.exit(1)
    print("once more:", *sorted(test.id() for test in failed), file=sys.stderr)
    again = unittest.TextTestRunner().run(unittest.TestSuite(type(test)(test._testMethodName) for test in failed))
    sys.exit(not again.wasSuccessful())


class Desktop:
    """An X server with openbox and a session bus. Needs xvfb, openbox, dbus, xdotool and x11-utils."""

    #: The variables that say on which desktop a program runs; none of them may come from outside.
    OURS = ("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS", "XMODIFIERS", "GTK_IM_MODULE",
            "QT_IM_MODULE", "SESSION_MANAGER", "DESKTOP_SESSION", "XDG_CURRENT_DESKTOP", "XDG_RUNTIME_DIR",
            "IBUS_ADDRESS", "LANGUAGE", "LC_ALL")

    def __init__(self, width=1000, height=700):
        self.size = f"{width}x{height}x24"
        self.programs = []
        self.home = None
        self.environment = {}

    def __enter__(self):
        self.home = tempfile.mkdtemp(prefix="chu-desktop-")
        self.environment = {name: value for name, value in os.environ.items() if name not in self.OURS}
        for name, folder in (("HOME", ""), ("XDG_CONFIG_HOME", ".config"), ("XDG_DATA_HOME", ".local/share"),
                             ("XDG_CACHE_HOME", ".cache"), ("XDG_STATE_HOME", ".local/state"), ("XDG_RUNTIME_DIR", "run")):
            path = os.path.join(self.home, folder)
            os.makedirs(path, mode=0o700, exist_ok=True)
            self.environment[name] = path.rstrip("/")
        self.environment.update(LANG="C.UTF-8", NO_AT_BRIDGE="1", GTK_A11Y="none", GSETTINGS_BACKEND="memory")
        try:
            self._start_display()
            self._start_bus()
            self.start("openbox", "--sm-disable")
            if not wait(lambda: "window id" in self.run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK")):
                raise RuntimeError("openbox does not come up")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for program in reversed(self.programs):
            self.stop(program)
        self.programs = []
        shutil.rmtree(self.home, ignore_errors=True)

    def _start_display(self):
        read, write = os.pipe()
        self.start("Xvfb", "-displayfd", str(write), "-screen", "0", self.size, "-nolisten", "tcp", "-noreset",
                   pass_fds=(write,))
        os.close(write)
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        if not number:
            raise RuntimeError("Xvfb does not come up")
        self.environment["DISPLAY"] = ":" + number

    def _start_bus(self):
        bus = self.start("dbus-daemon", "--session", "--nofork", "--print-address=1", stdout=subprocess.PIPE)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()

    # Programs

    def start(self, *command, environment=None, **options):
        """Starts a program on this desktop. What it complains of is shown when CHU_DESKTOP_LOG is set."""
        if "stderr" not in options and not os.environ.get("CHU_DESKTOP_LOG"):
            options["stderr"] = subprocess.DEVNULL
        options.setdefault("stdin", subprocess.DEVNULL)
        options.setdefault("stdout", sys.stderr if os.environ.get("CHU_DESKTOP_LOG") else subprocess.DEVNULL)
        program = subprocess.Popen(
            command, env={**self.environment, **(environment or {})}, cwd=self.home, start_new_session=True, **options)
        self.programs.append(program)
        return program

    def stop(self, program, how=signal.SIGTERM):
        """Ends a program that `start` gave, with what it has started, and waits for its end."""
        for number in (how, signal.SIGKILL):
            try:
                os.killpg(program.pid, number)
            except ProcessLookupError:
                pass
            try:
                program.wait(3)
                break
            except subprocess.TimeoutExpired:
                continue
        for stream in (program.stdin, program.stdout):
            if stream:
                stream.close()
        if program in self.programs:
            self.programs.remove(program)

    def run(self, *command, timeout=20):
        """What a command prints; it runs to its end. "" when it fails."""
        done = subprocess.run(command, env=self.environment, cwd=self.home, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=timeout, check=False)
        return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""

    # Hands

    def type(self, keys, delay=4):
        """Presses the keys of a line as `steps` reads it, with `delay` ms after each."""
        self.press([argument for command, argument in steps(keys) if command == "key"], delay)

    def press(self, names, delay=4):
        """Presses keys by their X11 names, such as "a", "BackSpace" and "ctrl+a"."""
        for first in range(0, len(names), 500):
            subprocess.run(["xdotool", "key", "--delay", str(delay), *names[first:first + 500]],
                           env=self.environment, check=True, timeout=120)

    def click(self, x, y):
        """Clicks with the left button at a place of the screen."""
        self.run("xdotool", "mousemove", str(int(x)), str(int(y)), "click", "1")

    def find_windows(self, *search):
        """The numbers of the windows that `xdotool search` finds."""
        return self.run("xdotool", "search", *search).split()

    def learned(self, keymap):
        """What the file of the user's words has."""
        path = os.path.join(self.environment["XDG_DATA_HOME"], "chu", "words", keymap + ".words")
        try:
            with open(path, encoding="utf-8") as file:
                return file.read()
        except FileNotFoundError:
            return ""

    def typed_in_terminal(self, keys, prepare):
        """What arrives when the lines of `keys` are typed into a terminal, after `prepare`."""
        path = os.path.join(self.home, "typed")
        terminal = self.start("xterm", "-u8", "-e", f"cat > {path}")
        try:
            if not wait(lambda: os.path.exists(path)):
                raise RuntimeError("no terminal")
            self.run("xdotool", "search", "--sync", "--onlyvisible", "--class", "xterm", "windowfocus")
            time.sleep(0.5)
            prepare()
            self.type(keys, 40)

            def text():
                with open(path, encoding="utf-8") as file:
                    return file.read()
            wait(lambda: text().count("\n") == keys.count("{Return}"), 20)
            return text()
        finally:
            self.stop(terminal)

    def screenshot(self, path):
        """Writes what is on the screen to a PNG file."""
        subprocess.run(["import", "-window", "root", path], env=self.environment, check=True, timeout=30)
