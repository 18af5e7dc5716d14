"""Where a file lies decides how it is written; whatever is not known counts as shared."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from thidua_desktop.storage import medium
from thidua_desktop.storage.medium import Medium, medium_of, on_linux, on_windows

MOUNTS = r"""
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw,errors=remount-ro
30 22 0:40 / /tmp rw,nosuid - tmpfs tmpfs rw,size=1g
40 22 0:50 / /mnt/share rw,relatime shared:9 - cifs //may-chu/tdkt rw,vers=3.1.1,cache=strict
41 40 0:51 / /mnt/share/usb rw - vfat /dev/sdb1 rw
42 22 0:52 / /mnt/co\040quan rw - nfs4 may-chu:/tdkt rw,vers=4.2,local_lock=none
43 22 0:53 / /mnt/nolock rw - nfs may-chu:/tdkt rw,vers=3,nolock,local_lock=all
44 22 0:54 / /mnt/nobrl rw - cifs //may-chu/x rw,nobrl
45 22 0:55 / /mnt/ssh rw - fuse.sshfs lan@may-chu:/x rw
46 22 0:56 / /mnt/dav rw - davfs https://may-chu/x rw
47 22 0:57 / /mnt/stick rw - fuseblk /dev/sdc1 rw
48 22 0:58 / /mnt/windows rw - 9p drvfs rw,trans=fd
49 22 0:59 / /mnt/la rw - quantumfs x rw
50 22 0:60 / /mnt/vm rw - virtiofs x rw
51 22 0:61 / /mnt/twice rw - ext4 /dev/sdd1 rw
52 51 0:62 / /mnt/twice rw - nfs4 may-chu:/y rw
53 22 0:63 / /mnt/smb rw - smb3 //may-chu/y rw

a line that is none
""".strip("\n")


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("/home/lan", Medium.LOCAL),
        ("/", Medium.LOCAL),
        ("/tmp/x", Medium.LOCAL),
        ("/mnt/share", Medium.SHARED),
        ("/mnt/share/2026/thi đua", Medium.SHARED),
        ("/mnt/shared-not", Medium.LOCAL),
        ("/mnt/share/usb/a", Medium.LOCAL),
        ("/mnt/co quan/x", Medium.SHARED),
        ("/mnt/nolock", Medium.UNLOCKED),
        ("/mnt/nobrl/a", Medium.UNLOCKED),
        ("/mnt/ssh", Medium.UNLOCKED),
        ("/mnt/dav/a/b", Medium.UNLOCKED),
        ("/mnt/stick", Medium.LOCAL),
        ("/mnt/windows/Users", Medium.SHARED),
        ("/mnt/la", Medium.SHARED),
        ("/mnt/vm", Medium.SHARED),
        ("/mnt/twice", Medium.SHARED),
        ("/mnt/smb", Medium.SHARED),
    ],
)
def test_linux(folder: str, expected: Medium) -> None:
    assert on_linux(folder, MOUNTS) is expected


def test_a_table_of_mounts_without_sense_counts_as_shared() -> None:
    assert on_linux("/home", "rubbish\n\n1 2 3\n - - -") is Medium.SHARED
    assert on_linux("/home", "") is Medium.SHARED


@pytest.mark.parametrize(
    ("folder", "asked", "answer", "expected"),
    [
        (r"C:\Users\Lan", "C:\\", 3, Medium.LOCAL),
        (r"E:\thi dua", "E:\\", 2, Medium.LOCAL),
        ("D:\\", "D:\\", 5, Medium.LOCAL),
        (r"R:\x", "R:\\", 6, Medium.LOCAL),
        (r"Z:\tdkt", "Z:\\", 4, Medium.SHARED),
        (r"Q:\tdkt", "Q:\\", 1, Medium.SHARED),
        (r"Q:\tdkt", "Q:\\", 0, Medium.SHARED),
        (r"\\?\C:\Users", "C:\\", 3, Medium.LOCAL),
        (r"\\?\Z:\Users", "Z:\\", 4, Medium.SHARED),
    ],
)
def test_windows_drives(folder: str, asked: str, answer: int, expected: Medium) -> None:
    roots: list[str] = []

    def drive_type(root: str) -> int:
        roots.append(root)
        return answer

    assert on_windows(folder, drive_type) is expected
    assert roots == [asked]


@pytest.mark.parametrize("folder", [r"\\may-chu\tdkt\2026", r"\\?\UNC\may-chu\tdkt\2026", r"\\wsl.localhost\Ubuntu\x"])
def test_windows_network_paths_need_no_question(folder: str) -> None:
    assert on_windows(folder, lambda _root: pytest.fail("there is no drive to ask about")) is Medium.SHARED


if sys.platform == "linux":

    def test_the_temporary_folder_of_this_computer_is_local(tmp_path: Path) -> None:
        assert medium_of(tmp_path) is Medium.LOCAL

    def test_a_link_is_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "share").mkdir()
        (tmp_path / "link").symlink_to(tmp_path / "share")
        mounts = f"1 0 8:1 / / rw - ext4 x rw\n2 1 0:9 / {tmp_path.resolve()}/share rw - cifs //m/x rw"
        monkeypatch.setattr(medium.Path, "read_text", lambda *_args, **_keys: mounts)
        assert medium_of(tmp_path / "link") is Medium.SHARED

    def test_a_system_that_tells_nothing_counts_as_shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def missing(*_args: object, **_keys: object) -> str:
            raise FileNotFoundError

        monkeypatch.setattr(medium.Path, "read_text", missing)
        assert medium_of(tmp_path) is Medium.SHARED
