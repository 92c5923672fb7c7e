"""Earlier states, a session that can't be read, and the bin: by keys and by clicks."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from reflect_tui.notebook.notebook import Notebook
from reflect_tui.session.model import Session
from reflect_tui.session.sitting import Sitting
from reflect_tui.session.values import Line
from reflect_tui.tui.app import ReflectApp
from reflect_tui.tui.screens.ask import AskScreen
from reflect_tui.tui.screens.bin import BinScreen
from reflect_tui.tui.screens.earlier import EarlierScreen
from reflect_tui.tui.screens.home import HomeScreen
from reflect_tui.tui.screens.mending import MendingScreen
from reflect_tui.tui.screens.session import SessionScreen
from tests.tui.screens.host import SIZES, a_session, click_words, settle, text, world

WORDS = "She laughed, and said nobody had asked."
NAME = "the blue folder"


class Desk:
    """A notebook with one session whose first answer was written, then written over."""

    def __init__(self, tmp_path: Path) -> None:
        self.top = tmp_path / "notebook"
        made = world(tmp_path)
        first = made.notebook()
        sitting = Sitting(first.save(a_session(brought=NAME)), lambda _: None)
        here = sitting.here
        assert here is not None
        self.address = here.address(here.prompts[0])
        sitting.write(self.address, Line(text=WORDS))
        self.id = first.save(sitting.session).id
        self.app = ReflectApp(made, tmp_path / "reports")

    def wipe(self) -> None:
        """Open it anew and take the answer away, as somebody does by mistake."""
        notebook = Notebook.open(self.top)
        sitting = Sitting(notebook.load(self.id), lambda _: None)
        sitting.clear(self.address)
        notebook.save(sitting.session)

    def break_it(self) -> bytes:
        """Write over its file; what stands there then."""
        path = self.top / "sessions" / f"{self.id}.json"
        path.write_bytes(path.read_bytes()[:300])
        return path.read_bytes()

    @property
    def session(self) -> Session:
        """As it is on the disk."""
        return Notebook.open(self.top).load(self.id)

    @property
    def written(self) -> str:
        """What the answer says on the disk."""
        response = self.session.response(self.address)
        return response.value.text if response and isinstance(response.value, Line) else ""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


async def by_name(pilot: Pilot[None], words: str) -> None:
    """Do something from the list of everything."""
    await pilot.press("ctrl+p")
    await settle(pilot)
    await pilot.press(*words, "enter")
    await settle(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_a_wiped_answer_is_brought_back_by_keys(desk: Desk, size: tuple[int, int]) -> None:
    desk.wipe()
    async with desk.app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        await by_name(pilot, "earlier states")
        assert isinstance(desk.app.screen, EarlierScreen)
        assert WORDS in text(desk.app)
        await pilot.press("enter", "enter")
        await settle(pilot)
        assert "Everything that stood here then stands here now" in text(desk.app)
        await pilot.press("escape")
        await settle(pilot)
        assert WORDS in text(desk.app)
        await pilot.press("escape")
        await settle(pilot)
    assert desk.written == WORDS


async def test_and_by_the_mouse_alone_from_the_list(desk: Desk) -> None:
    desk.wipe()
    async with desk.app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await click_words(pilot, "All sessions")
        await settle(pilot)
        await click_words(pilot, "Earlier states")
        await settle(pilot)
        await click_words(pilot, "Bring it back")
        await settle(pilot)
        await click_words(pilot, "Back")
        await settle(pilot)
        assert isinstance(desk.app.screen, SessionScreen)
        await pilot.press("escape")
        await settle(pilot)
    assert desk.written == WORDS


async def test_one_that_was_only_just_begun_has_none_and_says_so(tmp_path: Path) -> None:
    made = world(tmp_path)
    made.notebook().save(a_session(brought=NAME))
    app = ReflectApp(made, tmp_path / "reports")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        await by_name(pilot, "earlier states")
        assert "There is no earlier state yet" in text(app)


async def test_a_session_that_cannot_be_read_is_mended_from_home(desk: Desk) -> None:
    desk.wipe()
    broken = desk.break_it()
    async with desk.app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await click_words(pilot, "broken off")
        await settle(pilot)
        assert isinstance(desk.app.screen, MendingScreen)
        page = text(desk.app)
        assert "newest earlier state that can be read" in page
        assert "Put it back" in page
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(desk.app.screen, SessionScreen)
        assert WORDS in text(desk.app)
    assert desk.written == WORDS
    assert broken in [path.read_bytes() for path in (desk.top / "damaged").iterdir()]


async def test_without_an_earlier_state_nothing_is_touched(desk: Desk) -> None:
    broken = desk.break_it()
    async with desk.app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await click_words(pilot, "broken off")
        await settle(pilot)
        assert "No earlier state of it can be read either" in text(desk.app)
        await pilot.press("ctrl+n", "escape")
        await settle(pilot)
        assert isinstance(desk.app.screen, HomeScreen)
    assert (desk.top / "sessions" / f"{desk.id}.json").read_bytes() == broken


@pytest.mark.parametrize("size", SIZES)
async def test_the_bin_is_filled_and_emptied_by_the_mouse_alone(
    desk: Desk, size: tuple[int, int]
) -> None:
    async with desk.app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        await click_words(pilot, "All sessions")
        await settle(pilot)
        await click_words(pilot, "Put it in the bin")
        await settle(pilot)
        assert isinstance(desk.app.screen, AskScreen)
        assert "ask your information team first" in text(desk.app)
        await click_words(pilot, "Put it in the bin", last=True)
        await settle(pilot)
        assert "There are no sessions yet" in text(desk.app)
        await click_words(pilot, "Look in the bin")
        await settle(pilot)
        await click_words(pilot, "Take it out")
        await settle(pilot)
        assert desk.written == WORDS
        await click_words(pilot, "Back")
        await settle(pilot)
        await click_words(pilot, "Put it in the bin")
        await settle(pilot)
        await click_words(pilot, "Put it in the bin", last=True)
        await settle(pilot)
        await click_words(pilot, "Look in the bin")
        await settle(pilot)
        await click_words(pilot, "Empty the bin")
        await settle(pilot)
        await click_words(pilot, "Remove them for good")
        await settle(pilot)
        assert "The bin is empty." in text(desk.app)
    notebook = Notebook.open(desk.top)
    assert notebook.bin.sessions() == notebook.sessions() == []


async def test_the_bin_is_emptied_by_keys_once_that_was_asked(desk: Desk) -> None:
    notebook = desk.app.flow.world.notebook()
    notebook.bin.put(desk.id)
    async with desk.app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await by_name(pilot, "the bin")
        assert isinstance(desk.app.screen, BinScreen)
        assert NAME in text(desk.app)
        await pilot.press("tab", "tab", "enter")
        await settle(pilot)
        assert "can't be removed from here" in " ".join(text(desk.app).split())
        await pilot.press("enter")
        await settle(pilot)
        assert len(notebook.bin.sessions()) == 1
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("tab", "enter")
        await settle(pilot)
        assert "The bin is empty." in text(desk.app)
    assert notebook.bin.sessions() == []
