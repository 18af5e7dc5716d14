"""Programs that tests start hear nothing of the tests' own watch, so one day of commands is watched from inside."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]

_WATCH = """
import os, sys
def _hear(event, arguments):
    if event == "socket.__new__" and arguments[1] != 1 or event in ("socket.getaddrinfo", "socket.gethostbyname"):
        with open(os.environ["SOCKETS"], "a") as told:
            told.write(f"{event} {arguments[1:]}\\n")
        raise RuntimeError("the program works without a network")
sys.addaudithook(_hear)
"""
"""Runs before anything else in every Python that is started (``site`` imports it by its name); 1 is ``AF_UNIX``."""


@pytest.fixture
def watched(tmp_path: Path) -> dict[str, str]:
    """An environment in which every Python notes the sockets that it opens."""
    (tmp_path / "canh").mkdir()
    (tmp_path / "canh" / "sitecustomize.py").write_text(_WATCH, encoding="utf-8")
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join((str(tmp_path / "canh"), str(REPOSITORY))),
        "SOCKETS": str(tmp_path / "o-cam.txt"),
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONIOENCODING": "utf-8",
    }


def _run(environment: dict[str, str], *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_watch_hears_a_socket(watched: dict[str, str]) -> None:
    run = _run(watched, "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9')")
    assert run.returncode != 0
    assert Path(watched["SOCKETS"]).read_text(encoding="utf-8")


_COMMANDS = """
import json, sys
from thidua_desktop import cli
from thidua_desktop.cli.output import ExitCode, Output
for command in json.loads(sys.argv[1]):
    assert cli.run(command, Output(sys.stdout, sys.stderr)) is ExitCode.DONE, command
"""


def test_commands_open_no_socket(watched: dict[str, str], store_path: Path, tmp_path: Path) -> None:
    """The demo is watched where it is made (test_sample), and with all the rest by the test below."""
    commands = (
        ("tasks", "due", "--store", store_path),
        ("list", "read", REPOSITORY / "tests" / "fuzz" / "files" / "danh-sach.ods"),
        ("package", "make", "--store", store_path, "--out", tmp_path / "goi.tdgoi"),
    )
    run = _run(watched, "-c", _COMMANDS, json.dumps(commands, default=str))
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "goi.tdgoi").exists()
    assert not Path(watched["SOCKETS"]).exists()


@pytest.mark.torture
def test_the_whole_program_opens_no_socket(watched: dict[str, str]) -> None:
    """The self-test opens the window too."""
    run = _run(watched, "-m", "thidua_desktop", "self-test")
    assert run.returncode == 0, run.stdout
    assert not Path(watched["SOCKETS"]).exists()
