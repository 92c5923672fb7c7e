"""Copying says what was done, and never that something is copied which isn't."""

from __future__ import annotations

import pyperclip
import pytest

from reflect_tui import clipboard
from reflect_tui.clipboard import Copied

WORDS = "  “go home”\n\tand [/] "


class Board:
    """A clipboard of some system."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, change: dict[str, str] | None = None):
        self.held = ""
        self.change = change or {}
        monkeypatch.setattr(pyperclip, "determine_clipboard", lambda: (self.put, lambda: self.held))

    def put(self, text: str) -> None:
        for before, after in self.change.items():
            text = text.replace(before, after)
        self.held = text


def test_the_systems_clipboard_comes_first_and_gets_every_letter(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    board, by_terminal = Board(monkeypatch), list[str]()
    assert clipboard.copy(WORDS, by_terminal.append) is Copied.SYSTEM
    assert (board.held, by_terminal) == (WORDS, [])


def test_one_that_changes_letters_is_not_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    Board(monkeypatch, {"“": "?"})
    by_terminal = list[str]()
    assert clipboard.copy(WORDS, by_terminal.append) is Copied.TERMINAL
    assert by_terminal == [WORDS]


def test_without_any_clipboard_nothing_is_said_to_be_copied(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pyperclip, "determine_clipboard", pyperclip.init_no_clipboard)
    assert clipboard.copy(WORDS) is Copied.NOWHERE


def test_words_never_stand_in_the_list_of_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[str] = []

    def copy_klipper(text: str) -> None:
        held.append(text)

    monkeypatch.setattr(
        pyperclip, "determine_clipboard", lambda: (copy_klipper, lambda: "".join(held))
    )
    assert not clipboard.to_system(WORDS)
    assert held == []
