"""Real disks to fail on: a small one that fills up, and one whose power can be cut."""

from __future__ import annotations

import fcntl
import os
import shutil
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

_SHUT_DOWN = 0x8004587D
"""Linux: from now on nothing more reaches this disk (`FS_IOC_SHUTDOWN`)."""
_WITHOUT_ITS_JOURNAL = 2
"""Not even what the file system was about to note down, as when the power goes."""


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


@contextmanager
def small_disk(folder: Path, kilobytes: int = 256) -> Iterator[Path]:
    """A disk of its own in memory, that fills up soon."""
    folder.mkdir(parents=True, exist_ok=True)
    _run("mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "reflect-faults", str(folder))
    try:
        yield folder
    finally:
        _run("umount", "--lazy", str(folder))


class CutOff:
    """A disk in a file whose power can be cut, and come back."""

    def __init__(self, image: Path, folder: Path) -> None:
        self._image = image
        self.folder = folder
        """Where it is to be found while there is power."""
        with image.open("wb") as made:
            made.truncate(16 << 20)
        folder.mkdir(parents=True, exist_ok=True)
        _run("mkfs.ext4", "-q", "-F", str(image))

    def power_on(self) -> None:
        """Find it again, as a computer does that starts."""
        _run("mount", "-o", "loop", str(self._image), str(self.folder))

    def cut(self) -> None:
        """Let nothing more reach the disk; what is in memory is lost."""
        descriptor = os.open(self.folder, os.O_RDONLY)
        try:
            fcntl.ioctl(descriptor, _SHUT_DOWN, struct.pack("I", _WITHOUT_ITS_JOURNAL))
        finally:
            os.close(descriptor)

    def power_off(self) -> None:
        """Let go of it, if it is there."""
        if self.folder.is_mount():
            _run("umount", str(self.folder))


def read_only(folder: Path, *, again: bool = False) -> None:
    """Let a disk only be read from now on, as a system does that finds it failing."""
    _run("mount", "-o", f"remount,{'rw' if again else 'ro'}", str(folder))


@cache
def can_mount() -> bool:
    """Whether this is a Linux system whose root lets small disks be mounted and shut down."""
    if sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("mkfs.ext4"):
        return False
    with tempfile.TemporaryDirectory(prefix="reflect-faults-") as place:
        disk = None
        try:
            with small_disk(Path(place) / "small"):
                pass
            disk = CutOff(Path(place) / "image", Path(place) / "disk")
            disk.power_on()
        except (OSError, subprocess.CalledProcessError):
            return False
        try:
            disk.cut()
        except OSError:
            return False
        finally:
            disk.power_off()
    return True
