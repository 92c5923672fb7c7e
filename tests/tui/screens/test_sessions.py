from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from reflect_tui.practice.exercise import Kind
from reflect_tui.session.model import Session
from reflect_tui.session.values import Text
from reflect_tui.tui.screens.reading import ReadingScreen
from reflect_tui.tui.screens.sessions import SessionRows, SessionsScreen
from tests.tui.screens.host import (
    HOSTILE,
    NOW,
    SIZES,
    Host,
    a_session,
    click_words,
    lines,
    settle,
    sit,
    text,
    world,
)


class Sessions:
    """The list over a notebook of one's own, and what was asked of it."""

    def __init__(self, tmp_path: Path, *sessions: Session) -> None:
        self.asked: list[tuple[str, str]] = []
        self.world = world(tmp_path)
        for session in sessions:
            self.world.notebook().save(session)
        self.app = Host(
            lambda: SessionsScreen(
                self.world,
                open_session=lambda name: self.asked.append(("open", name)),
                read_session=lambda name: self.asked.append(("read", name)),
                note_of=lambda name: self.asked.append(("note", name)),
            )
        )


def three() -> list[Session]:
    return [a_session(brought=f"folder {n}", began=NOW - timedelta(days=n)) for n in range(3)]


@pytest.mark.parametrize("size", SIZES)
async def test_sessions_stand_newest_first_and_enter_goes_on(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    kept = three()
    sessions = Sessions(tmp_path, *reversed(kept))
    async with sessions.app.run_test(size=size) as pilot:
        await settle(pilot)
        page = text(sessions.app)
        assert page.index("folder 0") < page.index("folder 1") < page.index("folder 2")
        await pilot.press("down", "enter")
        await pilot.pause()
    assert sessions.asked == [("open", kept[1].id)]


async def test_keys_read_it_and_show_its_note(tmp_path: Path) -> None:
    kept = three()
    sessions = Sessions(tmp_path, *kept)
    async with sessions.app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("r", "down", "n")
    assert sessions.asked == [("read", kept[0].id), ("note", kept[1].id)]


async def test_with_the_mouse_one_is_marked_and_then_something_done_with_it(
    tmp_path: Path,
) -> None:
    kept = three()
    sessions = Sessions(tmp_path, *kept)
    async with sessions.app.run_test() as pilot:
        await settle(pilot)
        await click_words(pilot, "folder 2")
        assert sessions.asked == []
        await click_words(pilot, "Read it")
        await click_words(pilot, "Its note")
        await click_words(pilot, "folder 1", times=2)
    assert sessions.asked == [("read", kept[2].id), ("note", kept[2].id), ("open", kept[1].id)]


async def test_a_session_that_cannot_be_opened_says_why_and_leads_to_what_can_be_done(
    tmp_path: Path,
) -> None:
    sessions = Sessions(tmp_path)
    (tmp_path / "notebook" / "sessions" / "aaaaaaaaaaaaaaaa.json").write_text("", "utf-8")
    async with sessions.app.run_test(notifications=True) as pilot:
        await settle(pilot)
        assert "This session's file is empty" in text(sessions.app)
        await pilot.press("r")
        await settle(pilot)
        assert "aaaaaaaaaaaaaaaa" in text(sessions.app)
        assert sessions.asked == []
        await pilot.press("enter")
        await settle(pilot)
    assert sessions.asked == [("open", "aaaaaaaaaaaaaaaa")]


async def test_an_empty_notebook_says_so_and_only_leads_back(tmp_path: Path) -> None:
    sessions = Sessions(tmp_path)
    async with sessions.app.run_test() as pilot:
        await settle(pilot)
        page = text(sessions.app)
        assert "There are no sessions yet." in page
        assert "Go on with it" not in page
        await click_words(pilot, "Back")
        assert not isinstance(sessions.app.screen, SessionsScreen)


async def test_hostile_names_are_drawn_and_do_nothing(tmp_path: Path) -> None:
    sessions = Sessions(tmp_path, a_session(brought=HOSTILE))
    async with sessions.app.run_test() as pilot:
        await settle(pilot)
        page = "".join(lines(sessions.app))
        assert "[@click=app.quit]x[/]" in page
        assert "\x1b" not in page
        await click_words(pilot, "[@click=app.quit]")
        assert sessions.app.is_running


async def test_only_rows_in_sight_are_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sessions = Sessions(tmp_path, *three())
    kept = sessions.world.notebook().sessions()
    made: set[int] = set()
    original = SessionRows.__getitem__

    def counted(rows: SessionRows, index: int) -> object:
        made.add(index)
        return original(rows, index)

    monkeypatch.setattr(SessionRows, "__getitem__", counted)
    monkeypatch.setattr(type(sessions.world.notebook()), "sessions", lambda notebook: kept * 3_000)
    async with sessions.app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("end")
        await pilot.pause()
        assert 8_999 in made
        assert len(made) < 100


def written() -> Session:
    """A session with something in it."""
    sitting = sit(a_session())
    page = next(p for p in sitting.course.pages(sitting.session) if p.stage.id == "talk")
    prompt = next(p for p in page.prompts if p.kind is Kind.TEXT)
    sitting.write(page.address(prompt), Text(text=f"quite mature {HOSTILE}"))
    return sitting.session


@pytest.mark.parametrize("size", SIZES)
async def test_a_session_is_read_with_its_questions(tmp_path: Path, size: tuple[int, int]) -> None:
    asked: list[tuple[str, str]] = []
    session = written()
    app = Host(
        lambda: ReadingScreen(
            world(tmp_path),
            session,
            go_on=lambda name: asked.append(("open", name)),
            note_of=lambda name: asked.append(("note", name)),
        )
    )
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        page = text(app)
        assert session.responses[0].asked in page
        assert "quite mature [@click=app.quit]x[/]" in page
        assert "\x1b" not in "".join(lines(app))
        await click_words(pilot, "[@click=app.quit]")
        await click_words(pilot, "Go on with it")
        await click_words(pilot, "The note")
        await pilot.press("ctrl+n", "ctrl+r")
        assert app.is_running
    assert asked == [("open", session.id), ("note", session.id)] * 2
