"""Their exact words: copied for the record unchanged, and taken out only once they are in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from reflect_tui import clipboard
from reflect_tui.session.address import Place, parse_address
from reflect_tui.tui.app import ReflectApp
from reflect_tui.tui.screens.risk import RiskScreen
from reflect_tui.tui.widgets.editor import Editor
from reflect_tui.tui.widgets.for_the_record import COPY
from tests.tui.screens.host import a_session, click_words, settle, text, world

ADDRESS = parse_address("counterfactual/talk/words")


class Copying:
    """The app on a step with an editor, and a clipboard that takes what it is told to take."""

    def __init__(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, takes: bool) -> None:
        self.copied: list[str] = []
        self.world = world(tmp_path)
        session = a_session().model_copy(update={"left_at": Place("counterfactual", "talk")})
        self.world.notebook().save(session)
        self.app = ReflectApp(self.world, tmp_path / "reports")

        def to_system(words: str) -> bool:
            self.copied.append(words)
            return takes

        monkeypatch.setattr(clipboard, "to_system", to_system)

    async def begin(self, pilot: Pilot[None]) -> Editor:
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        editor = self.app.screen.focused
        assert isinstance(editor, Editor)
        return editor

    def written(self) -> str:
        assert self.app.flow.sitting is not None
        value = self.app.flow.sitting.value(ADDRESS)
        return "" if value is None else str(value.model_dump()["text"])


@pytest.fixture
def copying(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Copying:
    return Copying(tmp_path, monkeypatch, takes=True)


async def test_by_keys_alone_the_whole_answer_is_copied_and_only_then_taken_out(
    copying: Copying,
) -> None:
    async with copying.app.run_test(size=(80, 24)) as pilot:
        await copying.begin(pilot)
        await pilot.press(*"He [said] ", "enter", "tab", "shift+tab", *" x", "ctrl+t", "tab", "tab")
        await settle(pilot)
        assert "Is it in their record now?" not in text(copying.app)
        await pilot.press("tab", "enter")
        await settle(pilot)
        assert copying.copied == ["He [said] \n x"]
        assert "unchanged, to this computer's clipboard" in text(copying.app)
        assert "may keep what was copied" in text(copying.app)
        assert "Take those words out" not in text(copying.app)
        await pilot.press("tab", "enter")
        assert "Earlier states of this session, and backups, may still hold" in text(copying.app)
        assert copying.written() == "He [said] \n x"
        await pilot.press("tab", "enter")
        await settle(pilot)
        assert copying.written() == ""
        assert "Taken out." in text(copying.app)
        assert COPY not in text(copying.app)
        await pilot.press("escape", "f7")
        await settle(pilot)
        assert copying.written() == "He [said] \n x"


async def test_by_mouse_alone_what_is_selected_is_copied_and_the_rest_stays(
    copying: Copying,
) -> None:
    async with copying.app.run_test(size=(120, 36)) as pilot:
        editor = await copying.begin(pilot)
        editor.text = "He said, “go home”. So they say."
        await pilot.pause()
        begin = (editor.gutter.left + 10, editor.gutter.top)
        await pilot.mouse_down(editor, offset=begin)
        await pilot.hover(editor, offset=(begin[0] + 2, begin[1]))
        await pilot.mouse_up(editor, offset=(begin[0] + 2, begin[1]))
        selection = editor.selection
        assert editor.selected_text == "go"
        await click_words(pilot, "Someone may be at risk")
        await settle(pilot)
        await click_words(pilot, COPY)
        await settle(pilot)
        assert copying.copied == ["go"]
        await click_words(pilot, "Back", last=True)
        assert copying.app.screen.focused is editor
        assert editor.selection == selection
        await click_words(pilot, "Someone may be at risk")
        await settle(pilot)
        for words in (COPY, "It is in the record", "Take those words out of here"):
            await click_words(pilot, words)
            await settle(pilot)
        assert copying.written() == "He said, “ home”. So they say."
        await click_words(pilot, "Back", last=True)
        await settle(pilot)
        assert copying.app.screen.focused is editor
        assert editor.cursor_location == (0, 10)
        await pilot.press("X", "f7", "f7")
        await settle(pilot)
        assert copying.written() == "He said, “go home”. So they say."


async def test_kept_they_stay_and_nothing_blocks_leaving(copying: Copying) -> None:
    async with copying.app.run_test() as pilot:
        editor = await copying.begin(pilot)
        await pilot.press(*"her words", "ctrl+t")
        await settle(pilot)
        await pilot.press("ctrl+c")
        await settle(pilot)
        await pilot.press("tab", "enter", "enter")
        await settle(pilot)
        assert copying.written() == "her words"
        await pilot.press("ctrl+c")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert copying.app.screen.focused is editor
        assert editor.cursor_location == (0, 9)


async def test_without_a_system_clipboard_the_terminals_is_used_and_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copying = Copying(tmp_path, monkeypatch, takes=False)
    async with copying.app.run_test() as pilot:
        await copying.begin(pilot)
        await pilot.press(*"her words", "ctrl+t")
        await settle(pilot)
        await pilot.press("ctrl+c")
        await settle(pilot)
        assert copying.app.clipboard == "her words"
        assert "unchanged, to this terminal's clipboard" in text(copying.app)


async def test_where_no_answer_is_being_written_there_is_nothing_to_copy(copying: Copying) -> None:
    async with copying.app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("ctrl+t")
        await settle(pilot)
        assert isinstance(copying.app.screen, RiskScreen)
        assert COPY not in text(copying.app)
        await pilot.press("escape")
        await copying.begin(pilot)
        for before in ("ctrl+t", "ctrl+r"):
            if before == "ctrl+r":
                await pilot.press(*"words", "ctrl+r")
                await settle(pilot)
            await pilot.press("ctrl+t")
            await settle(pilot)
            assert COPY not in text(copying.app)
            await pilot.press("ctrl+c", "escape")
            await settle(pilot)
        assert copying.copied == []
