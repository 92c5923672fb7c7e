"""A round named by a long line keeps to one short title."""

from __future__ import annotations

from reflect_tui.session.address import Address, Place
from reflect_tui.session.values import Line
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
