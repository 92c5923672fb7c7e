"""The editor keeps Word's habits harmless, and lets nothing in that could act."""

from __future__ import annotations

import pytest
from textual import events
from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.widgets import Static

from reflect_tui.session.values import MAX_CHARACTERS
from reflect_tui.tui.widgets.editor import Editor, LineEditor
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.widgets.secret import Secret
from tests.tui.fields.host import Host, drawn, host, shown, typed

ACTING = "a\x1b]52;c;aGk=\x07b\x00c\x9bd\u202ee\U000e0041f\ufeffg\ud800h\x7f"
NAMES = "Zoe\u0308 क्\u200dष می\u200cخواهم"


async def paste(editor: Editor, text: str) -> None:
    editor.post_message(events.Paste(text))


async def test_words_typed_stand_where_the_caret_is() -> None:
    editor = Editor("the girl")
    async with shown(editor) as pilot:
        editor.focus()
        await typed(pilot, " said\nno")
        assert editor.text == "the girl said\nno"
        assert "the girl said" in drawn(pilot)


async def test_tab_leaves_the_editor_and_shift_tab_comes_back() -> None:
    editor = Editor("x")
    async with shown(editor) as pilot:
        editor.focus()
        await pilot.press("tab")
        assert isinstance(pilot.app.focused, Press)
        await pilot.press("shift+tab")
        assert editor.has_focus
        assert editor.text == "x"


@pytest.mark.parametrize("letter", "biukwdef")
async def test_a_habit_from_word_moves_nothing_and_takes_nothing_away(letter: str) -> None:
    editor = Editor("first line\nsecond line\nthird")
    async with shown(editor) as pilot:
        editor.focus()
        editor.move_cursor((1, 4))
        await pilot.press(f"ctrl+{letter}")
        await pilot.pause()
        assert editor.text == "first line\nsecond line\nthird"
        assert editor.cursor_location == (1, 4)
        assert editor.selection.is_empty
        assert editor.has_focus


async def test_select_all_cut_paste_undo_and_redo_do_what_they_do_in_word() -> None:
    editor = Editor("two words")
    async with shown(editor) as pilot:
        editor.focus()
        await pilot.press("ctrl+a", "ctrl+x")
        assert editor.text == ""
        await pilot.press("ctrl+v", "ctrl+v")
        assert editor.text == "two wordstwo words"
        await pilot.press("ctrl+z")
        assert editor.text == "two words"
        await pilot.press("ctrl+y")
        assert editor.text == "two wordstwo words"
        await pilot.press("ctrl+a", "ctrl+c", "delete")
        assert editor.text == ""
        await pilot.press("ctrl+v")
        assert editor.text == "two wordstwo words"


async def test_cutting_with_nothing_selected_takes_nothing_away() -> None:
    editor = Editor("a line nobody wants to lose")
    async with shown(editor) as pilot:
        editor.focus()
        await pilot.press("ctrl+x")
        assert editor.text == "a line nobody wants to lose"


async def test_what_is_selected_is_replaced_by_a_paste() -> None:
    editor = Editor("hard to reach")
    async with shown(editor) as pilot:
        editor.focus()
        await pilot.press("ctrl+a")
        await paste(editor, "not reached by us")
        await pilot.pause()
        assert editor.text == "not reached by us"


async def test_caret_keys_move_and_select() -> None:
    editor = Editor("one two\nthree")
    async with shown(editor) as pilot:
        editor.focus()
        await pilot.press("ctrl+home", "ctrl+right", "shift+end")
        assert editor.selected_text == " two"
        await pilot.press("ctrl+end")
        assert editor.cursor_location == (1, 5)
        await pilot.press("ctrl+shift+home")
        assert editor.selected_text == "one two\nthree"


async def test_a_paste_that_could_act_comes_in_as_words() -> None:
    editor = Editor()
    async with shown(editor) as pilot:
        await paste(editor, ACTING + "\r\ntab\tstays\r")
        await pilot.pause()
        assert editor.text == "a]52;c;aGk=bcdefgh\ntab\tstays\n"
        editor.text.encode("utf-8")


async def test_markup_is_words_here_and_a_click_on_it_does_nothing() -> None:
    editor = Editor()
    async with shown(editor) as pilot:
        await paste(editor, "[@click=app.quit]x[/] [/] see [1]")
        await pilot.pause()
        assert "[@click=app.quit]x[/] [/] see [1]" in drawn(pilot)
        await pilot.click(editor, offset=(20, 1))
        assert not host(pilot).quit_by_text


async def test_names_keep_their_joiners_and_marks_pasted_or_typed() -> None:
    editor = Editor()
    async with shown(editor) as pilot:
        await paste(editor, NAMES)
        await pilot.pause()
        assert editor.text == NAMES
        editor.focus()
        for letter in "\u200d\u200c\u00a0":
            editor.post_message(events.Key(f"U+{ord(letter):04X}", letter))
        editor.post_message(events.Key("U+202E", "\u202e"))
        await pilot.pause()
        assert editor.text == NAMES + "\u200d\u200c\u00a0"


async def test_a_paste_of_more_than_a_megabyte_is_refused_whole_and_nothing_is_lost() -> None:
    editor = Editor("what stood here")
    refused: list[Editor] = []

    class Listening(Host):
        def on_editor_too_large(self, event: Editor.TooLarge) -> None:
            refused.append(event.editor)

    app = Listening(editor)
    async with app.run_test(notifications=True) as pilot:
        await paste(editor, "x" * (MAX_CHARACTERS + 1))
        await pilot.pause()
        assert editor.text == "what stood here"
        assert refused == [editor]
        assert any("still here" in toast.message for toast in app._notifications)


async def test_a_large_paste_within_the_limit_goes_in() -> None:
    editor = Editor()
    async with shown(editor) as pilot:
        await paste(editor, "some words on a line\n" * 5_000)
        await pilot.pause()
        assert len(editor.text) == 105_000
        assert editor.size.height == 14


async def test_a_full_answer_takes_no_more_letters_and_says_so() -> None:
    editor = Editor(("x" * 99 + "\n") * (MAX_CHARACTERS // 100))
    assert len(editor.text) == MAX_CHARACTERS
    async with shown(editor) as pilot:
        editor.focus()
        await pilot.press("y")
        assert len(editor.text) == MAX_CHARACTERS
        await pilot.press("backspace", "y")
        assert editor.text.endswith("y")


async def test_it_grows_with_its_text_and_then_scrolls() -> None:
    editor = Editor()
    async with shown(editor) as pilot:
        assert editor.size.height == 4
        editor.focus()
        await typed(pilot, "\n".join("abcdefgh"))
        await pilot.pause()
        assert editor.size.height == 8
        await typed(pilot, "\n" * 20)
        await pilot.pause()
        assert editor.size.height == 14
        assert editor.max_scroll_y > 0


async def test_a_long_paragraph_folds_at_the_edge_instead_of_running_out_of_sight() -> None:
    editor = Editor("word " * 100)
    async with shown(editor, size=(60, 30)) as pilot:
        await pilot.pause()
        assert editor.size.height > 4
        assert not editor.show_horizontal_scrollbar


async def test_the_page_follows_the_caret_of_an_editor_that_grows_past_its_end() -> None:
    editor = Editor()
    async with shown(Static("help\n" * 16), editor, size=(60, 20)) as pilot:
        editor.focus()
        await typed(pilot, "\n" * 11)
        await typed(pilot, "here")
        await pilot.pause()
        assert "here" in drawn(pilot)


async def test_page_keys_move_the_page_while_all_of_the_text_is_in_sight() -> None:
    editor = Editor("one\ntwo")
    async with shown(editor, Static("below\n" * 60), size=(60, 20)) as pilot:
        editor.focus()
        await pilot.press("pagedown")
        await pilot.pause(0.5)
        assert pilot.app.query_one(VerticalScroll).scroll_offset.y > 0
        await pilot.press("pageup")
        await pilot.pause(0.5)
        assert pilot.app.query_one(VerticalScroll).scroll_offset.y == 0
        assert editor.cursor_location == (1, 3)


async def test_words_it_opens_with_stand_there_with_the_caret_behind_them() -> None:
    editor = Editor(starts="I expected to see")
    async with shown(editor) as pilot:
        editor.focus()
        await typed(pilot, "noise")
        assert editor.text == "I expected to see noise"


async def test_what_was_written_stands_instead_of_the_words_it_opens_with() -> None:
    editor = Editor("Something else", starts="I expected to see")
    async with shown(editor):
        assert editor.text == "Something else"


@pytest.mark.parametrize("key", ["ctrl+g", "ctrl+t", "ctrl+l", "ctrl+n", "ctrl+r", "ctrl+p"])
async def test_keys_of_the_screen_reach_it_from_the_editor(key: str) -> None:
    class Listening(Host):
        heard = ""

        def on_key(self, event: events.Key) -> None:
            self.heard = event.key

    editor = Editor("x")
    app = Listening(editor)
    async with app.run_test() as pilot:
        editor.focus()
        await pilot.press(key)
        assert app.heard == key
        assert editor.text == "x"


@pytest.mark.parametrize("key", ["f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "escape"])
async def test_function_keys_reach_the_screen_and_change_nothing(key: str) -> None:
    editor = Editor("x")
    async with shown(editor) as pilot:
        editor.focus()
        assert key not in editor._bindings.key_to_bindings
        await pilot.press(key)
        assert editor.text == "x"
        assert editor.selection.is_empty


async def test_a_line_goes_on_at_enter_and_takes_a_pasted_line_break_as_a_space() -> None:
    line = LineEditor()
    async with shown(line) as pilot:
        await paste(line, "\nage and\r\nclass\n")
        await pilot.pause()
        assert line.text == "age and class"
        line.focus()
        await pilot.press("enter")
        assert isinstance(pilot.app.focused, Press)
        assert line.text == "age and class"


async def test_a_long_line_folds_and_stays_whole_in_sight() -> None:
    line = LineEditor("a long name " * 8)
    async with shown(line, size=(60, 20)) as pilot:
        await pilot.pause()
        assert 1 < line.size.height <= 4
        assert line.max_scroll_y == 0


async def test_the_placeholder_is_drawn_as_it_stands() -> None:
    editor = Editor(placeholder="What [/] is it?")
    async with shown(editor) as pilot:
        assert "What [/] is it?" in drawn(pilot)


async def test_a_click_into_the_words_it_opens_with_leads_behind_them() -> None:
    editor = Editor(starts="I expected to see")
    async with shown(editor) as pilot:
        await pilot.click(Editor, offset=(5, 1))
        await pilot.press("a")
        assert editor.text == "I expected to see a"
        await pilot.click(Editor, offset=(5, 1))
        await pilot.press("b")
        assert editor.text != "I expected to see ab"


@pytest.mark.parametrize("field", [Editor("the girl"), Secret()], ids=["editor", "secret"])
async def test_one_that_was_taken_off_its_page_can_be_drawn_a_last_time(
    field: Editor | Secret,
) -> None:
    async with shown(field):
        field.focus()
        await field.remove()
        (line,) = field.render_lines(Region(0, 0, 20, 1))
        assert line.text == " " * 20
