"""What unlocks a notebook, what doesn't, and that trying costs nothing but time."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pyrage
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reflect_tui.errors import CannotRead, Damaged, Locked, NotKept, ReflectError, WrongWords
from reflect_tui.notebook import age, seal
from reflect_tui.notebook.notebook import Notebook
from tests.strategies import a_session, with_words, words_of
from tests.unit.notebook.full import BLUE, PASSWORD, everything_in


@pytest.fixture
def sealed(place: Path, cheap: None) -> Notebook:
    """A notebook with one session and a password, locked."""
    notebook = Notebook.open(place)
    notebook.save(a_session("some words"))
    notebook.seal(PASSWORD)
    notebook.finish_sealing()
    notebook.key.lock()
    return notebook


def given_one(place: Path, password: str = PASSWORD) -> tuple[Notebook, str]:
    """A notebook with a password, locked, and its recovery words."""
    notebook = Notebook.open(place)
    words = notebook.seal(password)
    notebook.finish_sealing()
    notebook.key.lock()
    return notebook, words


# -- the password -----------------------------------------------------------------------------


def test_the_right_password_opens_at_what_a_password_really_costs(place: Path) -> None:
    notebook, recovery = given_one(place)
    kept = (place / "identity.age").read_bytes()
    assert kept.split(b"\n")[1].endswith(b" 17")
    with pytest.raises(WrongWords):
        notebook.key.unlock("kettle window gardens")
    assert notebook.key.locked
    notebook.key.unlock(PASSWORD)
    assert not notebook.key.locked
    again = Notebook.open(place)
    again.key.unlock_by_recovery(recovery)
    assert not again.key.locked


def test_a_wrong_password_tried_a_hundred_times_changes_nothing_at_all(
    sealed: Notebook, place: Path
) -> None:
    before = everything_in(place)
    for number in range(100):
        with pytest.raises(WrongWords, match="nothing is lost"):
            sealed.key.unlock(f"kettle window garden {number}")
        with pytest.raises(WrongWords):
            sealed.key.unlock("")
    assert everything_in(place) == before
    sealed.key.unlock(PASSWORD)
    assert words_of(sealed.load(BLUE)) == "some words"


@pytest.mark.parametrize(
    "typed",
    [
        "  kettle window garden\n",
        "kettle   window\tgarden",
        "kettle\u00a0window\u2003garden",
        "kettle\r\nwindow garden",
    ],
)
def test_blanks_round_and_between_the_words_dont_matter(sealed: Notebook, typed: str) -> None:
    sealed.key.unlock(typed)
    assert not sealed.key.locked


@pytest.mark.parametrize("typed", ["Kettle window garden", "kettlewindowgarden", "kettle window"])
def test_letters_do(sealed: Notebook, typed: str) -> None:
    with pytest.raises(WrongWords):
        sealed.key.unlock(typed)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_an_accent_opens_whichever_keyboard_it_was_typed_on(
    place: Path, cheap: None, form: Any
) -> None:
    other = {"NFC": "NFD", "NFD": "NFC"}[form]
    password = "café crème Überraschung"
    notebook, _ = given_one(place, unicodedata.normalize(form, password))
    notebook.key.unlock(unicodedata.normalize(other, password))  # type: ignore[arg-type]
    assert not notebook.key.locked


def test_half_a_character_from_a_terminal_is_no_reason_to_end(sealed: Notebook) -> None:
    with pytest.raises(WrongWords):
        sealed.key.unlock("kettle window g\udce9rden")


@given(st.text(max_size=40))
@settings(max_examples=200, deadline=None)
def test_a_password_is_used_the_same_however_often_it_is_put_right(typed: str) -> None:
    once = seal.as_password(typed)
    assert seal.as_password(once) == once
    assert seal.as_password(f" {once}\n") == once
    once.encode()


@pytest.mark.parametrize("short", ["", "           ", "short", "a          b"])
def test_a_password_too_short_to_be_one_is_refused(sealed: Notebook, short: str) -> None:
    sealed.key.unlock(PASSWORD)
    with pytest.raises(ReflectError, match="too short"):
        sealed.key.change_password(short)


# -- recovery words -----------------------------------------------------------------------------


def test_recovery_words_open_in_capitals_with_numbers_and_over_several_lines(
    place: Path, cheap: None
) -> None:
    notebook, recovery = given_one(place)
    shown = "\n".join(seal.in_groups(recovery)).upper()
    assert " 1 " in f" {shown}"
    for typed in (recovery, shown, recovery.replace(" ", ", "), f"  {recovery}\n"):
        notebook.key.unlock_by_recovery(typed)
        assert not notebook.key.locked
        notebook.key.lock()


def test_a_misspelt_recovery_word_is_named_by_its_number_with_the_nearest_one(
    sealed: Notebook,
) -> None:
    words = ["abandon"] * 11 + ["about"]
    words[4] = "abandn"
    with pytest.raises(ReflectError, match="Word 5 is none") as caught:
        sealed.key.unlock_by_recovery(" ".join(words))
    assert "Did you mean “abandon”?" in str(caught.value)
    assert "abandn" not in str(caught.value)


def test_recovery_words_that_are_too_few_or_changed_places_are_told_apart_from_wrong_ones(
    sealed: Notebook,
) -> None:
    right = ["legal", "winner", "thank", "year", "wave", "sausage"] * 2
    right[6:] = ["worth", "useful", "legal", "winner", "thank", "yellow"]
    with pytest.raises(ReflectError, match="12 recovery words, and this is 11"):
        sealed.key.unlock_by_recovery(" ".join(right[:-1]))
    swapped = [right[1], right[0], *right[2:]]
    with pytest.raises(ReflectError, match="don't belong together"):
        sealed.key.unlock_by_recovery(" ".join(swapped))
    with pytest.raises(WrongWords):
        sealed.key.unlock_by_recovery(" ".join(right))
    assert sealed.key.locked


def test_new_recovery_words_take_the_place_of_the_old_ones(place: Path, cheap: None) -> None:
    notebook, old = given_one(place)
    notebook.key.unlock(PASSWORD)
    before = everything_in(place)
    new = notebook.key.change_recovery_words()
    after = everything_in(place)
    assert [name for name in after if after[name] != before.get(name)] == ["recovery.age"]
    notebook.key.lock()
    with pytest.raises(WrongWords):
        notebook.key.unlock_by_recovery(old)
    notebook.key.unlock_by_recovery(new)
    assert len({seal.new_recovery_words() for _ in range(10)}) == 10
    assert len({seal.suggested_password() for _ in range(10)}) == 10


# -- changing it, and saving while locked ---------------------------------------------------------


def test_a_changed_password_rewrites_exactly_one_file(sealed: Notebook, place: Path) -> None:
    sealed.key.unlock(PASSWORD)
    before = everything_in(place)
    sealed.key.change_password("another one altogether")
    after = everything_in(place)
    assert after.keys() == before.keys()
    assert [name for name in after if after[name] != before[name]] == ["identity.age"]
    again = Notebook.open(place)
    with pytest.raises(WrongWords):
        again.key.unlock(PASSWORD)
    again.key.unlock("another one altogether")
    assert words_of(again.load(BLUE)) == "some words"


def test_nothing_is_changed_while_it_is_locked_or_has_no_password(
    sealed: Notebook, place: Path, tmp_path: Path
) -> None:
    before = everything_in(place)
    for change in (
        lambda: sealed.key.change_password("another one altogether"),
        sealed.key.change_recovery_words,
    ):
        with pytest.raises(ReflectError, match="is locked"):
            change()
    assert everything_in(place) == before
    unsealed = Notebook.open(tmp_path / "another")
    with pytest.raises(ReflectError, match="no password"):
        unsealed.key.change_password("another one altogether")
    unsealed.key.lock()
    unsealed.key.unlock("anything")
    assert not unsealed.key.sealed
    assert not unsealed.key.locked


def test_a_notebook_that_has_gone_is_said_when_its_password_is_to_be_changed(
    sealed: Notebook, place: Path, tmp_path: Path
) -> None:
    sealed.key.unlock(PASSWORD)
    unsealed = Notebook.open(tmp_path / "another")
    for folder in (place, tmp_path / "another"):
        folder.rename(folder.with_name(f"{folder.name} moved away"))
    with pytest.raises(CannotRead, match="The notebook cannot be read now"):
        sealed.key.change_password("another one altogether")
    with pytest.raises(NotKept, match="the folder is gone"):
        unsealed.seal(PASSWORD)
    assert not place.exists()


def test_saving_works_while_locked(sealed: Notebook, place: Path) -> None:
    sealed.key.unlock(PASSWORD)
    session = sealed.load(BLUE)
    sealed.key.lock()
    kept = sealed.save(with_words(session, "written while locked"))
    kept = sealed.save(with_words(kept, "written while locked, and on"))
    new = sealed.save(a_session("a new one", id="e" * 16))
    with pytest.raises(Locked):
        sealed.load(BLUE)
    sealed.key.unlock(PASSWORD)
    assert kept.id == BLUE
    assert words_of(sealed.load(BLUE)) == "written while locked, and on"
    assert words_of(sealed.load(new.id)) == "a new one"
    assert not list(place.rglob("*.json"))


def test_a_window_that_missed_a_new_key_cannot_shut_it_out(sealed: Notebook, place: Path) -> None:
    sealed.key.unlock(PASSWORD)
    elsewhere = Notebook.open(place)
    elsewhere.key.unlock(PASSWORD)
    elsewhere.unseal()
    elsewhere.finish_sealing()
    elsewhere.seal("another one altogether")
    elsewhere.finish_sealing()
    before = everything_in(place)
    with pytest.raises(ReflectError, match="in another window"):
        sealed.key.change_password("a third one altogether")
    assert everything_in(place) == before


def test_unlocking_that_ends_after_the_password_went_brings_it_not_back(
    sealed: Notebook, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealed.key.unlock(PASSWORD)
    real = seal.unwrap

    def slow(*told: Any) -> Any:
        sealed.unseal()
        sealed.finish_sealing()
        return found

    found = real((place / "identity.age").read_bytes(), PASSWORD, "")
    monkeypatch.setattr(seal, "unwrap", slow)
    sealed.key.unlock(PASSWORD)
    assert not sealed.key.sealed
    sealed.save(with_words(sealed.load(BLUE), "in the clear"))
    assert words_of(Notebook.open(place).load(BLUE)) == "in the clear"


# -- what somebody else did to the files --------------------------------------------------------


def swapped_in(words: str) -> bytes:
    """The key of another notebook under the same password."""
    return seal.wrap(seal.new_identity(), words)


def test_another_key_swapped_in_under_the_same_password_is_noticed(
    sealed: Notebook, place: Path
) -> None:
    (place / "identity.age").write_bytes(swapped_in(PASSWORD))
    with pytest.raises(Damaged, match="another notebook than"):
        sealed.key.unlock(PASSWORD)
    assert sealed.key.locked


def test_another_public_key_in_the_notebooks_file_is_noticed_at_unlocking(
    sealed: Notebook, place: Path
) -> None:
    about = place / "notebook.toml"
    foreign = seal.public_key(seal.new_identity())
    ours = about.read_text().partition('recipient = "')[2][:62]
    about.write_text(about.read_text().replace(ours, foreign))
    before = everything_in(place)
    notebook = Notebook.open(place)
    with pytest.raises(Damaged, match="another notebook than"):
        notebook.key.unlock(PASSWORD)
    assert notebook.key.locked
    assert everything_in(place) == before


def test_a_public_key_that_is_none_seals_nothing_and_says_so(sealed: Notebook, place: Path) -> None:
    about = place / "notebook.toml"
    ours = about.read_text().partition('recipient = "')[2][:62]
    about.write_text(about.read_text().replace(ours, ours[:-1] + ("q" if ours[-1] != "q" else "p")))
    notebook = Notebook.open(place)
    with pytest.raises(ReflectError, match="public key cannot be understood"):
        notebook.save(a_session("words", id="e" * 16))
    assert not (place / "sessions" / f"{'e' * 16}.json.age").exists()


def test_a_key_that_has_gone_leaves_the_other_way_in(place: Path, cheap: None) -> None:
    notebook, recovery = given_one(place)
    (place / "identity.age").unlink()
    with pytest.raises(ReflectError, match="has gone") as caught:
        notebook.key.unlock(PASSWORD)
    assert "use the other way in" in str(caught.value)
    notebook.key.unlock_by_recovery(recovery)
    notebook.key.change_password("another one altogether")
    again = Notebook.open(place)
    again.key.unlock("another one altogether")
    assert not again.key.locked


SECRET = "AGE-SECRET-KEY-1"


@pytest.mark.parametrize(
    "harm",
    [
        lambda kept: b"",
        lambda kept: kept[:-1],
        lambda kept: kept[: len(kept) // 2],
        lambda kept: kept[:40],
        lambda kept: kept[:-1] + bytes([kept[-1] ^ 1]),
        lambda kept: kept + b"\n",
        lambda kept: b"\x00" * len(kept),
        lambda kept: kept.replace(b"scrypt", b"script"),
        lambda kept: kept.replace(b" 2\n", b" 99999999999\n"),
        lambda kept: pyrage.encrypt(b"x", [pyrage.x25519.Identity.generate().to_public()]),
        lambda kept: wrapped(b"no key in here"),
        lambda kept: wrapped(f"{SECRET}BUTNONE\n".encode()),
    ],
)
def test_a_key_written_over_is_said_and_left(sealed: Notebook, place: Path, harm: Any) -> None:
    path = place / "identity.age"
    path.write_bytes(harm(path.read_bytes()))
    before = everything_in(place)
    with pytest.raises((Damaged, WrongWords, CannotRead)) as caught:
        sealed.key.unlock(PASSWORD)
    assert SECRET not in str(caught.value)
    assert everything_in(place) == before
    assert sealed.key.locked


def wrapped(plain: bytes) -> bytes:
    key = age.new_file_key()
    return age.file(plain, [age.for_passphrase(key, PASSWORD)], key)


def never(*_: Any, **__: Any) -> Any:
    raise AssertionError("it was tried all the same")


@pytest.mark.parametrize("cost", [18, 22, 30, 63, 999_999_999])
def test_a_key_that_asks_for_too_much_work_is_refused_before_any_is_done(
    place: Path, cheap: None, monkeypatch: pytest.MonkeyPatch, cost: int
) -> None:
    notebook, _ = given_one(place)
    path = place / "identity.age"
    path.write_bytes(path.read_bytes().replace(b" 2\n", f" {cost}\n".encode(), 1))
    monkeypatch.undo()  # What a password costs here is as it is for everybody.
    monkeypatch.setattr(pyrage.passphrase, "decrypt", never)
    with pytest.raises(CannotRead, match=f"asks for more work .*{cost} instead of 17"):
        notebook.key.unlock(PASSWORD)


def test_a_key_in_ages_text_form_is_refused_before_any_work_is_done(
    sealed: Notebook, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import base64

    path = place / "identity.age"
    text = base64.encodebytes(path.read_bytes())
    begin, end = (f"-----{word} AGE ENCRYPTED FILE-----\n".encode() for word in ("BEGIN", "END"))
    path.write_bytes(begin + text + end)
    monkeypatch.setattr(pyrage.passphrase, "decrypt", never)
    with pytest.raises(Damaged):
        sealed.key.unlock(PASSWORD)


def test_a_link_in_the_place_of_the_key_is_not_followed(
    sealed: Notebook, place: Path, tmp_path: Path
) -> None:
    path = place / "identity.age"
    path.rename(tmp_path / "identity.age")
    path.symlink_to(tmp_path / "identity.age")
    with pytest.raises(CannotRead, match="links are not followed"):
        sealed.key.unlock(PASSWORD)


@given(st.binary(max_size=300), st.integers(0, 200), st.integers(0, 200))
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_bytes_in_the_place_of_the_key_are_told_in_plain_words(
    cheap: None, junk: bytes, cut: int, at: int
) -> None:
    kept = wrapped(b"# none")
    for harmed in (junk, kept[:cut] + junk, kept[:at] + junk + kept[at:]):
        with pytest.raises(ReflectError):
            seal.unwrap(harmed, PASSWORD, "identity.age")
