"""Foreign text is drawn as it stands; an exercise's Markdown becomes calm prose."""

from __future__ import annotations

import pytest

from reflect_tui.tui.content import join, prose, said


@pytest.mark.parametrize("text", ["[/]", "see [1] and [/x]", "[@click=app.quit]x[/]", r"\[bold]"])
def test_markup_is_only_words(text: str) -> None:
    made = said(text)
    assert made.plain == text
    assert made.spans == []
    assert join(text, said(text)).plain == text * 2


def test_what_could_act_on_a_terminal_is_not_drawn() -> None:
    assert said("a\x1b]0;x\x07b\u202ec").plain == "a]0;xbc"


def test_a_style_covers_all_of_the_words() -> None:
    assert [(span.start, span.end) for span in said("[/] x", "bold").spans] == [(0, 5)]


def test_paragraphs_stand_apart_and_a_list_stands_by_what_leads_to_it() -> None:
    words = prose("One *soft* and\none **strong**.\n\nTwo:\n\n- first\n- second\n\n> said so")
    assert words.plain == "One soft and one strong.\n\nTwo:\n· first\n· second\n\n  said so"
    styled = {words.plain[span.start : span.end]: str(span.style) for span in words.spans}
    assert styled == {"soft": "italic", "strong": "bold"}


def test_a_numbered_list_counts_from_where_it_starts() -> None:
    assert prose("3. three\n4. four").plain == "3. three\n4. four"


def test_links_and_html_are_words_and_never_act() -> None:
    words = prose("See [the standards](https://example.org) [@click=app.quit]x[/] <b>b</b>")
    assert words.plain == "See the standards [@click=app.quit]x[/] <b>b</b>"
    assert all("click" not in str(span.style) for span in words.spans)
