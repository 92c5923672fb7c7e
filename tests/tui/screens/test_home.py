from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reflect_tui.errors import CannotRead
from reflect_tui.practice.exercise import Way
from reflect_tui.session.model import Ending, Session
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.screens.home import HomeScreen
from reflect_tui.tui.widgets.home_lines import WHAT_A_SESSION_IS
from reflect_tui.tui.widgets.line import Line
from reflect_tui.tui.world import World
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


class Home:
    """Home over a notebook of one's own, and what was asked of it."""

    def __init__(self, tmp_path: Path, *sessions: Session, **changes: object) -> None:
        self.asked: list[tuple[str, ...]] = []
        self.world: World = world(tmp_path, **changes)
        for session in sessions:
            self.world.notebook().save(session)
        self.app = Host(self._screen)

    def _screen(self) -> HomeScreen:
        return HomeScreen(
            self.world,
            begin=lambda: self.asked.append(("begin",)),
            alone=lambda: self.asked.append(("alone",)),
            open_session=lambda name: self.asked.append(("open", name)),
            read_session=lambda name: self.asked.append(("read", name)),
            all_sessions=lambda: self.asked.append(("all",)),
        )


def agreed(session: Session, what: str, who: str = "you", by: str = "Fri 27 Nov") -> Session:
    sitting = sit(session)
    sitting.add_action(what, who=who, by=by)
    return sitting.session


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_notebook_offers_two_lines_and_says_what_a_session_is(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    home = Home(tmp_path)
    async with home.app.run_test(size=size) as pilot:
        await settle(pilot)
        page = text(home.app)
        assert "What brings you here?" in page
        assert "Begin a session" in page
        assert "Fifteen minutes on your own" in page
        assert "Go on" not in page
        assert WHAT_A_SESSION_IS in page
        assert "Lately" not in page


@pytest.mark.parametrize(
    ("hour", "hello"), [(8, "Good morning."), (14, "Good afternoon."), (21, "Good evening.")]
)
async def test_the_greeting_goes_by_the_time_of_day(tmp_path: Path, hour: int, hello: str) -> None:
    home = Home(tmp_path, now=lambda: datetime(2026, 11, 23, hour, tzinfo=UTC))
    async with home.app.run_test() as pilot:
        await settle(pilot)
        assert f"{hello} What brings you here?" in text(home.app)


async def test_enter_begins_a_session_at_once(tmp_path: Path) -> None:
    home = Home(tmp_path)
    async with home.app.run_test() as pilot:
        await pilot.press("enter")
        await settle(pilot)
    assert home.asked == [("begin",)]


async def test_the_session_put_down_last_is_offered_second(tmp_path: Path) -> None:
    older = a_session(brought="winter", began=NOW - timedelta(days=7))
    newer = a_session(brought="the blue folder", began=NOW - timedelta(minutes=9))
    home = Home(tmp_path, older, newer)
    async with home.app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        page = text(home.app)
        assert "Go on with “the blue folder”" in page
        assert "What if they were someone else? · put down at 14:03" in page
        await pilot.press("down", "enter")
    assert home.asked == [("open", newer.id)]


async def test_fifteen_minutes_are_a_click_away(tmp_path: Path) -> None:
    home = Home(tmp_path)
    async with home.app.run_test() as pilot:
        await settle(pilot)
        await click_words(pilot, "Fifteen minutes on your own")
    assert home.asked == [("alone",)]


async def test_what_was_agreed_stands_there_until_a_session_comes_back_to_it(
    tmp_path: Path,
) -> None:
    first = agreed(a_session(began=NOW - timedelta(days=14)), "Ask how they name their heritage")
    home = Home(tmp_path, first)
    async with home.app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        page = text(home.app)
        assert "Agreed, and not yet back to" in page
        assert "Ask how they name their heritage" in page
        assert "you, by Fri 27 Nov" in page
        later = a_session(began=NOW).model_copy(
            update={
                "thread": first.thread,
                "follows": first.id,
                "endings": (Ending(action=first.actions[0].id, became="done"),),
            }
        )
        home.world.notebook().save(later)
        home.app.push_screen(Frame(home.world))  # away, and back
        await pilot.pause()
        home.app.pop_screen()
        await settle(pilot)
        assert "Ask how they name their heritage" not in text(home.app)


async def test_a_date_that_has_passed_looks_like_any_other(tmp_path: Path) -> None:
    past = agreed(a_session(brought="a"), "One", by="Mon 2 Nov")
    coming = agreed(a_session(brought="b"), "Two", by="Fri 27 Nov")
    home = Home(tmp_path, past, coming)
    async with home.app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        styles = {
            str(line._quiet.spans) + str(line._words.spans)
            for line in home.app.screen.query(Line)
            if line.has_class("-read")
        }
        assert len(styles) == 1
        assert "overdue" not in text(home.app).casefold()


async def test_choosing_an_agreed_action_reads_its_session(tmp_path: Path) -> None:
    session = agreed(a_session(), "Ask how they name their heritage")
    home = Home(tmp_path, session)
    async with home.app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await click_words(pilot, "Ask how they name")
    assert home.asked == [("read", session.id)]


async def test_lately_lists_the_newest_and_leads_to_all(tmp_path: Path) -> None:
    kept = [a_session(Way.GROUP, f"folder {n}", began=NOW - timedelta(days=n)) for n in range(9)]
    home = Home(tmp_path, *kept)
    async with home.app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        page = text(home.app)
        assert "23 Nov group folder 0" in page
        assert "folder 5" in page
        assert "folder 6" not in page
        await click_words(pilot, "folder 3")
        await click_words(pilot, "All sessions")
    assert home.asked == [("open", kept[3].id), ("all",)]


async def test_a_session_that_cannot_be_opened_stands_there_with_the_reason_and_leads_on(
    tmp_path: Path,
) -> None:
    home = Home(tmp_path, a_session())
    (tmp_path / "notebook" / "sessions" / "aaaaaaaaaaaaaaaa.json").write_text("{", "utf-8")
    async with home.app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        assert "broken off or written over" in text(home.app)
        await click_words(pilot, "broken off")
        await settle(pilot)
    assert home.asked == [("open", "aaaaaaaaaaaaaaaa")]


async def test_a_notebook_that_cannot_be_opened_says_why(tmp_path: Path) -> None:
    def refuse() -> object:
        raise CannotRead("This folder cannot be read now", where="/notebook", do="Try again.")

    home = Home(tmp_path, make_notebook=refuse)
    async with home.app.run_test() as pilot:
        await settle(pilot)
        assert "Your notebook cannot be opened now." in text(home.app)
        assert "This folder cannot be read now" in text(home.app)
        assert "Begin a session" in text(home.app)


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_names_are_drawn_and_do_nothing(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    home = Home(tmp_path, agreed(a_session(brought=HOSTILE), HOSTILE, who=HOSTILE, by=HOSTILE))
    async with home.app.run_test(size=size) as pilot:
        await settle(pilot)
        page = "".join(lines(home.app))
        assert "[@click=app.quit]x[/]" in page
        assert "\x1b" not in page
        assert "\u202e" not in page
        await click_words(pilot, "[@click=app.quit]x")
        assert home.app.is_running
    assert home.asked[0][0] == "open"


async def test_escape_stays_and_says_how_to_leave(tmp_path: Path) -> None:
    home = Home(tmp_path)
    async with home.app.run_test(notifications=True) as pilot:
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(home.app.screen, HomeScreen)
        assert "Ctrl+Q leaves" in text(home.app)


async def test_how_to_leave_is_said_for_a_moment_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reflect_tui.tui.screens.home._SAID", 0.05)
    home = Home(tmp_path)
    async with home.app.run_test() as pilot:
        await pilot.press("escape")
        await pilot.pause(0.3)
        assert "Ctrl+Q leaves." not in text(home.app)


async def test_arrows_alone_walk_through_all_of_it(tmp_path: Path) -> None:
    home = Home(tmp_path, agreed(a_session(), "Ask"))
    async with home.app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        seen = []
        for _ in range(12):
            focused = home.app.screen.focused
            if isinstance(focused, Line):
                seen.append(focused.id or focused.key)
            await pilot.press("down")
        assert len(seen) >= 6
        assert "all-sessions" in seen


def test_the_first_screen_imports_nothing_heavy() -> None:
    code = (
        "import sys, reflect_tui.tui.screens.home\n"
        "heavy = {'pydantic', 'tinydb', 'yaml', 'markdown_it'}\n"
        "print(*sorted(heavy & {name.split('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
