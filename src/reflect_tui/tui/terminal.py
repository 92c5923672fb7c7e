"""Between Textual and the terminal: what must never pass, and what must not break.

No text of anyone's may act on a terminal: an escape sequence in a typed word could set the
clipboard or the window's title, a bidi override could draw words that are not there. Every
segment drawn goes through `Clean`. Odd bytes on the way in become a replacement character.
"""

from __future__ import annotations

import codecs
import contextlib
import os
from functools import lru_cache
from typing import IO, TYPE_CHECKING, cast

from rich.segment import Segment
from textual.filter import LineFilter

from reflect_tui.clean import clean
from reflect_tui.tui.pastes import Pastes

if TYPE_CHECKING:
    from textual.color import Color


def survive_odd_bytes() -> None:
    """Let nothing the terminal sends end the program, or take words away.

    An invalid UTF-8 byte becomes U+FFFD; a paste is words, whatever it holds.
    """
    if os.name != "posix":
        return
    from textual.drivers import linux_driver

    def forgiving(encoding: str) -> type[codecs.IncrementalDecoder]:
        made = codecs.getincrementaldecoder(encoding)

        class Forgiving(made):  # type: ignore[misc, valid-type]  # codecs makes the class at run time
            def __init__(self, errors: str = "replace") -> None:
                super().__init__(errors)
                self._pastes = Pastes()

            def decode(self, data: bytes, final: bool = False) -> str:
                return self._pastes.made_harmless(super().decode(data, final))

        return Forgiving

    setattr(linux_driver, "getincrementaldecoder", forgiving)  # noqa: B010  (a name of Textual's own)


def survive_a_closed_window() -> None:
    """Let what is drawn after the window was closed go nowhere.

    Textual's thread that writes would end at the first refusal, and whoever draws would wait for
    it for ever, with words still to be kept.
    """
    if os.name != "posix":
        return
    from textual.drivers import linux_driver
    from textual.drivers._writer_thread import WriterThread

    class Lasting(WriterThread):
        def __init__(self, file: IO[str]) -> None:
            super().__init__(cast("IO[str]", _Lasting(file)))

    setattr(linux_driver, "WriterThread", Lasting)  # noqa: B010  (a name of Textual's own)


class _Lasting:
    """A terminal to write to, whether or not it is still there."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file
        self.fileno = file.fileno

    def write(self, text: str) -> None:
        with contextlib.suppress(OSError):
            self._file.write(text)

    def flush(self) -> None:
        with contextlib.suppress(OSError):
            self._file.flush()


@lru_cache(8192)
def _drawn(text: str) -> str:
    """`text` on one line, with everything that could act taken out."""
    return clean(text).replace("\n", " ").replace("\t", " ")


class Clean(LineFilter):
    """The last thing every line passes before it is drawn."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Clean the text of every segment; control segments of Textual's own stay as they are."""
        cleaned = []
        for segment in segments:
            text, style, control = segment
            if control is None and not (text.isascii() and text.isprintable()):
                cleaned.append(Segment(_drawn(text), style, control))
            else:
                cleaned.append(segment)
        return cleaned
