"""A round named by a long line keeps to one short title."""

from __future__ import annotations

from rich.cells import cell_len

from reflect_tui.session.address import Address, Place
from reflect_tui.session.values import Line
from reflect_tui.tui.spoken import one_line
from reflect_tui.tui.widgets.outline import short_title
from tests.tui.screens.host import a_session, sit


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


def test_beside_the_page_every_title_takes_one_line_and_two_rounds_are_told_apart() -> None:
    sitting = sit(a_session())
    names = ("gender and who is asked to help at home", "age and who is trusted alone")
    titles = []
    for number, name in enumerate(names):
        if number:
            sitting.add_entry("counterfactual", "swap")
        entry = sitting.session.entries_of("counterfactual", "swap")[number].id
        sitting.write(Address("counterfactual", "swap", "what", entry), Line(text=name))
        for page in sitting.course.every_page(sitting.session):
            title = short_title(page, sitting.session, 22)
            assert len(title) <= 22
            if page.place.entry == entry:
                titles.append(title)
    assert len(set(titles)) == len(titles)


def test_letters_that_take_two_cells_are_counted_as_two() -> None:
    for at_most in (7, 8, 22):
        assert cell_len(one_line("青いフォルダーのこと" * 4, at_most)) <= at_most
    assert one_line("青い", 4) == "青い"
