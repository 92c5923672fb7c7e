"""A page is turned once all that was typed on it is written, and stays whole until then."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen

from reflect_tui.session.address import Address, Place
from reflect_tui.session.values import Text
from reflect_tui.tui.app import ReflectApp
from reflect_tui.tui.screens import going
from reflect_tui.tui.widgets.prompt_block import PromptBlock
from tests.tui.screens.host import a_session, settle, sit, world

WORDS = Address("counterfactual", "talk", "words")


async def test_words_that_come_while_a_page_turns_take_nothing_away_from_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there: list[bool] = []

    async def words_come(screen: Screen[Any]) -> None:
        block = next(block for block in screen.query(PromptBlock) if block.address == WORDS)
        screen.post_message(PromptBlock.Written(WORDS, Text(text="Sh")))
        await asyncio.sleep(0.2)
        there.append(block.is_attached)

    made = world(tmp_path)
    sitting = sit(a_session())
    sitting.go(Place("counterfactual", "talk"))
    made.notebook().save(sitting.session)
    app = ReflectApp(made, tmp_path / "reports")
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        app.flow.open(sitting.session.id)
        await settle(pilot)
        monkeypatch.setattr(going, "all_written", words_come)
        await pilot.press("ctrl+n")
        await settle(pilot)
        assert app.flow.sitting is not None
        assert app.flow.sitting.value(WORDS) == Text(text="Sh")
        assert there == [True]
