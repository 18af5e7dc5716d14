"""What an office file lies on: a drive of this computer, or a place that several computers share.

It decides how SQLite keeps its journal. The write-ahead log needs memory that all programs share, so it is right
only where they all run on one computer (sqlite.org/wal.html); the rollback journal is right wherever locks are. A
place that this module does not know is therefore taken for a shared one: that is slower there, and never wrong.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path, PurePosixPath, PureWindowsPath


class Medium(Enum):
    """What a folder lies on."""

    LOCAL = "local"
    """A drive of this computer: hard disk, USB stick, CD."""
    SHARED = "shared"
    """A network place, or one that is not known: other computers may have the file open, and see our locks."""
    UNLOCKED = "unlocked"
    """A network place whose locks end at this computer: two computers could write at the same time."""


_DRIVE_REMOVABLE, _DRIVE_FIXED, _DRIVE_CDROM, _DRIVE_RAMDISK = 2, 3, 5, 6
_LOCAL_DRIVES = frozenset({_DRIVE_REMOVABLE, _DRIVE_FIXED, _DRIVE_CDROM, _DRIVE_RAMDISK})
"""Answers of GetDriveTypeW; DRIVE_REMOTE (4) and the two for an unknown drive are the others."""

_LOCAL_SYSTEMS = frozenset(
    {
        *("ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "f2fs", "jfs", "bcachefs", "nilfs2", "reiserfs"),
        *("vfat", "msdos", "exfat", "ntfs", "ntfs3", "fuseblk", "hfs", "hfsplus", "apfs"),
        *("tmpfs", "ramfs", "rootfs", "overlay", "iso9660", "udf", "squashfs", "erofs", "ecryptfs"),
    }
)
"""``fuseblk`` is a file system on a disk of this computer (ntfs-3g); plain ``fuse`` may be anything."""

_WITHOUT_LOCKS = frozenset(
    {"davfs", "fuse.davfs2", "fuse.sshfs", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.s3fs", "fuse.curlftpfs"}
)
"""Their locks are kept by the kernel of this computer alone."""

_LOCKS_KEPT_HERE = frozenset({"nolock", "local_lock=all", "local_lock=flock", "local_lock=posix", "nobrl"})
"""Options of NFS and SMB mounts by which locks are not sent to the server."""

_ESCAPED = re.compile(r"\\([0-7]{3})")


def medium_of(folder: Path) -> Medium:
    """What an existing folder lies on; links and drive letters are followed."""
    if sys.platform == "win32":
        import ctypes

        # A letter given to a folder (subst) is followed too; one that does not answer stays as it is.
        found = on_windows(str(folder.resolve()), ctypes.windll.kernel32.GetDriveTypeW)
    else:
        found = on_linux(str(folder.resolve()), _mountinfo())
    return found


def on_windows(folder: str, drive_type: Callable[[str], int]) -> Medium:
    """What a Windows path lies on.

    Args:
        folder: an absolute path.
        drive_type: GetDriveTypeW of Windows, asked for the root of the drive.
    """
    anchor = PureWindowsPath(folder.removeprefix("\\\\?\\")).anchor
    if folder.startswith("\\\\?\\UNC\\") or anchor.startswith("\\\\"):
        return Medium.SHARED
    return Medium.LOCAL if drive_type(anchor) in _LOCAL_DRIVES else Medium.SHARED


def on_linux(folder: str, mountinfo: str) -> Medium:
    """What a path lies on, judged by the text of ``/proc/self/mountinfo`` (man 5 proc)."""
    here = PurePosixPath(folder)
    deepest, system, options = 0, "", frozenset[str]()
    for point, its_system, its_options in _mounts(mountinfo):
        depth = len(point.parts)
        if here.is_relative_to(point) and depth >= deepest:  # of two at one place the later lies on top
            deepest, system, options = depth, its_system, its_options
    if system in _LOCAL_SYSTEMS:
        return Medium.LOCAL
    if system in _WITHOUT_LOCKS or options & _LOCKS_KEPT_HERE:
        return Medium.UNLOCKED
    return Medium.SHARED


def _mountinfo() -> str:
    try:
        return Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:  # neither Windows nor Linux
        return ""


def _mounts(mountinfo: str) -> Iterator[tuple[PurePosixPath, str, frozenset[str]]]:
    """Mount point, file system and options: ``36 35 98:0 /root /point rw,… shared:1 - nfs host:/x rw,…``."""
    for line in mountinfo.splitlines():
        place, _, system = line.partition(" - ")
        fields, rest = place.split(" "), system.split(" ")
        if len(fields) >= 6 and len(rest) >= 3:
            point = _ESCAPED.sub(lambda octal: chr(int(octal[1], 8)), fields[4])
            yield PurePosixPath(point), rest[0], frozenset((*fields[5].split(","), *rest[2].split(",")))
