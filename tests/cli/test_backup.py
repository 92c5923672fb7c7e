"""A backup goes into one file that is never written over, and opens beside, never over."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from reflect_tui.notebook import age
from reflect_tui.notebook.notebook import Notebook
from tests.cli.running import CommandLine
from tests.strategies import a_session, words_of

PASSWORD = "blue kettle on a tall shelf"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(age, "WORK_FACTOR", 4)


@pytest.fixture
def password(tmp_path: Path) -> Path:
    """A file with the password in it."""
    path = tmp_path / "password"
    path.write_text(f"{PASSWORD}\n", "utf-8")
    return path


def sealed(ask: CommandLine) -> str:
    """Give the notebook a session and a password; the recovery words."""
    notebook = ask.notebook
    kept = notebook.save(a_session("some words"))
    words = notebook.seal(PASSWORD)
    notebook.finish_sealing()
    notebook.save(kept)
    return words


def the_backup(ask: CommandLine, to: Path, *more: str | Path) -> Path:
    """Make one in a folder; where it went."""
    made = ask("backup", "--to", to, *more)
    assert made.status == 0, made.err
    return Path(made.lines[0])


def test_a_sealed_notebook_asks_for_nothing_and_opens_with_the_same_password(
    ask: CommandLine, tmp_path: Path, password: Path
) -> None:
    sealed(ask)
    kept = the_backup(ask, tmp_path / "stick")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert b"some words" not in kept.read_bytes()
    to = tmp_path / "restored"
    restored = ask("restore", kept, "--to", to, "--passphrase-file", password)
    assert restored.status == 0, restored.err
    assert f"reflect-tui --notebook {to}" in restored.out
    notebook = Notebook.open(to)
    assert notebook.key.locked
    notebook.key.unlock(PASSWORD)
    assert words_of(notebook.load(a_session().id)) == "some words"
    assert notebook.earlier(a_session().id) == []


def test_the_recovery_words_open_it_too(ask: CommandLine, tmp_path: Path) -> None:
    words = tmp_path / "words"
    words.write_text(sealed(ask), "utf-8")
    kept = the_backup(ask, tmp_path / "stick")
    to = tmp_path / "restored"
    assert ask("restore", kept, "--to", to, "--recovery", "--passphrase-file", words).status == 0
    assert Notebook.open(to).key.sealed


def test_a_notebook_without_a_password_is_locked_for_its_backup_alone(
    ask: CommandLine, tmp_path: Path, password: Path
) -> None:
    ask.keep(a_session("some words"))
    kept = the_backup(ask, tmp_path / "stick", "--passphrase-file", password)
    assert b"some words" not in kept.read_bytes()
    to = tmp_path / "restored"
    assert ask("restore", kept, "--to", to, "--passphrase-file", password).status == 0
    assert words_of(Notebook.open(to).load(a_session().id)) == "some words"


def test_nothing_is_ever_written_over(ask: CommandLine, tmp_path: Path, password: Path) -> None:
    sealed(ask)
    stick = tmp_path / "stick"
    first, second = the_backup(ask, stick), the_backup(ask, stick)
    assert first != second
    assert "nothing is ever written over" in ask("backup", "--to", first).err
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "a file").write_text("mine")
    refused = ask("restore", first, "--to", tmp_path / "there", "--passphrase-file", password)
    assert refused.status == 1
    assert "nothing is ever written over" in refused.err
    beside = ask("restore", first, "--passphrase-file", password)
    again = ask("restore", first, "--passphrase-file", password)
    assert beside.lines[0] != again.lines[0]
    assert words_of(_unlocked(ask.home / "notebook").load(a_session().id)) == "some words"


def _unlocked(top: Path) -> Notebook:
    notebook = Notebook.open(top)
    notebook.key.unlock(PASSWORD)
    return notebook


@pytest.mark.parametrize("broken", ["cut", "flipped", "empty", "foreign", "wrong password"])
def test_what_cannot_be_restored_is_said_and_makes_nothing(
    ask: CommandLine, tmp_path: Path, password: Path, broken: str
) -> None:
    sealed(ask)
    kept = the_backup(ask, tmp_path / "stick")
    whole = kept.read_bytes()
    flipped = bytearray(whole)
    flipped[-40] ^= 1
    forms = {"cut": whole[:-9], "flipped": bytes(flipped), "empty": b"", "foreign": b"hello" * 99}
    kept.write_bytes(forms.get(broken, whole))
    if broken == "wrong password":
        password.write_text("another one altogether", "utf-8")
    to = tmp_path / "restored"
    refused = ask("restore", kept, "--to", to, "--passphrase-file", password)
    assert refused.status == 1
    assert refused.err.startswith("reflect-tui: ")
    assert not to.exists()


def test_what_is_moved_while_a_backup_is_made_is_in_it(
    ask: CommandLine, tmp_path: Path, password: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reflect_tui import files

    sealed(ask)
    notebook, read, moved = ask.notebook, files.read_own, []

    def reading(path: Path, **more: int) -> bytes:
        if path.parent.name == "sessions" and not moved:
            moved.append(path)
            notebook.bin.put(a_session().id)
        return read(path, **more)

    with monkeypatch.context() as patched:
        patched.setattr(files, "read_own", reading)
        kept = the_backup(ask, tmp_path / "stick")
    assert moved
    to = tmp_path / "restored"
    assert ask("restore", kept, "--to", to, "--passphrase-file", password).status == 0
    assert [summary.id for summary in _unlocked(to).bin.sessions()] == [a_session().id]


def test_a_restore_that_was_cut_off_leaves_nothing_that_opens(
    ask: CommandLine, tmp_path: Path, password: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reflect_tui import files

    ask.keep(a_session("some words"))
    kept = the_backup(ask, tmp_path / "stick", "--passphrase-file", password)
    create, made = files.create_new, []

    def full(path: Path, data: bytes, **more: float) -> None:
        made.append(path)
        if len(made) > 1:
            raise files.not_kept(path, OSError(28, "no space"))
        create(path, data, **more)

    to = tmp_path / "restored"
    with monkeypatch.context() as patched:
        patched.setattr(files, "create_new", full)
        refused = ask("restore", kept, "--to", to, "--passphrase-file", password)
    assert refused.status == 1
    assert "disk is full" in refused.err
    assert not to.exists()
    assert not list(tmp_path.glob("*.part"))
    assert ask("restore", kept, "--to", to, "--passphrase-file", password).status == 0


def test_names_that_lead_out_of_a_notebook_are_refused(
    ask: CommandLine, tmp_path: Path, password: Path
) -> None:
    import io
    import tarfile

    from reflect_tui.notebook import backup, seal

    for name in (
        "../out",
        "sessions/../../out",
        "/out",
        "sessions/a/b",
        "other.txt",
        "sessions/..\\x",
    ):
        held = io.BytesIO()
        with tarfile.open(fileobj=held, mode="w") as tar:
            entry = tarfile.TarInfo(name)
            entry.size = 3
            tar.addfile(entry, io.BytesIO(b"bad"))
        identity, key = seal.new_identity(), age.new_file_key()
        stanzas = [
            age.for_recipient(key, seal.public_key(identity)),
            age.Stanza((backup.IDENTITY,), seal.wrap(identity, PASSWORD)),
        ]
        kept = tmp_path / "hostile.age"
        kept.write_bytes(age.file(held.getvalue(), stanzas, key))
        refused = ask("restore", kept, "--to", tmp_path / "to", "--passphrase-file", password)
        assert refused.status == 1, name
        assert not (tmp_path / "to").exists()
        assert not (tmp_path / "out").exists()
