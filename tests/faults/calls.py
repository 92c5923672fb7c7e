"""The system calls that reach one folder, each handed to somebody who may meddle with it.

Python's `os` module is the waist everything goes through, `pathlib` too; what `reflect_tui.files`
asks of it below the watched folder is seen here, and nothing else.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from unittest import mock

_OF_PATHS = (
    *("open", "replace", "rename", "link", "unlink", "mkdir", "rmdir", "chmod", "utime"),
    *("stat", "lstat", "listdir", "scandir"),
)
_OF_DESCRIPTORS = ("read", "write", "fsync", "fstat", "close", "ftruncate")


@dataclass(frozen=True, slots=True)
class Call:
    """One call on its way to the system."""

    name: str
    """As in `os`; `read` for a file opened by `io.open`."""
    path: Path
    """The file or folder it is about, also where it names a descriptor."""
    arguments: tuple[Any, ...]
    real: Callable[..., Any]

    def done(self) -> Any:
        """Let it through."""
        return self.real(*self.arguments)

    def __str__(self) -> str:
        return f"{self.name} {self.path.name}"


class Watched:
    """While it is entered, every call that reaches `folder` goes to `meddle` instead."""

    def __init__(self, folder: Path, meddle: Callable[[Call], Any]) -> None:
        self._folder = str(folder)
        self._meddle = meddle
        self._open: dict[int, Path] = {}
        self._patches = ExitStack()

    def __enter__(self) -> Self:
        for name in _OF_PATHS:
            self._replace(os, name, name, self._of_path)
        self._replace(io, "open", "read", self._of_path)
        for name in _OF_DESCRIPTORS:
            self._replace(os, name, name, self._of_descriptor)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._patches.close()

    def _replace(
        self, module: Any, attribute: str, name: str, by: Callable[..., Callable[..., Any]]
    ) -> None:
        real = getattr(module, attribute)
        self._patches.enter_context(mock.patch.object(module, attribute, by(name, real)))

    def _of_path(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            place = os.fspath(arguments[0]) if _names_a_path(arguments) else ""
            if place != self._folder and not place.startswith(self._folder + os.sep):
                return real(*arguments, **named)

            def through(*given: Any) -> Any:
                return real(*given, **named)

            found = self._meddle(Call(name, Path(place), arguments, through))
            if name == "open":
                self._open[found] = Path(place)
            return found

        return call

    def _of_descriptor(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(descriptor: int, *more: Any) -> Any:
            place = self._open.get(descriptor)
            if place is None:
                return real(descriptor, *more)
            if name == "close":
                del self._open[descriptor]
            return self._meddle(Call(name, place, (descriptor, *more), real))

        return call


def _names_a_path(arguments: tuple[Any, ...]) -> bool:
    return bool(arguments) and isinstance(arguments[0], str | os.PathLike)
