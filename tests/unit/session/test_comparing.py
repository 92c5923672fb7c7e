"""What an earlier state says that a session doesn't say now."""

from __future__ import annotations

from reflect_tui.session.address import parse_address
from reflect_tui.session.comparing import Difference, gone_or_changed
from reflect_tui.session.values import Line, Text
from tests.unit.session.making import Sat

WORDS = "walk/talk/words"
LINE = "walk/talk/line"


def test_what_is_gone_or_differs_is_told_in_the_order_it_stood() -> None:
    sat = Sat()
    sat.write(WORDS, Text(text="they said she copes"))
    sat.write(LINE, Line(text="nobody asked her"))
    then = sat.session
    sat.write(WORDS, Text(text=""))
    sat.write(LINE, Line(text="somebody asked"))
    assert gone_or_changed(sat.session, then) == [
        Difference(
            parse_address(WORDS),
            "What words are being used?",
            Text(text="they said she copes"),
            None,
        ),
        Difference(
            parse_address(LINE),
            "In one line?",
            Line(text="nobody asked her"),
            Line(text="somebody asked"),
        ),
    ]


def test_what_was_written_since_or_only_moved_is_no_difference() -> None:
    sat = Sat()
    sat.write(WORDS, Text(text="they said she copes"))
    then = sat.session
    sat.sitting.move(parse_address(WORDS), in_note=True)
    sat.write(LINE, Line(text="nobody asked her"))
    assert gone_or_changed(sat.session, then) == []
    assert [each.asked for each in gone_or_changed(then, sat.session)] == ["In one line?"]
