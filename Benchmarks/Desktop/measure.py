"""How long a key takes from an application through the framework, an engine and back, and what memory that costs.

    /usr/bin/python3 Benchmarks/Desktop/measure.py ROOT [fcitx5] [ibus] > results.md

ROOT is a folder that Chữ was installed into. Beside Chữ types UniKey, as the distribution packages it; line by line
they take turns on the same framework, each going first every other time, and both must write what was meant.
"""

import datetime
import os
import platform
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "Tests", "Desktop"))

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib

from display import Desktop, wait
from fcitx_client import Fcitx, keysym
from ibus import IBus

LINE = ("Coongj hoaf xax hooij chur nghiax Vieetj Nam, ddoocj laapj, tuwj do, hanhj phucs; ",
        "Cộng hòa xã hội chủ nghĩa Việt Nam, độc lập, tự do, hạnh phúc; ")
LINES = 40
WARM_UP = 5
STARTS = 5
PAGES = ("Rss", "Anonymous")


class FcitxClient:
    """A text field of fcitx5."""

    PREEDIT = 1 << 1 | 1 << 4
    ENGINES = {"Chữ": "chu-vi-telex", "fcitx5-unikey": "unikey"}

    def __init__(self, desktop, root, addons=("chu", "unikey")):
        known = dict(zip(("chu", "unikey"), self.ENGINES.values()))
        methods = ["keyboard-us", *(known[addon] for addon in addons)]
        self.fcitx = Fcitx(desktop, root, addons=addons, methods=methods)
        self.bus, self.name, self.interface = self.fcitx.bus, "org.fcitx.Fcitx5", "org.fcitx.Fcitx.InputContext1"
        self.path, _ = self.fcitx.call(
            "/org/freedesktop/portal/inputmethod", "org.fcitx.Fcitx.InputMethod1", "CreateInputContext", "(a(ss))",
            [("program", "bench"), ("display", "x11:" + desktop.environment["DISPLAY"])])
        self.fcitx.call(self.path, self.interface, "SetCapability", "(t)", self.PREEDIT)
        self.fcitx.call(self.path, self.interface, "FocusIn")
        self.choose = self.fcitx.choose

    @staticmethod
    def event(sym, state):
        """The arguments of ProcessKeyEvent."""
        return GLib.Variant("(uuubu)", (sym, 0, state, False, 0))

    @staticmethod
    def committed(parameters):
        """The text of a CommitText signal."""
        return parameters.unpack()[0]

    def process(self, _engine=None):
        """The process that the engine runs in."""
        return self.fcitx.program.pid


class IBusClient:
    """A text field of IBus."""

    PREEDIT = 1 << 0 | 1 << 3
    ENGINES = {"Chữ": IBus.engine_name("vi/telex"), "ibus-unikey": "Unikey"}

    def __init__(self, desktop, root):
        self.daemon = IBus(desktop, root)
        self.bus = Gio.DBusConnection.new_for_address_sync(
            self.daemon.address,
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        self.name, self.interface = "org.freedesktop.IBus", "org.freedesktop.IBus.InputContext"
        self.path = self.call("/org/freedesktop/IBus", "org.freedesktop.IBus", "CreateInputContext", "(s)", "bench")[0]
        self.call(self.path, self.interface, "SetCapabilities", "(u)", self.PREEDIT)
        self.call(self.path, self.interface, "FocusIn", "()")
        self.desktop = desktop

    def call(self, path, interface, method, signature, *arguments):
        """Calls a method of the daemon."""
        return self.bus.call_sync(self.name, path, interface, method, GLib.Variant(signature, arguments), None,
                                  Gio.DBusCallFlags.NONE, 30000, None).unpack()

    def choose(self, engine):
        """Makes an engine the one of the field."""
        if engine == "keyboard-us":
            engine = "xkb:us::eng"
        self.call(self.path, self.interface, "SetEngine", "(s)", engine)

    @staticmethod
    def event(sym, state):
        """The arguments of ProcessKeyEvent."""
        return GLib.Variant("(uuu)", (sym, 0, state))

    @staticmethod
    def committed(parameters):
        """The text of a CommitText signal."""
        return parameters.unpack()[0][2]

    def process(self, engine):
        """The process that an engine runs in."""
        word = "ibus-engine-" + ("chu" if engine == "Chữ" else "unikey")
        found = self.desktop.run("ps", "-o", "pid=,args=", "--ppid", str(self.daemon.daemon.pid))
        return next((int(line.split()[0]) for line in found.splitlines() if word in line), None)


class Writer:
    """Types into a client, and keeps the text."""

    def __init__(self, client):
        self.client, self.text = client, ""
        self.keys = [(letter, client.event(*keysym(letter))) for letter in LINE[0]]
        client.bus.signal_subscribe(None, client.interface, None, client.path, None, Gio.DBusSignalFlags.NONE,
                                    self.hear)
        self.reply = GLib.VariantType("(b)")

    def hear(self, _bus, _sender, _path, _interface, signal, parameters):
        """What was committed."""
        if signal in ("CommitString", "CommitText"):
            self.text += self.client.committed(parameters)

    def listen(self):
        """Hears what has been said."""
        while GLib.MainContext.default().pending():
            GLib.MainContext.default().iteration(False)

    def line(self):
        """Types the line, and gives the time of each key in nanoseconds."""
        times, client = [], self.client
        for letter, event in self.keys:
            start = time.perf_counter_ns()
            answer = client.bus.call_sync(client.name, client.path, client.interface, "ProcessKeyEvent", event,
                                          self.reply, Gio.DBusCallFlags.NONE, 30000, None)
            times.append(time.perf_counter_ns() - start)
            self.listen()
            if not answer.unpack()[0]:
                self.text += letter
        return times


def processor_time(process):
    """What a process has had of the processors, all its threads together, in nanoseconds."""
    total = 0
    for thread in os.listdir(f"/proc/{process}/task"):
        with open(f"/proc/{process}/task/{thread}/schedstat", encoding="ascii") as file:
            total += int(file.read().split()[0])
    return total


def round_trips(client_class, root):
    """The times of each engine's keys, line by line, in milliseconds, and what its process has of the processors,
    in microseconds a key; over some starts of the framework."""
    times = {engine: [] for engine in client_class.ENGINES}
    busy = dict.fromkeys(client_class.ENGINES, 0)
    for _ in range(STARTS):
        with Desktop() as desktop:
            client = client_class(desktop, root)
            writer = Writer(client)
            for number in range(WARM_UP + LINES):
                for engine, name in list(client.ENGINES.items())[::1 if number % 2 else -1]:
                    client.choose(name)
                    # What the change of input method brings with it is not part of a key.
                    time.sleep(0.03)
                    found, spent = measured_line(writer, client.process(engine))
                    if number >= WARM_UP:
                        times[engine].append([ns / 1e6 for ns in found])
                        busy[engine] += spent
    return times, {engine: spent / 1e3 / STARTS / LINES / len(LINE[0]) for engine, spent in busy.items()}


def measured_line(writer, process):
    """The times of the line's keys and the processor time of the engine's process, in nanoseconds."""
    writer.text = ""
    before = processor_time(process)
    found = writer.line()
    spent = processor_time(process) - before
    wait(lambda: (writer.listen(), writer.text == LINE[1])[1], 2)
    if writer.text != LINE[1]:
        raise RuntimeError(f"written was {writer.text!r}")
    return found, spent


def pages(process):
    """What a process has of memory, in kB."""
    with open(f"/proc/{process}/smaps_rollup", encoding="ascii") as file:
        found = dict(line.split()[:2] for line in file if line.split()[0].rstrip(":") in PAGES)
    return [int(found[name + ":"]) for name in PAGES]


def fcitx_memory(root):
    """What fcitx5 has with no engine, with Chữ at rest, and with each engine after ten lines."""
    rows = {}
    for what, addons, name in [("no engine", (), None), ("Chữ, loaded and not chosen", ("chu",), None),
                               ("Chữ, after 10 lines", ("chu",), "chu-vi-telex"),
                               ("fcitx5-unikey, after 10 lines", ("unikey",), "unikey")]:
        found = []
        for _ in range(STARTS):
            with Desktop() as desktop:
                client = FcitxClient(desktop, root, addons=addons)
                client.choose(name or "keyboard-us")
                writer = Writer(client)
                for _ in range(10):
                    writer.line()
                found.append(pages(client.process()))
        rows[what] = [statistics.median(column) for column in zip(*found)]
    return rows


def ibus_memory(root):
    """What the process of each engine has after ten lines; the middle of some starts."""
    rows = {}
    for engine, name in IBusClient.ENGINES.items():
        found = []
        for _ in range(STARTS):
            with Desktop() as desktop:
                client = IBusClient(desktop, root)
                client.choose(name)
                writer = Writer(client)
                for _ in range(10):
                    writer.line()
                found.append(pages(client.process(engine)))
        rows[engine + ", after 10 lines"] = [statistics.median(column) for column in zip(*found)]
    return rows


def command(*words):
    """The first line that a command prints."""
    return subprocess.run(words, capture_output=True, text=True, check=False).stdout.strip().split("\n")[0]


def version(package):
    """Of a Debian package."""
    return package + " " + command("dpkg-query", "-W", "-f", "${Version}", package)


def write_times(framework, times, busy):
    """A table of round trips."""
    print(f"## {framework}: one key, there and back\n")
    print("| | keys | median, ms | p95 | p99 | slowest | times UniKey | processor time, µs |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|")
    peers = [statistics.median(line) for line in list(times.values())[1]]
    for engine, lines in times.items():
        found = sorted(key for line in lines for key in line)
        p95, p99 = (found[len(found) * part // 100] for part in (95, 99))
        # Lines that were typed one after the other had the same machine.
        ratio = statistics.median(statistics.median(line) / peer for line, peer in zip(lines, peers))
        print(f"| {engine} | {len(found)} | {statistics.median(found):.3f} | {p95:.3f} | {p99:.3f} | {found[-1]:.2f} | "
              f"{ratio:.2f} | {busy[engine]:.1f} |")
    print()


def write_memory(title, rows, base=None):
    """A table of memory; what is added to `base` when there is one."""
    print(f"## {title}\n\nMB, as `smaps_rollup` says; the middle of {STARTS} starts.\n")
    print("| | resident | anonymous |\n|---|--:|--:|")
    for what, found in rows.items():
        cells = [f"{kB / 1024:.2f}" for kB in found]
        if base and what != base:
            cells = [f"{cell} ({(kB - before) / 1024:+.2f})" for cell, kB, before in zip(cells, found, rows[base])]
        print(f"| {what} | " + " | ".join(cells) + " |")
    print()


def write_sizes(root):
    """What is on the disk, stripped."""
    print("## On the disk\n\nkB, stripped.\n\n| | kB |\n|---|--:|")
    for folder, _, names in sorted(os.walk(root)):
        for name in sorted(names):
            if name in ("libchu.so", "libchuim.so.1", "ibus-engine-chu"):
                copy = stripped(os.path.join(folder, name))
                print(f"| `{name}` | {os.path.getsize(copy) / 1000:.0f} |")
                os.remove(copy)
    print()


def stripped(path):
    """A copy without symbols."""
    copy = path + ".stripped"
    subprocess.run(["strip", "--strip-unneeded", "-o", copy, path], check=True)
    return copy


def main():
    """Measures what was asked for and writes it."""
    root, frameworks = os.path.abspath(sys.argv[1]), sys.argv[2:] or ["fcitx5", "ibus"]
    print("# Results: on the desktop\n\nWritten by `make bench-desktop`; [README](README.md) says what is measured.\n")
    print("| | |\n|---|---|")
    print(f"| date | {datetime.date.today()} |")
    print(f"| Chữ | {command('git', '-C', HERE, 'rev-parse', '--short', 'HEAD')} |")
    processor = command("sh", "-c", "lscpu | sed -n 's/^Model name:[[:space:]]*//p'")
    print(f"| processor | {processor}, {os.cpu_count()} of them |")
    print(f"| system | {platform.freedesktop_os_release()['PRETTY_NAME']}, Linux {platform.release()} |")
    packages = {"fcitx5": ("fcitx5", "fcitx5-unikey"), "ibus": ("ibus", "ibus-unikey")}
    print(f"| packages | {', '.join(version(name) for framework in frameworks for name in packages[framework])} |\n")
    if "fcitx5" in frameworks:
        write_times("Fcitx 5", *round_trips(FcitxClient, root))
    if "ibus" in frameworks:
        write_times("IBus", *round_trips(IBusClient, root))
    if "fcitx5" in frameworks:
        write_memory("Fcitx 5: memory of the process", fcitx_memory(root), "no engine")
    if "ibus" in frameworks:
        write_memory("IBus: memory of the engine's process", ibus_memory(root))
    write_sizes(root)


if __name__ == "__main__":
    main()
