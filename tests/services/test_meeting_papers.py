"""The papers of a meeting and of its decisions: which there are when, and all of them by one action."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from tests.services.sittings import BANG_KHEN, CSTD, LDTT, Sitting, sitting
from thidua_desktop.common.errors import AppError
from thidua_desktop.common.progress import Cancelled, Progress, Step, watched
from thidua_desktop.domain.councils.meetings import LineVerdict, Verdict
from thidua_desktop.domain.decisions import DecisionState
from thidua_desktop.domain.ids import DecisionId
from thidua_desktop.domain.papers import FolderTaken, PaperKind, PaperNotReady, PaperRef, PaperRow, PaperUnknown
from thidua_desktop.domain.units import Office
from thidua_desktop.services.container import Services
from thidua_desktop.services.meeting_papers import Format, NothingToWrite
from thidua_desktop.services.name_checks import NameAnswerMissing, NamesAgree, NamesDiffer
from thidua_desktop.services.paper_folders import free_folder
from thidua_desktop.services.report_files import FormatNotOffered
from thidua_desktop.storage.session import Session
from thidua_desktop.wording import messages

_K = PaperKind
OFFICE = Office("SỞ NỘI VỤ", "UBND TỈNH HỒNG SƠN", "Hồng Sơn", "SNV", ("GIÁM ĐỐC",), "Lê Thị Hoa", "Trần Văn Bình")


def rows(sat: Sitting) -> dict[PaperKind, list[PaperRow]]:
    found: dict[PaperKind, list[PaperRow]] = {}
    for row in sat.services.meeting_papers.catalogue(sat.meeting):
        found.setdefault(row.ref.kind, []).append(row)
    return found


def lacking(sat: Sitting, kind: PaperKind) -> list[str | None]:
    return [row.lacks.code if row.lacks is not None else None for row in rows(sat)[kind]]


def text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return " ".join(" ".join(pages).split())


@pytest.fixture
def sat(services: Services) -> Sitting:
    services.office.save(OFFICE)
    return sitting(services, (CSTD, LDTT, CSTD), present=8, written=1)


@pytest.fixture
def drafted(sat: Sitting) -> Sitting:
    """Voted on and concluded: one line is refused, two are in drafts."""
    sat.vote([9, 5])
    sat.services.decisions.draft_from_tally(sat.meeting)
    return sat


def test_before_the_meeting_what_comes_later_says_what_it_waits_for(sat: Sitting) -> None:
    assert lacking(sat, _K.INVITATIONS) == lacking(sat, _K.LIST_UNIT) == lacking(sat, _K.BALLOT_A5) == [None]
    assert lacking(sat, _K.OPINIONS) == [None]
    assert lacking(sat, _K.VOTE_COUNT) == ["paper.no_ballot"]
    assert lacking(sat, _K.MINUTES) == lacking(sat, _K.PROPOSAL) == lacking(sat, _K.NOTICE) == ["paper.not_concluded"]
    for row in sat.services.meeting_papers.catalogue(sat.meeting):
        assert row.lacks is None or "{" not in messages.finding(row.lacks)


def test_after_the_count_everything_is_there(drafted: Sitting) -> None:
    found = rows(drafted)
    assert [row.ref.key for row in found[_K.PROPOSAL]] == ["thu_truong_so"]
    assert [row.ref.key for row in found[_K.NOTICE]] == ["Sở Y tế"]
    assert len(found[_K.DECISION]) == len(drafted.services.decisions.of_meeting(drafted.meeting)) == 1
    assert all(row.ready for row in drafted.services.meeting_papers.catalogue(drafted.meeting))
    names = [row.file_name for row in drafted.services.meeting_papers.catalogue(drafted.meeting)]
    assert len(set(names)) == len(names)
    assert all(name.isascii() and name[:2].isdigit() for name in names)


def test_all_papers_in_one_action(drafted: Sitting, tmp_path: Path) -> None:
    papers = drafted.services.meeting_papers
    told: list[Step] = []
    with watched(Progress(told.append)):
        written = papers.write_all(drafted.meeting, tmp_path / "giay-to", (Format.PDF,))
    assert written.left_out == ()
    assert len(written.files) == len(papers.catalogue(drafted.meeting)) == told[-1].total == told[-1].done
    assert sorted(written.files) == sorted((tmp_path / "giay-to").iterdir())
    assert free_folder(tmp_path / "giay-to") == tmp_path / "giay-to (2)"
    minutes = next(path for path in written.files if "bien-ban-hop" in path.name)
    assert "BIÊN BẢN" in text(minutes)
    assert "Người Thứ 2" in text(minutes)
    notice = next(path for path in written.files if "thong-bao" in path.name)
    assert "5/9" in text(notice)
    assert "chưa đạt tỷ lệ" in text(notice) or "cần ít nhất" in text(notice)


def test_nothing_is_overwritten_and_a_stop_leaves_nothing(drafted: Sitting, tmp_path: Path) -> None:
    papers = drafted.services.meeting_papers
    kept = tmp_path / "co-tep" / "ghi-chu.txt"
    kept.parent.mkdir()
    kept.write_text("giữ", encoding="utf-8")
    with pytest.raises(FolderTaken):
        papers.write_all(drafted.meeting, kept.parent)
    assert [path.name for path in kept.parent.iterdir()] == ["ghi-chu.txt"]

    progress = Progress(lambda step: progress.cancel() if step.done == 2 else None)
    empty = tmp_path / "trong"
    empty.mkdir()
    with watched(progress), pytest.raises(Cancelled):
        papers.write_all(drafted.meeting, empty)
    assert list(empty.iterdir()) == []
    assert not [path.name for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_one_paper_in_each_format_it_comes_in(sat: Sitting, tmp_path: Path) -> None:
    papers = sat.services.meeting_papers
    for format in Format.PDF, Format.DOCX, Format.XLSX:
        out = tmp_path / f"ds.{format.value}"
        assert papers.write(sat.meeting, PaperRef(_K.LIST_AWARD), out, format).stat().st_size > 1000
    with pytest.raises(FormatNotOffered):
        papers.write(sat.meeting, PaperRef(_K.INVITATIONS), tmp_path / "moi.xlsx", Format.XLSX)
    with pytest.raises(PaperNotReady) as refused:
        papers.write(sat.meeting, PaperRef(_K.MINUTES), tmp_path / "bb.pdf", Format.PDF)
    assert "kết thúc kiểm phiếu" in messages.error(refused.value)
    with pytest.raises(PaperUnknown):
        papers.write(sat.meeting, PaperRef(_K.NOTICE, "Sở Tài chính"), tmp_path / "tb.pdf", Format.PDF)
    with pytest.raises(NothingToWrite):
        papers.write_all(sat.meeting, tmp_path / "khong", refs=[PaperRef(_K.MINUTES)])
    assert not (tmp_path / "khong").exists()


def test_lines_stand_as_they_were_put_before_the_council(services: Services, tmp_path: Path) -> None:
    sat = sitting(services, (LDTT, BANG_KHEN))
    lowered = LineVerdict(sat.lines[1], Verdict.LOWERED, "Chưa đủ thời gian", "giay_khen_so")
    services.verdicts.decide(sat.meeting, [lowered])
    services.verdicts.conclude(sat.meeting)
    out = services.meeting_papers.write(sat.meeting, PaperRef(_K.LIST_AWARD), tmp_path / "ds.pdf", Format.PDF)
    assert "Giấy khen" not in text(out)
    assert "BẰNG KHEN" in text(out)


def test_the_papers_of_a_decision(drafted: Sitting, tmp_path: Path) -> None:
    services = drafted.services
    (decision,) = services.decisions.of_meeting(drafted.meeting)
    assert decision.id is not None
    assert decision.authority == "thu_truong_so"
    written = services.decision_papers.write_all(decision.id, tmp_path / "qd", (Format.PDF, Format.XLSX))
    assert {path.suffix for path in written.files} == {".pdf", ".xlsx"}
    said = text(next(path for path in written.files if path.name == "01-quyet-dinh.pdf"))
    assert "GIÁM ĐỐC SỞ NỘI VỤ" in said
    assert "Theo đề nghị của Hội đồng" in said
    assert "Người Thứ 0" in said
    pay = text(next(path for path in written.files if "chi-tien-thuong" in path.name))
    assert "Bằng chữ" in pay


def test_a_text_of_the_clerk_goes_before_a_proposed_one(drafted: Sitting, tmp_path: Path) -> None:
    services = drafted.services
    (decision,) = services.decisions.of_meeting(drafted.meeting)
    assert decision.id is not None
    own = replace(
        decision,
        merit="đã lập công trong đợt mưa lũ",
        executors="Chánh Văn phòng Sở",
        recipients=("Lãnh đạo Sở", "Lưu: VT"),
        signer_posts=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        signer_name="Đỗ Văn Sáu",
        proposed_by="Trưởng phòng Thi đua",
    )
    services.decisions.save(own)
    texts = services.decision_papers.texts(decision.id)
    assert texts.bases[-1] == "Theo đề nghị của Trưởng phòng Thi đua"
    assert sum(each.startswith("Theo đề nghị") for each in texts.bases) == 1
    said = text(services.decision_papers.write(decision.id, PaperRef(_K.DECISION), tmp_path / "qd.pdf", Format.PDF))
    for part in ("đã lập công trong đợt mưa lũ", "Chánh Văn phòng Sở", "KT. GIÁM ĐỐC", "Đỗ Văn Sáu", "Lãnh đạo Sở"):
        assert part in said


def _renamed(drafted: Sitting, name: str) -> DecisionId:
    (decision,) = drafted.services.decisions.of_meeting(drafted.meeting)
    assert decision.id is not None
    first, *others = decision.lines
    drafted.services.decisions.save_lines(decision.id, [replace(first, name=name), *others])
    return decision.id


@pytest.mark.parametrize("name", ["Người  Thứ 0", "Người Thứ O", "Nguời Thứ 0", "người Thứ 0"])
def test_a_decision_with_another_name_is_not_printed_until_somebody_says_why(
    drafted: Sitting, tmp_path: Path, name: str
) -> None:
    services = drafted.services
    decision_id = _renamed(drafted, name)
    out, of_meeting = tmp_path / "qd.pdf", PaperRef(_K.DECISION, str(decision_id))
    with pytest.raises(NamesDiffer):
        services.decision_papers.write(decision_id, PaperRef(_K.DECISION), out, Format.PDF)
    with pytest.raises(NamesDiffer):
        services.meeting_papers.write(drafted.meeting, of_meeting, out, Format.PDF)
    assert not (tmp_path / "qd.pdf").exists()
    checked = services.name_checks.of(decision_id)
    (one,) = checked.open
    assert (one.difference.council, one.difference.decision) == ("Người Thứ 0", name)
    assert one.line.id is not None
    with pytest.raises(NameAnswerMissing):
        services.name_checks.answer(decision_id, {one.line.id: "  "})
    services.name_checks.answer(decision_id, {one.line.id: "Theo căn cước mới"})
    answered = services.name_checks.of(decision_id)
    assert answered.open == ()
    assert answered.differences[0].answer is not None
    assert answered.differences[0].answer.who == services.user
    services.decision_papers.write(decision_id, PaperRef(_K.DECISION), tmp_path / "qd.pdf", Format.PDF)
    page = text(services.decision_papers.write(decision_id, PaperRef(_K.NAME_CHECK), tmp_path / "dc.pdf", Format.PDF))
    assert "Theo căn cước mới" in page


def test_an_answer_holds_for_exactly_the_texts_that_were_looked_at(drafted: Sitting) -> None:
    services = drafted.services
    decision_id = _renamed(drafted, "Người Thứ Không")
    (one,) = services.name_checks.of(decision_id).open
    assert one.line.id is not None
    services.name_checks.answer(decision_id, {one.line.id: "Theo căn cước mới"})
    _renamed(drafted, "Người Thứ Hai")
    assert len(services.name_checks.of(decision_id).open) == 1
    _renamed(drafted, "Người Thứ 0")
    assert services.name_checks.of(decision_id).differences == ()
    with pytest.raises(NamesAgree):
        services.name_checks.answer(decision_id, {one.line.id: "Vì"})


def test_a_line_whose_name_was_answered_for_leaves_the_draft(drafted: Sitting) -> None:
    services = drafted.services
    decision_id = _renamed(drafted, "Người Thứ Không")
    before = services.decisions.get(decision_id).lines
    (one,) = services.name_checks.of(decision_id).open
    assert one.line.id is not None
    services.name_checks.answer(decision_id, {one.line.id: "Theo căn cước mới"})
    services.decisions.save_lines(decision_id, [line for line in before if line.id != one.line.id])
    assert len(services.decisions.get(decision_id).lines) == len(before) - 1
    services.undo.undo()
    assert services.decisions.get(decision_id).lines == before
    assert services.name_checks.of(decision_id).open == ()


_HARD = (
    "Nguyễn Thị Thuỷ",
    "Nguyễn Thị Thủy",
    "Hoà Quang Đức",
    "Ỷ Thuần Niê Kđăm",
    "Đặng Ngọc Ửng Ỡm Ẵng",
    "Tổ bảo vệ an ninh, trật tự ở cơ sở thôn Nà Lếch",
    "H'Hen Niê – Y Bhăm",
)


def test_the_page_bears_the_very_letters_of_the_list(services: Services, tmp_path: Path) -> None:
    services.office.save(OFFICE)
    sat = sitting(services, [LDTT] * len(_HARD))
    services.decisions.draft_from_tally(sat.meeting)
    (decision,) = services.decisions.of_meeting(sat.meeting)
    assert decision.id is not None
    lines = [replace(line, name=name) for line, name in zip(decision.lines, _HARD, strict=True)]
    services.decisions.save_lines(decision.id, lines)
    checked = services.name_checks.of(decision.id)
    assert checked.printed == _HARD
    reasons = {one.line.id: "Theo giấy khai sinh" for one in checked.open if one.line.id is not None}
    services.name_checks.answer(decision.id, reasons)
    page = text(services.decision_papers.write(decision.id, PaperRef(_K.DECISION), tmp_path / "qd.pdf", Format.PDF))
    assert [name for name in _HARD if name not in page] == []


def test_names_are_read_out_of_the_list_behind_and_out_of_the_articles(services: Services) -> None:
    services.office.save(OFFICE)
    for count in (1, 2, 5, 6, 12):
        sat = sitting(services, [LDTT] * count)
        services.decisions.draft_from_tally(sat.meeting)
        (decision,) = services.decisions.of_meeting(sat.meeting)
        assert decision.id is not None
        named = [replace(line, honorific="Bà", position="Trưởng phòng") for line in decision.lines]
        services.decisions.save_lines(decision.id, named)
        checked = services.name_checks.of(decision.id)
        assert checked.printed == tuple(line.name for line in decision.lines)
        assert checked.differences == ()
        services.decisions.move(decision.id, DecisionState.TO_SIGN)


def test_a_folder_that_cannot_be_made_is_a_sentence(sat: Sitting, tmp_path: Path) -> None:
    in_the_way = tmp_path / "tep"
    in_the_way.write_text("x", encoding="utf-8")
    papers = sat.services.meeting_papers
    with pytest.raises(FolderTaken):
        papers.write_all(sat.meeting, in_the_way)
    with pytest.raises(AppError) as refused:
        papers.write_all(sat.meeting, in_the_way / "duoi-tep")
    assert refused.value.code.startswith("out.")
    assert in_the_way.read_text(encoding="utf-8") == "x"
    deep = papers.write_all(sat.meeting, tmp_path / "moi" / "sau", refs=[PaperRef(_K.LIST_UNIT)])
    assert [path.name for path in deep.files] == ["03-danh-sach-theo-don-vi.pdf"]


def test_lines_are_written_in_heaps(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is asked of the file does not grow with the lines: two thousand are no two thousand statements."""
    many, statements = 24, list[str]()
    sat = sitting(services, [CSTD] * many)
    sat.vote([9] * many)
    services.ties.tie_round(sat.round)
    original = Session.change

    def counted(self: Session, sql: str, parameters: Any = ()) -> tuple[int, int]:
        statements.append(sql)
        return original(self, sql, parameters)

    monkeypatch.setattr(Session, "change", counted)
    services.decisions.draft_from_tally(sat.meeting)
    (decision,) = services.decisions.of_meeting(sat.meeting)
    assert decision.id is not None
    services.decisions.move(decision.id, DecisionState.TO_SIGN)
    services.decisions.sign(decision.id, "5/QĐ-SNV", date(2024, 6, 20))
    assert services.decisions.get(decision.id).lines[-1].award_record_id is not None
    assert len(statements) < many / 2


def test_a_count_without_counters_says_so_before_it_is_printed(sat: Sitting, tmp_path: Path) -> None:
    sat.vote([8, 5])
    (row,) = rows(sat)[_K.VOTE_COUNT]
    assert row.ready
    assert row.remark is not None
    assert "in dòng chấm" in messages.finding(row.remark)
    out = sat.services.meeting_papers.write(sat.meeting, row.ref, tmp_path / "bb.pdf", Format.PDF)
    assert "………, Trưởng ban" in text(out)
    (state,) = sat.services.ballots.of_meeting(sat.meeting)
    sat.services.ballots.save(replace(state.ballot, counters=("Ủy viên 1", "Ủy viên 2")))
    (row,) = rows(sat)[_K.VOTE_COUNT]
    assert row.remark is None
