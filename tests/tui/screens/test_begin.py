from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from reflect_tui.practice.exercise import Service, Way
from reflect_tui.practice.shelf import Place, Shelf
from reflect_tui.session.model import Session
from reflect_tui.settings import Settings
from reflect_tui.tui.beginning import Start
from reflect_tui.tui.screens.begin import BeginScreen
from reflect_tui.tui.widgets.entry import Entry
from reflect_tui.tui.widgets.exercise_choice import ExerciseChoice
from reflect_tui.tui.widgets.line import Line
from reflect_tui.tui.widgets.pick import Pick
from tests.tui.screens.host import (
    HOSTILE,
    NOW,
    SIZES,
    Host,
    a_session,
    click_words,
    lines,
    settle,
    shelf,
    text,
    world,
)

SHORT = Start("counterfactual", Way.SOLO, Service.CHILDREN, short=True)
LARGE = (120, 60)
"""Everything in sight without scrolling."""


class Begin:
    """The page, and the sessions that were begun on it."""

    def __init__(
        self,
        tmp_path: Path,
        *earlier: Session,
        chosen: Start | None = None,
        **changes: object,
    ) -> None:
        self.begun: list[Session] = []
        self.world = world(tmp_path, **changes)
        for session in earlier:
            self.world.notebook().save(session)
        self.app = Host(lambda: BeginScreen(self.world, start=self.begun.append, chosen=chosen))


def names(session: Session) -> list[str]:
    return [kept.id for kept in session.exercises]


@pytest.mark.parametrize("size", SIZES)
async def test_start_alone_begins_a_sensible_session(tmp_path: Path, size: tuple[int, int]) -> None:
    begin = Begin(tmp_path)
    async with begin.app.run_test(size=size) as pilot:
        await settle(pilot)
        await click_words(pilot, "Start")
    (session,) = begin.begun
    assert session.way is Way.ONE_TO_ONE
    assert session.whose == "practitioner"
    assert names(session) == ["opening", "counterfactual", "closing"]
    assert [person.role for person in session.people] == ["practitioner", "supervisor"]
    assert session.left_at is not None


async def test_a_session_is_begun_with_the_keyboard_alone(tmp_path: Path) -> None:
    begin = Begin(tmp_path)
    async with begin.app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        # on your own; adults; the name; the exercise's short form
        await pilot.press("right", "right", "enter")
        await pilot.press("right", "down")
        await pilot.press(*"the blue folder".replace(" ", "_").split("_")[0], "space", *"blue")
        await pilot.press("down")
        while not isinstance(begin.app.screen.focused, Pick):
            await pilot.press("down")
        await pilot.press("right")
        await pilot.press("ctrl+n")
        await settle(pilot)
    (session,) = begin.begun
    assert session.way is Way.SOLO
    assert session.service is Service.ADULTS
    assert session.brought == "the blue"
    assert all(kept.short for kept in session.exercises)


async def test_a_session_is_begun_with_the_mouse_alone(tmp_path: Path) -> None:
    begin = Begin(tmp_path)
    async with begin.app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        await click_words(pilot, "Group")
        await click_words(pilot, "The facilitator's")
        await click_words(pilot, "Adults'")
        await click_words(pilot, "Social GGRRAAACCEEESSS")
        await click_words(pilot, "● What if they were someone else?")
        await click_words(pilot, "Start")
    (session,) = begin.begun
    assert session.way is Way.GROUP
    assert session.whose == "facilitator"
    assert session.service is Service.ADULTS
    assert names(session) == ["opening", "graces", "closing"]


async def test_what_was_chosen_in_the_library_is_set_up_already(tmp_path: Path) -> None:
    begin = Begin(tmp_path, chosen=SHORT)
    async with begin.app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        assert "About 15 minutes" in text(begin.app)
        await pilot.press("ctrl+n")
        await settle(pilot)
    (session,) = begin.begun
    assert session.way is Way.SOLO
    assert all(kept.short for kept in session.exercises)


@pytest.mark.parametrize("size", SIZES)
async def test_the_exercise_one_is_at_says_what_it_is_for_under_what_it_serves(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    begin = Begin(tmp_path)
    async with begin.app.run_test(size=size) as pilot:
        await settle(pilot)
        choices = list(begin.app.screen.query(ExerciseChoice))
        talking = next(kept for kept in choices if kept.exercise.id == "talking")
        talking.query_one(Line).focus()
        await settle(pilot)
        page = text(begin.app)
        assert "Working with people" in page
        assert "Open the conversation" in page
        assert "Fifteen parts of who we are" not in page
        # Pressing the button moves nothing, so that it comes up over the same line.
        there = next(kept for kept in choices if kept.exercise.id == "graces").query_one(Line)
        await pilot.mouse_down(there)
        await settle(pilot)
        assert "Open the conversation" in text(begin.app)
        await click_words(pilot, "○ Social GGRRAAACCEEESSS")
        assert [kept.exercise.id for kept in choices if kept.chosen and kept.display] == [
            "graces",
            "counterfactual",
        ]
        assert "Open the conversation" not in text(begin.app)


async def test_what_was_chosen_in_the_library_is_chosen_here(tmp_path: Path) -> None:
    chosen = Start("expectations", Way.GROUP, Service.ADULTS, short=True)
    begin = Begin(
        tmp_path, chosen=chosen, settings=Settings(introduced=True, services=("children",))
    )
    async with begin.app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        assert "Which service?" in text(begin.app)
        await pilot.press("ctrl+n")
        await settle(pilot)
    (session,) = begin.begun
    assert (session.way, session.service) == (Way.GROUP, Service.ADULTS)
    assert names(session) == ["opening", "expectations", "closing"]
    assert all(kept.short for kept in session.exercises)


async def test_nobody_is_asked_whose_notebook_it_is_when_alone(tmp_path: Path) -> None:
    begin = Begin(tmp_path, chosen=SHORT)
    async with begin.app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        assert "Whose notebook" not in text(begin.app)
        await click_words(pilot, "One-to-one")
        assert "Whose notebook" in text(begin.app)


async def test_the_service_is_only_asked_of_those_who_work_with_both(tmp_path: Path) -> None:
    begin = Begin(tmp_path, settings=Settings(introduced=True, services=("adults",)))
    async with begin.app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        page = text(begin.app)
        assert "Which service?" not in page
        assert "Expectations of how adults live" in page
        assert "Parenting expectations" not in page
        await pilot.press("ctrl+n")
        await settle(pilot)
    assert begin.begun[0].service is Service.ADULTS


async def test_the_running_order_follows_what_is_chosen(tmp_path: Path) -> None:
    begin = Begin(tmp_path)
    async with begin.app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        page = text(begin.app)
        assert "Arrive 12 min" in page
        assert "What if they were someone else? 25 min" in page
        assert "Catch the talk" in page
        await click_words(pilot, "the short form, 10 min")
        await settle(pilot)
        page = text(begin.app)
        assert "What if they were someone else? 10 min" in page
        assert "What we know" not in page
        assert "Arrive 2 min" in page


async def test_in_company_earlier_sessions_are_only_shown_when_somebody_asks(
    tmp_path: Path,
) -> None:
    before = NOW - timedelta(days=7)
    joint = a_session(Way.ONE_TO_ONE, "winter", began=before)
    begin = Begin(tmp_path, joint, a_session(Way.SOLO, "the red book", began=before))
    async with begin.app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        assert "winter" not in text(begin.app)
        await click_words(pilot, "Show earlier sessions")
        page = text(begin.app)
        assert "○ winter" in page
        assert "16 Nov" not in page  # code names and nothing else
        assert "the red book" not in page  # what was done alone is nobody else's to see


async def test_alone_earlier_sessions_stand_there_and_the_name_is_taken_over(
    tmp_path: Path,
) -> None:
    earlier = a_session(brought="winter", began=NOW - timedelta(days=7))
    begin = Begin(tmp_path, earlier, chosen=SHORT)
    async with begin.app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        await click_words(pilot, "winter, 16 Nov")
        assert begin.app.screen.query_one(Entry).line == "winter"
        await click_words(pilot, "Start")
    (session,) = begin.begun
    assert session.follows == earlier.id
    assert session.thread == earlier.thread
    assert session.brought == "winter"


async def test_a_name_somebody_wrote_is_never_replaced(tmp_path: Path) -> None:
    earlier = a_session(brought="winter", began=NOW - timedelta(days=7))
    begin = Begin(tmp_path, earlier, chosen=SHORT)
    async with begin.app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        begin.app.screen.query_one(Entry).focus()
        await pilot.press(*"spring")
        await click_words(pilot, "winter, 16 Nov")
        assert begin.app.screen.query_one(Entry).line == "spring"


async def test_walking_past_the_earlier_sessions_with_down_chooses_none(tmp_path: Path) -> None:
    kept = [a_session(brought=f"f{n}", began=NOW - timedelta(days=n)) for n in range(3)]
    begin = Begin(tmp_path, *kept, chosen=SHORT)
    async with begin.app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        begin.app.screen.query_one("#follows").focus()
        await pilot.press("down", "down", "down", "down")
        assert isinstance(begin.app.screen.focused, Entry)
        assert begin.app.screen.query_one("#follows", Pick).taken == "nothing"
        await pilot.press("up", "enter")
        assert begin.app.screen.query_one("#follows", Pick).taken == kept[2].id


async def test_an_exercise_with_a_problem_is_not_offered_and_its_line_is_said(
    tmp_path: Path,
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "broken[b].md").write_text("---\nexercise: mine\n---\n", encoding="utf-8")
    shipped = Place(Path(shelf().exercises()[0].file).parent.parent, "shipped")
    made = Shelf.open([shipped, Place(own, "your own")])
    begin = Begin(tmp_path, make_shelf=lambda: made)
    async with begin.app.run_test(size=(120, 70)) as pilot:
        await settle(pilot)
        page = "".join(lines(begin.app)).replace(" ", "")
        assert "Notoffered:" in page
        assert "broken[b].md:1" in page


@pytest.mark.parametrize("size", SIZES)
async def test_a_hostile_name_is_kept_as_words(tmp_path: Path, size: tuple[int, int]) -> None:
    earlier = a_session(brought=HOSTILE, began=NOW - timedelta(days=7))
    begin = Begin(tmp_path, earlier, chosen=SHORT)
    async with begin.app.run_test(size=size) as pilot:
        await settle(pilot)
        page = "".join(lines(begin.app))
        assert "[@click=app.quit]x[/]" in page
        assert "\x1b" not in page
        await click_words(pilot, "[@click=app.quit]x")
        assert begin.app.is_running
        await pilot.press("ctrl+n")
        await settle(pilot)
    assert begin.begun[0].follows == earlier.id


async def test_a_pasted_name_becomes_one_line_and_nothing_of_it_acts(tmp_path: Path) -> None:
    begin = Begin(tmp_path)
    async with begin.app.run_test() as pilot:
        await settle(pilot)
        entry = begin.app.screen.query_one(Entry)
        entry.focus()
        entry._take("the blue\nfolder \x1b]0;x\x07\u202e")
        await pilot.pause()
        assert entry.line == "the blue folder ]0;x"


async def test_escape_begins_nothing(tmp_path: Path) -> None:
    begin = Begin(tmp_path)
    async with begin.app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(begin.app.screen, BeginScreen)
    assert begin.begun == []
