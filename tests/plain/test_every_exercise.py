"""Every exercise is walked to its end, line by line, with something written to every question."""

from __future__ import annotations

from pathlib import Path

import pytest

from reflect_tui.practice.exercise import Kind, Service, Way
from reflect_tui.session.course import Course
from reflect_tui.session.model import Session
from reflect_tui.session.sitting import Sitting
from tests.plain.player import Lines, Player
from tests.support.everything import COURSES, PROGRESS, session_over_everything

_MOST = 4_000
"""Lines beyond which somebody would be walking in a circle."""
_ANSWERS = (
    ("a single full stop ends", "as it was said"),
    ("At most", "1"),
    ("Type numbers", "1"),
    ("a full stop to go on", "."),
    ("a full stop to place it nowhere", "1"),
    ("Type a number", "1"),
    ("Has somebody not had a turn", "no"),
    ("Show them together?", "yes"),
    ("Type yes or no", "no"),
    ("a full stop when there is nothing more", "."),
    ("One line, or a full stop", "one line"),
    ("A full stop passes one by", "as it was said"),
)
"""What somebody types in answer to the last that was said; the first that fits."""


def _lines(player: Player) -> Lines:
    """Into the session, and an answer to whatever is asked."""
    heard, ending = len(player.text), False
    yield player.number("Go on with")
    for _ in range(_MOST):
        said = " ".join(player.text[heard:].split())
        heard = len(player.text)
        if "That was the last step." in said:
            yield "/leave"
            return
        if ending and not said:
            yield "."
            ending = False
            continue
        last = {said.rfind(words): answer for words, answer in _ANSWERS if words in said}
        answer = last[max(last)] if last else "."
        ending = answer == "as it was said"
        yield answer
    raise AssertionError(f"no end in sight:\n{player.text[-2000:]}")


@pytest.mark.parametrize(("way", "service", "short"), COURSES)
def test_it_is_walked_to_its_end(tmp_path: Path, way: Way, service: Service, short: bool) -> None:
    player = Player(tmp_path)
    player.notebook.save(session_over_everything(way, service, short=short))
    player.play(_lines)
    session = player.session
    assert session.left_at == _course(session).pages(session)[-1].place
    assert _unanswered(session) == []
    assert PROGRESS.findall(player.text) == []


def _course(session: Session) -> Course:
    return Sitting(session, lambda _: None).course


def _unanswered(session: Session) -> list[str]:
    """The questions on the way that nothing is written to."""
    return [
        str(page.address(prompt))
        for page in _course(session).pages(session)
        for prompt in page.prompts
        if prompt.kind is not Kind.ACTIONS and session.response(page.address(prompt)) is None
    ]
