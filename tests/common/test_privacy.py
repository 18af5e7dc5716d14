"""A report of an error says where, not about whom."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from thidua_desktop.common.privacy import faults_told, named, told
from thidua_desktop.storage.errors import RecordMissing

NAMES = ("Nguyễn Thị Lan", "Nguyen Thi Lan", "Lan")
NUMBERS = ("001099000001", "123456789")
MESSAGES = [
    *NAMES,
    *NUMBERS,
    f"cannot store {NAMES[1]} of Ward 5",
    f"invalid literal for int() with base 10: '{NUMBERS[0]}'",
    f'row of\n{NAMES[1]} {NUMBERS[0]}\n  File "Lan.py", line 1, in Lan\n    Lan()',
]


def _raised(trouble: BaseException, cause: BaseException | None = None) -> str:
    about_whom = NAMES[0] + NUMBERS[0]  # a local value, which must not be told either
    try:
        assert about_whom
        raise trouble from cause
    except type(trouble) as caught:
        return told(caught)


def _troubles(message: str) -> list[BaseException]:
    return [
        ValueError(message),
        KeyError(message),
        RecordMissing(name=message, id_number=NUMBERS[0]),
        FileNotFoundError(2, message, f"D:/{NAMES[1]}/{NUMBERS[0]}.docx"),
        UnicodeDecodeError("utf-8", message.encode(), 0, 1, message),
        sqlite3.IntegrityError(f"UNIQUE constraint failed: {message}"),
        ExceptionGroup(message, [ValueError(message), RuntimeError(message)]),
    ]


@pytest.mark.parametrize("message", MESSAGES)
def test_nothing_of_a_message_is_told(message: str) -> None:
    for trouble in _troubles(message):
        trouble.add_note(message)
        for report in (_raised(trouble), _raised(RuntimeError(message), trouble)):
            for word in (*NAMES, *NUMBERS, "Ward"):
                assert word not in report
            assert type(trouble).__name__ in report
            assert "tests/common/test_privacy.py:" in report
            assert "_raised" in report


def test_what_helps_stays() -> None:
    assert named(FileNotFoundError(2, NAMES[1])) == "FileNotFoundError (ENOENT)"
    assert named(RecordMissing(name=NAMES[1])) == "thidua_desktop.storage.errors.RecordMissing (record.missing)"
    assert named(ValueError(NAMES[1])) == "ValueError"
    with pytest.raises(sqlite3.OperationalError) as caught:
        sqlite3.connect(":memory:").execute(f"SELECT {NUMBERS[0]} FROM Lan")
    assert named(caught.value) == "sqlite3.OperationalError (SQLITE_ERROR)"


def test_the_chain_is_told_from_its_beginning() -> None:
    lines = _raised(RuntimeError(NAMES[1]), ValueError(NAMES[1])).splitlines()
    assert lines[:3] == ["ValueError", "which led to", "RuntimeError"]
    assert lines[3].startswith("  tests/common/test_privacy.py:")


def test_an_error_that_is_its_own_cause_is_told_once() -> None:
    first, second = ValueError(NAMES[1]), KeyError(NAMES[1])
    first.__context__, second.__context__ = second, first
    assert _raised(first).count("ValueError") == 1


def test_the_folders_of_the_user_are_not_named() -> None:
    with pytest.raises(ValueError, match="Lan") as caught:
        Path.relative_to(Path("Lan"), "x")  # fails within the standard library, whose folder is not ours
    report = told(caught.value)
    assert "pathlib.py:" in report
    assert str(Path(__file__).parents[2]) not in report
    assert str(Path.home()) not in report


def test_a_dump_of_the_interpreter_loses_its_folders() -> None:
    ours = Path(__file__).parents[2] / "thidua_desktop" / "app.py"
    dump = f'Fatal Python error: Aborted\n  File "{ours}", line 66 in run\n  File "/home/lan/other.py", line 1 in f\n'
    assert faults_told(dump) == (
        'Fatal Python error: Aborted\n  File "thidua_desktop/app.py", line 66 in run\n  File "other.py", line 1 in f\n'
    )
