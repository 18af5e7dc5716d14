"""Forms of certificates: what is kept about them, which lines are wanted, how far a line may be moved."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.certificates import (
    Blank,
    CertificateLinesUnreadable,
    CertificateMeasureImpossible,
    Letters,
    Offset,
    Placement,
    Zone,
    ZoneBox,
    ZoneShift,
    chosen_places,
    placed,
    places_text,
    read_offset,
    read_placement,
    written_offset,
    written_placement,
)

BOXES = (ZoneBox(Zone.AWARD, 20, 80, 250, 20, 40, 20), ZoneBox(Zone.RECIPIENT, 30, 100, 240, 18, 24, 12, 3))
BLANK = Blank("a4", "Giấy khen", "A4", "phôi in sẵn", 297, 210, BOXES, frozenset({Zone.RECIPIENT}))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("", (1, 2, 3, 4, 5)),
        ("2", (2,)),
        ("1-3, 5", (1, 2, 3, 5)),
        ("4 – 5; 1", (4, 5, 1)),
        ("2,2", (2,)),
        (" , ", (1, 2, 3, 4, 5)),
    ],
)
def test_places_are_read(text: str, places: tuple[int, ...]) -> None:
    assert chosen_places(text, 5) == places


@pytest.mark.parametrize("text", ["0", "6", "3-2", "hai", "1-", "-3", "1-9"])
def test_places_that_the_list_does_not_have_are_refused(text: str) -> None:
    with pytest.raises(CertificateLinesUnreadable):
        chosen_places(text, 5)


def test_places_are_written_as_they_are_read() -> None:
    assert places_text((1, 2, 3, 5)) == "1-3, 5"
    assert chosen_places(places_text((1, 2, 3, 5)), 5) == (1, 2, 3, 5)


def test_only_what_the_form_lacks_is_placed() -> None:
    (box,) = placed(BLANK, Placement())
    assert box == BOXES[1]
    both = placed(BLANK, Placement({Zone.AWARD: ZoneShift(printed=True)}))
    assert [box.zone for box in both] == [Zone.AWARD, Zone.RECIPIENT]
    assert placed(BLANK, Placement({Zone.RECIPIENT: ZoneShift(printed=False)})) == ()


def test_a_line_is_moved_by_the_office_and_by_the_printer() -> None:
    (box,) = placed(BLANK, Placement({Zone.RECIPIENT: ZoneShift(right=2.5, down=-4)}), Offset(-0.5, 1.0))
    assert (box.left, box.top, box.height) == (32.0, 97.0, 18)


def test_larger_letters_get_more_room_around_the_same_middle() -> None:
    (box,) = placed(BLANK, Placement({Zone.RECIPIENT: ZoneShift(size=36)}))
    assert (box.size, box.height, box.top + box.height / 2) == (36, 27.0, 109.0)


@pytest.mark.parametrize(
    ("shift", "offset"),
    [(ZoneShift(right=151), Offset()), (ZoneShift(size=2), Offset()), (ZoneShift(), Offset(down=31))],
)
def test_slips_of_the_key_are_refused(shift: ZoneShift, offset: Offset) -> None:
    with pytest.raises(CertificateMeasureImpossible):
        placed(BLANK, Placement({Zone.RECIPIENT: shift}), offset)


def test_what_was_settled_is_read_as_it_was_written() -> None:
    settled = Placement(
        {Zone.RECIPIENT: ZoneShift(None, 1.5, -2, 26), Zone.AWARD: ZoneShift(printed=False)},
        Letters.CAPITALS,
        bare=True,
    )
    assert read_placement(written_placement(settled)) == settled
    assert written_placement(Placement()) == ()
    assert read_offset(written_offset(Offset(0.5, -1.25))) == Offset(0.5, -1.25)


@pytest.mark.parametrize("kept", [("recipient;x;1;2;3",), ("recipient;1",), ("later;1;2",), ("offset;a;b",), ("",)])
def test_what_cannot_be_read_is_as_usual(kept: tuple[str, ...]) -> None:
    assert read_placement(kept) == Placement()
    assert read_offset(kept) == Offset()
