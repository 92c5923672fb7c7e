"""A program in a terminal of its own: read the screen, click what is written, type, time it."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Sequence
from types import TracebackType

import pyte

KEYS = {
    "enter": "\r",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "esc": "\x1b",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "space": " ",
    "backspace": "\x7f",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "f8": "\x1b[19~",
    "f9": "\x1b[20~",
    **{f"ctrl+{letter}": chr(ord(letter) - 96) for letter in "abcdefghijklmnopqrstuvwxyz"},
}
"""What a terminal sends for each key."""


class Terminal:
    """Runs a command on a pty of 120 columns by 36 lines and reads what it draws."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        env: dict[str, str] | None = None,
        columns: int = 120,
        lines: int = 36,
    ) -> None:
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = bytearray()
        """Every byte it wrote."""
        self.never: tuple[str, ...] = ()
        """Words that must be on no frame: every one that is drawn is read for them."""
        self.drawn_all_the_same: set[str] = set()
        """Those that were on one."""
        self.began = time.perf_counter()
        self.pid, self.fd = pty.fork()
        size = struct.pack("HHHH", lines, columns, 0, 0)
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            rest = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES")}
            full = {**rest, "TERM": "xterm-256color", "COLORTERM": "truecolor", **(env or {})}
            os.execvpe(command[0], list(command), full)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()

    def read(self, seconds: float) -> bytes:
        """What it drew within `seconds`, possibly nothing; also put on the screen."""
        ready, _, _ = select.select([self.fd], [], [], seconds)
        if not ready:
            return b""
        try:
            data = os.read(self.fd, 1 << 16)
        except OSError:
            return b""
        self._stream.feed(data)
        self.raw += data
        if self.never:
            drawn = self.text()
            self.drawn_all_the_same |= {words for words in self.never if words in drawn}
        return data

    def send(self, data: str | bytes) -> None:
        """Type."""
        os.write(self.fd, data.encode() if isinstance(data, str) else data)

    def key(self, *names: str) -> None:
        """Press keys by name, each once what the one before it drew stands still."""
        for name in names:
            self.send(KEYS[name])
            self.settle(0.08, 2.0)

    def find(self, text: str) -> tuple[int, int] | None:
        """Column and line, from 0, where a text stands."""
        for line, drawn in enumerate(self.screen.display):
            column = drawn.find(text)
            if column >= 0:
                return column, line
        return None

    def click(self, text: str, seconds: float = 20.0) -> None:
        """Click what is written, wherever it stands."""
        self.wait(text, seconds)
        self.settle()
        place = self.find(text)
        assert place is not None, f"{text!r} went away"
        column, line = place[0] + 2, place[1] + 1
        self.send(f"\x1b[<0;{column};{line}M")
        self.send(f"\x1b[<0;{column};{line}m")
        self.settle()

    def type(self, words: str) -> None:
        """Type words as a person does, and wait until they stand."""
        self.send(words)
        self.settle()

    def ended(self, seconds: float = 10.0) -> int:
        """The exit status, once the program has ended by itself."""
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            self.read(0.02)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                return os.waitstatus_to_exitcode(status)
        raise TimeoutError(f"still running after {seconds} s\n{self.text()}")

    def gone(self, seconds: float = 20.0) -> None:
        """Wait until the program has ended, whatever became of its terminal."""
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            if os.waitpid(self.pid, os.WNOHANG)[0]:
                return
            time.sleep(0.05)
        os.kill(self.pid, signal.SIGKILL)
        raise TimeoutError(f"still running {seconds} s after it was cut off")

    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(self.screen.display)

    def wait(self, what: str | Callable[[], bool], seconds: float = 30.0) -> float:
        """Seconds since the start when `what` is on the screen; raises TimeoutError."""
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            self.read(0.05)
            if what() if callable(what) else what in self.text():
                return time.perf_counter() - self.began
        raise TimeoutError(f"not on the screen within {seconds} s: {what!r}\n{self.text()}")

    def settle(self, quiet: float = 0.15, limit: float = 5.0) -> None:
        """Wait until it has drawn nothing for `quiet` seconds."""
        until = time.perf_counter() + limit
        while time.perf_counter() < until and self.read(quiet):
            pass

    def answered(self, quiet: float = 0.06, limit: float = 0.5) -> None:
        """Wait for what it draws next, and until that stands still."""
        self.read(limit)
        self.settle(quiet)

    def echo(self, letter: str, seconds: float = 5.0) -> float:
        """Seconds from typing a letter that is nowhere on the screen until it is drawn."""
        wanted = letter.encode()
        began = time.perf_counter()
        self.send(wanted)
        until = began + seconds
        while time.perf_counter() < until:
            if wanted in self.read(0.05):
                return time.perf_counter() - began
        raise TimeoutError(f"{letter!r} was not drawn within {seconds} s")

    def kill(self) -> None:
        """End it at once."""
        try:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        except (ProcessLookupError, ChildProcessError):
            return
        finally:
            os.close(self.fd)
