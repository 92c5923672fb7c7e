"""Actions on a step of a session: each says where it is, whatever is written beside it."""

from __future__ import annotations

from pathlib import Path

from reflect_tui.session.address import Place
from reflect_tui.tui.app import ReflectApp
from tests.tui.screens.host import a_session, click_words, lines, settle, world


async def test_an_action_in_the_note_says_so_while_another_is_written(tmp_path: Path) -> None:
    made = world(tmp_path)
    session = a_session()
    session = session.model_copy(update={"left_at": Place("closing", "now")})
    made.notebook().save(session)
    app = ReflectApp(made, tmp_path / "reports")
    async with app.run_test(size=(120, 50)) as pilot:
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        await pilot.press(*"ring her")
        await click_words(pilot, "Add, in the note")
        await settle(pilot)
        await pilot.press(*"ask again")
        await pilot.pause(1.0)
        page = "\n".join(lines(app))
        assert "In the note ●" in page
        assert "Just me ●" not in page
