"""Every exercise is walked to its end on the screens, and no screen says how far anybody is."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from reflect_tui.practice.exercise import Service, Way
from reflect_tui.session.model import Session
from reflect_tui.tui.app import ReflectApp
from reflect_tui.tui.screens.note import NoteScreen
from reflect_tui.tui.widgets.board import Board
from reflect_tui.tui.widgets.editor import Editor
from reflect_tui.tui.widgets.fields.marks import Marks
from tests.support.everything import COURSES, PROGRESS, session_over_everything
from tests.tui.screens.host import a_session, settle, text, world

_TALL = (100, 60)
"""A window in which nearly every page is in sight as a whole."""
_ELSEWHERE = ("ctrl+g", "ctrl+r", "ctrl+p", "f5", "ctrl+t", "f1")
"""What else is looked at from a page: steps, note, everything, standard, risk, help."""
_ANSWER: dict[type, str] = {Editor: "a", Marks: "enter", Board: "1"}
"""What somebody presses where they are, to leave something written on the page."""


def _session(app: ReflectApp) -> Session:
    assert app.flow.sitting is not None
    return app.flow.sitting.session


async def _walk(app: ReflectApp, pilot: Pilot[None]) -> None:
    """Write or choose on every page, from the first to the note, reading every screen."""
    seen: set[str] = set()
    for _ in range(400):
        if isinstance(app.screen, NoteScreen):
            break
        seen.add(str(_session(app).left_at))
        for kind, key in _ANSWER.items():
            if isinstance(app.focused, kind):
                await pilot.press(key)
                await pilot.pause()
        assert PROGRESS.findall(text(app)) == []
        await pilot.press("ctrl+n")
        await pilot.pause()
        await app.screen.at_rest()  # type: ignore[attr-defined]  # the session's screen, or the note
    assert isinstance(app.screen, NoteScreen)
    assert PROGRESS.findall(text(app)) == []
    assert app.flow.sitting is not None
    pages = app.flow.sitting.course.pages(_session(app))
    assert {str(page.place) for page in pages} - seen == set()
    written = {response.prompt.place for response in _session(app).responses}
    assert len(written) > len(pages) // 2


@pytest.mark.slow
@pytest.mark.parametrize(("way", "service", "short"), COURSES)
async def test_it_is_walked_to_its_end(
    tmp_path: Path, way: Way, service: Service, short: bool
) -> None:
    made = world(tmp_path)
    session = session_over_everything(way, service, short=short)
    made.notebook().save(session)
    app = ReflectApp(made, tmp_path / "reports")
    async with app.run_test(size=_TALL) as pilot:
        app.flow.open(session.id)
        await settle(pilot)
        await _walk(app, pilot)


async def test_no_screen_of_a_walked_session_says_how_far_anybody_is(tmp_path: Path) -> None:
    made = world(tmp_path)
    session = a_session(Way.ONE_TO_ONE, exercises=("graces",))
    made.notebook().save(session)
    app = ReflectApp(made, tmp_path / "reports")
    async with app.run_test(size=_TALL) as pilot:
        app.flow.open(session.id)
        await settle(pilot)
        await _walk(app, pilot)
        app.flow.open(session.id)
        await settle(pilot)
        for key in _ELSEWHERE:
            await pilot.press(key)
            await settle(pilot)
            assert PROGRESS.findall(text(app)) == [], key
            await pilot.press("escape")
            await settle(pilot)
        app.flow.home()
        for go in (lambda: None, app.flow.sessions, app.flow.begin, app.flow.looking.library):
            go()
            await settle(pilot)
            assert PROGRESS.findall(text(app)) == [], go


def test_what_would_say_how_far_somebody_is_is_known_when_it_is_seen() -> None:
    for words in ("3 of 15", "20 %", "40% done", "2 done", "5 complete", "3/15"):
        assert PROGRESS.search(words), words
    for words in ("What have you done today", "standard 5.13", "kept 14:03", "23 Nov", "1.8, 1.9"):
        assert not PROGRESS.search(words), words
