"""At the end: keep it, give the other a copy, keep only the note; and taking one in."""

from __future__ import annotations

from pathlib import Path

import pytest

from reflect_tui import paths
from reflect_tui.notebook import age, giving
from reflect_tui.practice.exercise import Way
from reflect_tui.tui.app import ReflectApp
from reflect_tui.tui.screens.ending import EndingScreen
from reflect_tui.tui.screens.taking import TakingScreen
from tests.tui.screens.host import SIZES, Host, a_session, click_words, lines, settle, text, world
from tests.tui.screens.test_agreeing import company

WORDS = "lamp river stone"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(age, "WORK_FACTOR", 4)
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path))


@pytest.mark.parametrize("size", SIZES)
async def test_the_other_is_given_the_note_and_the_session_in_a_locked_file(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    sitting, made = company(), world(tmp_path)
    app = Host(lambda: EndingScreen(made, sitting))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await click_words(pilot, "Give the supervisor a copy of the note")
        await settle(pilot)
        assert "The copy for the supervisor:" in text(app)
        await click_words(pilot, "Give the supervisor the session")
        await settle(pilot)
        assert "Let the supervisor sit at the keyboard" in text(app)
        await pilot.press(*WORDS, "enter", *WORDS, "enter")
        await settle(pilot)
        assert WORDS not in text(app)
        assert "The file:" in text(app)
    note, file = sorted((tmp_path / "notes").iterdir(), key=lambda path: path.suffix, reverse=True)
    assert note.suffix == ".docx"
    assert giving.opened(file.read_bytes(), WORDS).id == sitting.session.id


async def test_a_group_is_not_given_whole(tmp_path: Path) -> None:
    sitting, made = company(Way.GROUP), world(tmp_path)
    app = Host(lambda: EndingScreen(made, sitting, to_bin=lambda _: None))
    async with app.run_test() as pilot:
        await settle(pilot)
        assert "Keep only the note" in text(app)
        assert "Give the" not in text(app)


async def test_only_the_note_is_kept_once_asked_and_the_session_lies_in_the_bin(
    tmp_path: Path,
) -> None:
    made = world(tmp_path)
    app = ReflectApp(made, tmp_path / "reports")
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        app.flow.start_session(company().session)
        await settle(pilot)
        sitting = app.flow.sitting
        assert sitting is not None
        await pilot.press("ctrl+r")
        await settle(pilot)
        await click_words(pilot, "Keep it, or give a copy")
        await settle(pilot)
        await click_words(pilot, "Keep only the note")
        await settle(pilot)
        assert "Backups made before" in text(app)
        assert not (tmp_path / "notes").exists()
        await click_words(pilot, "Keep only the note", last=True)
        await settle(pilot)
        assert app.flow.sitting is None
        assert "The session is in the bin." in text(app)
    assert [kept.id for kept in made.notebook().bin.sessions()] == [sitting.session.id]
    assert made.notebook().sessions() == []
    assert len(list((tmp_path / "notes").iterdir())) == 1


@pytest.mark.parametrize("size", SIZES)
async def test_a_session_that_was_given_is_found_and_taken_in(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    session = a_session(Way.ONE_TO_ONE)
    file = giving.write_into(tmp_path / "downloads", session, giving.make(session, WORDS))
    made = world(tmp_path)
    app = Host(lambda: TakingScreen(made))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await click_words(pilot, file.name)
        await pilot.press(*"another one", "enter")
        await settle(pilot)
        assert "That password doesn't open it." in text(app)
        for _ in "another one":
            await pilot.press("backspace")
        await pilot.press(*WORDS, "enter")
        await settle(pilot)
        assert "from the practitioner's notebook" in text(app)
        assert WORDS not in "".join(lines(app))
    assert made.notebook().load(session.id).brought == "the blue folder"
