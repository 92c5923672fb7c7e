"""A round named by a long line keeps to one short title."""

from __future__ import annotations

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.screen import Screen

from reflect_tui.session.address import Address, Place
from reflect_tui.session.values import Line
from reflect_tui.tui.spoken import one_line
from reflect_tui.tui.widgets.outline import Outline, short_title
from tests.tui.screens.host import Host, a_session, sit


def test_a_long_name_is_cut_where_it_stands_in_a_title() -> None:
    sitting = sit(a_session())
    (entry,) = (entry.id for entry in sitting.session.entries if entry.stage == "swap")
    sitting.write(Address("counterfactual", "swap", "what", entry), Line(text="gender " * 40))
    sitting.go(Place("counterfactual", "swap", entry))
    page = sitting.here
    assert page is not None
    title = short_title(page, sitting.session)
    assert title.startswith("Change one thing · gender")
    assert title.endswith("…")
    assert len(title) <= 48


async def test_beside_the_page_every_step_takes_one_line_and_two_rounds_are_told_apart() -> None:
    sitting = sit(a_session())
    names = ("gender and who is asked to help at home", "age and who is trusted alone")
    for number, name in enumerate(names):
        if number:
            sitting.add_entry("counterfactual", "swap")
        entry = sitting.session.entries_of("counterfactual", "swap")[number].id
        sitting.write(Address("counterfactual", "swap", "what", entry), Line(text=name))
    sitting.go(Place("counterfactual", "swap", entry))
    outline = Outline(room=22)
    async with Host(lambda: _Shown(outline)).run_test() as pilot:
        outline.show(sitting.course.pages(sitting.session), sitting.session)
        await pilot.pause()
        told = [str(outline.get_option_at_index(n).prompt) for n in range(outline.option_count)]
    assert all(len(line) <= 28 for line in told)
    (folded,) = (n for n, line in enumerate(told) if line.strip().startswith("gender and"))
    unfolded = told[folded + 1 : folded + 4]
    assert [line.strip() for line in unfolded] == [
        "age and who is truste…",
        "▸ Change one thing ·",
        "What happens to our…",
    ]


class _Shown(Screen[None]):
    """The list alone."""

    def __init__(self, outline: Outline) -> None:
        super().__init__()
        self._outline = outline

    def compose(self) -> ComposeResult:
        yield self._outline


def test_letters_that_take_two_cells_are_counted_as_two() -> None:
    for at_most in (7, 8, 22):
        assert cell_len(one_line("青いフォルダーのこと" * 4, at_most)) <= at_most
    assert one_line("青い", 4) == "青い"
