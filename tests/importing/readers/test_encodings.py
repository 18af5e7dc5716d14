"""Old encodings: what is repaired, and what must never be touched."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from thidua_desktop.common.paths import resource
from thidua_desktop.importing.readers import legacy, read_file, read_text
from thidua_desktop.importing.readers.legacy import Encoding
from thidua_desktop.wording import messages

SENTENCE = "Tổ chức tổng kết phong trào thi đua năm 2024, trình Ủy ban nhân dân tỉnh xét khen thưởng"
LOWER = "Căn cứ kế hoạch số 12 ngày 05 tháng 3, các đơn vị tự chấm điểm và gửi về trước ngày 15"


def tables() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = json.loads(resource("encodings/legacy-vietnamese.json").read_text("utf-8"))
    return found


def in_tcvn3(text: str) -> str:
    """The text as TCVN3 is seen in Latin-1; capitals with tones take the small letter, as its fonts do."""
    back = {ord(letter): chr(int(byte, 16)) for byte, letter in tables()["tcvn3"].items()}
    back |= {ord(letter.upper()): seen for code, seen in back.items() if ord((letter := chr(code)).upper()) not in back}
    return text.translate(back)


def in_vni(text: str) -> str:
    back: dict[int, str] = {}
    for seen, letter in tables()["vni"].items():
        back.setdefault(ord(letter), seen)
    return text.translate(back)


def test_every_letter_of_the_alphabet_is_in_both_tables() -> None:
    vowels = "aăâeêioôơuưy"
    letters = {
        unicodedata.normalize("NFC", v + tone)
        for v in vowels
        for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    }
    marked = {letter for letter in letters if not letter.isascii()} | {"đ"}
    assert len(marked) == 67
    assert marked <= set(tables()["tcvn3"].values())
    assert marked | {letter.upper() for letter in marked} == set(tables()["vni"].values())


@pytest.mark.parametrize("encode", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_files_are_read_without_a_remark(tmp_path: Path, encode: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(f"{SENTENCE}\r\n{LOWER}".encode(encode))
    document = read_file(path)
    assert [block.text for block in document.blocks] == [SENTENCE, LOWER]
    assert document.notes == ()


def test_windows_1258(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    tones = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    parted = "".join(
        unicodedata.normalize("NFC", "".join(m for m in unicodedata.normalize("NFD", char) if m not in tones))
        + "".join(m for m in unicodedata.normalize("NFD", char) if m in tones)
        for char in SENTENCE
    )
    path.write_bytes(parted.encode("cp1258"))
    assert [block.text for block in read_file(path).blocks] == [SENTENCE]


@pytest.mark.parametrize(("made", "encoding"), [(in_tcvn3, Encoding.TCVN3), (in_vni, Encoding.VNI)])
def test_old_encodings_in_files_and_in_copied_text(
    tmp_path: Path, made: Callable[[str], str], encoding: Encoding
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(made(LOWER).encode("latin-1"))
    for document in (read_file(path), read_text(made(LOWER))):
        assert [block.text for block in document.blocks] == [LOWER]
        (note,) = document.notes
        assert (note.code, note.params["encoding"], note.params["count"]) == (
            "reader.encoding_repaired",
            encoding.shown,
            1,
        )
        assert encoding.shown in messages.finding(note)


def test_capitals_of_tcvn3_follow_their_neighbours() -> None:
    text = f"KẾ HOẠCH CÔNG TÁC THI ĐUA\n{LOWER}\nUBND TỈNH giao Sở Nội vụ"
    assert [block.text for block in read_text(in_tcvn3(text)).blocks] == text.split("\n")


def test_cells_are_repaired_too() -> None:
    document = read_text("\n".join(f"{at}\t{in_tcvn3(LOWER)}\t{in_tcvn3('Sở Nội vụ')}" for at in (1, 2)))
    assert document.blocks[1].cells == ("2", LOWER, "Sở Nội vụ")


def test_in_a_mixed_text_only_the_old_lines_change() -> None:
    document = read_text(f"{SENTENCE}\n{in_vni(LOWER)}\nHà Nam và Hà Giang")
    assert [block.text for block in document.blocks] == [SENTENCE, LOWER, "Hà Nam và Hà Giang"]


@pytest.mark.parametrize(
    "right",
    [
        SENTENCE,
        unicodedata.normalize("NFD", SENTENCE),
        "Hà Nam, Thái Bình, Hòa Bình, Cà Mau, Trà Vinh, Hà Giang",
        "Café, naïve, Köln, Übermensch, São Paulo, señor, façade",
        "§ 5 «Điều» ± 3 µm × 2 ÷ 4 © ® ¼ ½",
        "± µ × ÷ © ® ¼ ½ § « »",
        "năm 2024",
        "plain ascii text, 12/KH-UBND",
        "ÑAØ",
    ],
)
def test_text_that_is_right_is_never_touched(right: str) -> None:
    document = read_text(right)
    assert [block.text for block in document.blocks] == [unicodedata.normalize("NFC", right)]
    assert document.notes == ()


def test_shipped_plans_and_our_own_sentences_are_right_as_they_stand() -> None:
    sentences = [*messages.ERRORS.values(), *messages.FINDINGS.values()]
    assert legacy.detect(sentences) is None


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", Encoding.TCVN3),
        (".VnTimeH", Encoding.TCVN3_CAPITALS),
        (".VNARIALH", Encoding.TCVN3_CAPITALS),
        ("ABCDEF+.VnTime-Bold", Encoding.TCVN3),
        ("VNI-Times", Encoding.VNI),
        ("Times New Roman", None),
        (None, None),
    ],
)
def test_the_font_names_the_encoding(font: str | None, encoding: Encoding | None) -> None:
    assert legacy.of_font(font) is encoding


def test_a_capital_font_draws_all_letters_as_capitals() -> None:
    assert legacy.decode(in_tcvn3("kế hoạch năm"), Encoding.TCVN3_CAPITALS) == "KẾ HOẠCH NĂM"


def test_unicode_typed_in_an_old_font_stays() -> None:
    assert legacy.decode(SENTENCE, Encoding.TCVN3) == SENTENCE


def test_vni_pairs_of_unlike_case_are_understood() -> None:
    assert legacy.decode("KEá HOAïCH", Encoding.VNI) == "KẾ HOẠCH"


def test_broken_bytes_in_unicode_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(SENTENCE.encode() + b"\xff " + LOWER.encode())
    document = read_file(path)
    assert SENTENCE in document.blocks[0].text
    assert [(note.code, note.params) for note in document.notes] == [("reader.letters_lost", {"count": 1})]


@pytest.mark.parametrize("word", ["nguyễn", "Thuỷ", "quý", "giêng", "khuỷu", "ngoằn", "yêu", "Đắk", "ƯƠNG", "huyện"])
def test_syllables(word: str) -> None:
    assert legacy.is_syllable(word)


@pytest.mark.parametrize("word", ["naêm", "cña", "n¨m", "§¹i", "café", "Köln"])
def test_what_is_no_syllable(word: str) -> None:
    assert not legacy.is_syllable(word)
