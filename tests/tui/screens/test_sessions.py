from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from textual.screen import Screen

from reflect_tui.notebook.search import Found, Hits, Search
from reflect_tui.notebook.summary import Summary
from reflect_tui.practice.exercise import Kind, Way
from reflect_tui.session.model import Session
from reflect_tui.session.values import Text
from reflect_tui.tui.screens.reading import ReadingScreen
from reflect_tui.tui.screens.sessions import SessionsScreen
from reflect_tui.tui.session_rows import FoundRows
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
                earlier_of=lambda name: self.asked.append(("earlier", name)),
            )
        )


def three() -> list[Session]:
    return [a_session(brought=f"folder {n}", began=NOW - timedelta(days=n)) for n in range(3)]


@pytest.mark.parametrize("size", SIZES)
async def test_sessions_stand_newest_first_and_enter_reads_one(
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
    assert sessions.asked == [("read", kept[1].id)]


async def test_keys_do_in_the_list_what_the_buttons_do_and_some_from_the_line_too(
    tmp_path: Path,
) -> None:
    kept = three()
    sessions = Sessions(tmp_path, *kept)
    async with sessions.app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("down", "ctrl+n", "ctrl+r", "tab", "tab", "r", "down", "n", "e")
    (one, two) = (kept[1].id, kept[2].id)
    assert sessions.asked == [
        ("open", one),
        ("note", one),
        ("read", one),
        ("note", two),
        ("earlier", two),
    ]


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
        await click_words(pilot, "Go on with it")
        await click_words(pilot, "folder 1", times=2)
    two = kept[2].id
    assert sessions.asked == [("read", two), ("note", two), ("open", two), ("read", kept[1].id)]


async def test_a_session_that_cannot_be_opened_says_why_and_leads_to_what_can_be_done(
    tmp_path: Path,
) -> None:
    sessions = Sessions(tmp_path)
    (tmp_path / "notebook" / "sessions" / "aaaaaaaaaaaaaaaa.json").write_text("", "utf-8")
    async with sessions.app.run_test(notifications=True) as pilot:
        await settle(pilot)
        assert "This session's file is empty" in text(sessions.app)
        await click_words(pilot, "Its note")
        await settle(pilot)
        assert "aaaaaaaaaaaaaaaa" in text(sessions.app)
        assert sessions.asked == []
        await pilot.press("ctrl+f", "enter")
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
    sessions = Sessions(tmp_path)
    found = [Found(Summary(str(n), NOW, NOW), "a heron", "", "a heron") for n in range(9_000)]
    made: set[int] = set()
    original = FoundRows._make
    monkeypatch.setattr(FoundRows, "_make", lambda rows, n: (made.add(n), original(rows, n))[1])
    monkeypatch.setattr(Search, "find", lambda *_: iter([Hits(found, whole=True)]))
    async with sessions.app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"heron")
        await settle(pilot)
        await pilot.press("tab", "tab", "end")
        await pilot.pause()
        assert 2 * 9_000 - 1 in made
        assert len(made) < 100


# -- narrowing the list --------------------------------------------------------------------------


def said_in(session: Session, words: str) -> Session:
    """A session with some words in an answer."""
    sitting = sit(session)
    page = next(p for p in sitting.course.pages(sitting.session) if p.stage.id == "talk")
    prompt = next(p for p in page.prompts if p.kind is Kind.TEXT)
    sitting.write(page.address(prompt), Text(text=words))
    return sitting.session


def some() -> list[Session]:
    """One-to-one, what follows on from it, and one on one's own; newest first."""
    first = a_session(Way.ONE_TO_ONE, "the blue folder", began=NOW - timedelta(days=20))
    second = a_session(Way.ONE_TO_ONE, "the blue folder", began=NOW - timedelta(days=9))
    follows = {"thread": first.id, "follows": first.id}
    return [
        said_in(a_session(brought="winter"), f"A line\nabout Zoë and the heron {HOSTILE}"),
        second.model_copy(update=follows),
        first,
    ]


@pytest.mark.parametrize("size", SIZES)
async def test_typing_leaves_what_has_the_words_with_the_words_round_them(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    kept = some()
    sessions = Sessions(tmp_path, *kept)
    async with sessions.app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press(*"her ZOE")
        await settle(pilot)
        page = "".join(lines(sessions.app))
        assert "winter" in page
        assert "Zoë and the heron [@click=app.quit]x[/]" in page
        assert "\x1b" not in page
        assert "blue folder" not in page
        await pilot.press("enter", "ctrl+a", *"blue", "down", "enter")
        await settle(pilot)
        assert "winter" not in text(sessions.app)
        await pilot.press(*" nobody")
        await settle(pilot)
        assert "Nothing is found." in text(sessions.app)
        assert "Read it" not in text(sessions.app)
        await pilot.press("enter")
    assert sessions.asked == [("read", kept[0].id), ("read", kept[2].id)]


async def test_by_way_of_working_by_mouse(tmp_path: Path) -> None:
    sessions = Sessions(tmp_path, *some())
    async with sessions.app.run_test() as pilot:
        await settle(pilot)
        await click_words(pilot, "○ On your own")
        await settle(pilot)
        assert "winter" in text(sessions.app)
        assert "blue folder" not in text(sessions.app)
        await click_words(pilot, "○ Group")
        await settle(pilot)
        assert "Nothing is found." in text(sessions.app)


async def test_what_follows_on_from_each_other_stands_alone_until_all_are_asked_for(
    tmp_path: Path,
) -> None:
    sessions = Sessions(tmp_path, *some())
    async with sessions.app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"blue")
        await settle(pilot)
        await click_words(pilot, "What follows on")
        await settle(pilot)
        page = text(sessions.app)
        assert page.index("3 Nov") < page.index("14 Nov") < page.index("follows on from 3 Nov")
        assert "winter" not in page
        await pilot.press("escape")
        await settle(pilot)
        assert "winter" in text(sessions.app)
        await pilot.press("tab", "tab", "f")
        await settle(pilot)
        assert "Nothing follows on from it" in text(sessions.app)
        await click_words(pilot, "Show all sessions")
        await settle(pilot)
        assert "blue folder" in text(sessions.app)


async def test_one_stays_where_one_is_when_the_notebook_is_read_again(tmp_path: Path) -> None:
    kept = three()
    sessions = Sessions(tmp_path, *kept)
    async with sessions.app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("down")
        sessions.app.push_screen(Screen())
        await settle(pilot)
        sessions.world.notebook().save(a_session(brought="newer", began=NOW + timedelta(days=1)))
        sessions.app.pop_screen()
        await settle(pilot)
        assert "newer" in text(sessions.app)
        await pilot.press("enter")
    assert sessions.asked == [("read", kept[1].id)]


async def test_what_was_read_goes_with_the_screen(tmp_path: Path) -> None:
    sessions = Sessions(tmp_path, *three())
    async with sessions.app.run_test() as pilot:
        await settle(pilot)
        screen = sessions.app.screen
        assert isinstance(screen, SessionsScreen)
        assert screen._searching.held == 3
        await pilot.press("escape")
        await settle(pilot)
        assert screen._searching.held == 0
        assert screen._drawn[1].found == []


@pytest.mark.parametrize("size", SIZES)
async def test_a_session_is_read_with_its_questions(tmp_path: Path, size: tuple[int, int]) -> None:
    asked: list[tuple[str, str]] = []
    session = said_in(a_session(), f"quite mature {HOSTILE}")
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
