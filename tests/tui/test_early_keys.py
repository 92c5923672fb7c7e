"""Keys that come while a page is being drawn wait for it, and for nothing else."""

from __future__ import annotations

from pathlib import Path

from textual.events import Key, Resize
from textual.geometry import Size

from reflect_tui.tui.early_keys import EarlyKeys
from reflect_tui.tui.screens.frame import Frame
from tests.tui.screens.host import world


class Page(Frame[None]):
    """A page that is drawn for as long as it is told."""

    drawing = True

    @property
    def is_drawing(self) -> bool:
        return self.drawing


def test_keys_wait_in_their_order_and_what_comes_behind_them_waits_too(tmp_path: Path) -> None:
    early, page = EarlyKeys(), Page(world(tmp_path))
    keys = [Key(letter, letter) for letter in "abc"]
    assert [early.hold(key, page) for key in keys[:2]] == [True, True]
    page.drawing = False
    assert early.hold(keys[2], page)
    assert early.let_go(page) == keys
    assert not early.waiting
    assert not early.hold(keys[0], page)


def test_only_keys_wait(tmp_path: Path) -> None:
    early = EarlyKeys()
    assert not early.hold(Resize(Size(80, 24), Size(80, 24)), Page(world(tmp_path)))


def test_what_was_meant_for_a_page_acts_on_no_other_screen(tmp_path: Path) -> None:
    early, page = EarlyKeys(), Page(world(tmp_path))
    assert early.hold(Key("space", " "), page)
    assert early.let_go(Page(world(tmp_path))) == []
    assert not early.waiting
