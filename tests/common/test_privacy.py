"""A report of an error says where, not about whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.privacy import masked, told

NAME, NUMBER = "Nguyễn Thị Lan", "001099000001"


class Known(AppError):
    """An error with a name in it."""

    code = ""


def _raised(trouble: BaseException, cause: BaseException | None = None) -> str:
    try:
        raise trouble from cause
    except type(trouble) as caught:
        return told(caught)


@pytest.mark.parametrize(
    "trouble",
    [
        ValueError(f"invalid literal for int() with base 10: '{NUMBER}'"),
        KeyError(NAME),
        Known(name=NAME, id_number=NUMBER),
        RuntimeError(f"cannot store {NAME}"),
        RuntimeError(f"row of\n{NAME} {NUMBER}\nis broken"),
        FileNotFoundError(2, "No such file or directory", f"D:/{NAME}/{NUMBER}.docx"),
        UnicodeDecodeError("utf-8", NAME.encode(), 0, 1, "x"),
    ],
    ids=lambda trouble: type(trouble).__name__,
)
def test_no_name_and_no_number(trouble: BaseException) -> None:
    for report in (_raised(trouble), _raised(RuntimeError("outer"), trouble)):
        for word in (*NAME.split(), NUMBER):
            if word.isascii() and word.isalpha():
                continue  # "Lan" alone says nothing of anybody
            assert word not in report
        assert type(trouble).__name__ in report
        assert "test_privacy.py" in report
        assert "raise trouble from cause" in report


def test_the_home_folder_is_not_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path(__file__).parents[1])
    report = _raised(ValueError("x"))
    assert str(Path(__file__).parents[1]) not in report
    assert 'File "~' in report


def test_what_helps_stays() -> None:
    assert masked("disk I/O error (code 266)") == "disk I/O error (code 266)"
    assert masked("'int' object is not callable") == "… object is not callable"
