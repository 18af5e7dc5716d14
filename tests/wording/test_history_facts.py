"""Facts, decisions otherwise and bases of quotas in the history, in words and not in codes."""

from __future__ import annotations

from datetime import date

import pytest

from tests.services.filed import LINE, keep_file, keep_round
from tests.services.steps_evidence import ONE_OF_EACH
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.eligibility.verdicts import Verdict
from thidua_desktop.domain.evidence import Evidence
from thidua_desktop.domain.facts import Fact, FactKind, KeptFact, kind_of
from thidua_desktop.domain.ids import RecipientId
from thidua_desktop.domain.quota_boards import HOLDERS
from thidua_desktop.services.container import Services
from thidua_desktop.storage.store import Store
from thidua_desktop.wording import history
from thidua_desktop.wording.history import FieldChange, Names

AWARDS = {"lao_dong_tien_tien": "Lao động tiên tiến", "chien_si_thi_dua_co_so": "Chiến sĩ thi đua cơ sở"}
CODES = {
    "sector": "công tác trong ngành",
    "bo_tinh": "bộ, ban, ngành, tỉnh",
    "thu_tuong": "Thủ tướng Chính phủ",
    "dang_ky_thi_dua": "Đã đăng ký thi đua",
    "holders": "số người đạt “Lao động tiên tiến”",
    "other": "địa bàn khác",
}
SAID = {
    FactKind.RATING: "2023; mức hoàn thành nhiệm vụ: hoàn thành xuất sắc nhiệm vụ; văn bản: QĐ 15/QĐ-SNV",
    FactKind.INITIATIVE: "đã dùng để xét: Lao động tiên tiến",
    FactKind.SPELL: "công tác trong ngành; từ ngày: 01/03/2024; đến hết ngày: 01/01/2030; hệ số: nhân 2",
    FactKind.SANCTION: "cảnh cáo; từ ngày: 01/03/2024",
    FactKind.CASE: "khiếu nại, tố cáo; bắt đầu: 01/03/2024",
    FactKind.CLEARANCE: "không có vụ việc đang xem xét; đến ngày: 01/03/2024",
    FactKind.MEMBERS: "số người đạt danh hiệu: 10 Lao động tiên tiến, 1 Chiến sĩ thi đua cơ sở",
    FactKind.RANK: "cấp tổ chức: bộ, ban, ngành, tỉnh",
    FactKind.MOVEMENT: "cấp phát động: Thủ tướng Chính phủ; số năm: 5; sơ kết, tổng kết: tổng kết",
    FactKind.SCORE: "địa bàn: địa bàn khác; tiêu chuẩn thấp nhất: 51.0; đăng ký ngày: 01/03/2024",
    FactKind.CONFIRMATION: "Đã đăng ký thi đua; có đúng: Có",
}


def latest(services: Services) -> tuple[FieldChange, ...]:
    entry = services.history.recent(1)[0]
    return history.field_changes(services.history.changes(entry.id), Names(awards=AWARDS, codes=CODES))


@pytest.fixture
def an(store: Store) -> RecipientId:
    return keep_file(store, Evidence("", RecipientKind.PERSON, "Nguyễn Văn An"))


@pytest.mark.parametrize("fact", ONE_OF_EACH, ids=lambda fact: kind_of(fact).value)
def test_a_fact_is_one_line_of_its_recipient(services: Services, an: RecipientId, fact: Fact) -> None:
    services.evidence.save(KeptFact(an, fact))
    (line,) = latest(services)
    assert line.record.startswith("Người nhận 1")
    assert SAID[kind_of(fact)] in line.after
    assert line.before == ""
    (entry,) = services.history.of_record(Kind.RECIPIENT, an)[:1]
    assert entry.operation == "evidence.save"


def test_a_decision_otherwise_is_a_line_of_its_nomination(store: Store, services: Services) -> None:
    _, (line_id,) = keep_round(store, [LINE])
    services.judging.override([line_id], Verdict.NOT_MET, by="Giám đốc Sở", reason="Báo cáo chưa có xác nhận")
    (line,) = latest(services)
    assert line.record.startswith("Đề nghị khen thưởng 1")
    assert line.after == (
        "Chiến sĩ thi đua cơ sở; kết luận: Chưa đủ điều kiện; người quyết định: Giám đốc Sở; "
        f"lý do: Báo cáo chưa có xác nhận; ngày: {date(2024, 6, 20):%d/%m/%Y}"
    )
    (entry,) = services.history.of_record(Kind.NOMINATION, line_id)[:1]
    assert entry.operation == "nomination.override"


def test_a_base_is_a_line_of_its_round(store: Store, services: Services) -> None:
    round_id, _ = keep_round(store, [LINE])
    services.quotas.set_base(round_id, HOLDERS, 40)
    (line,) = latest(services)
    assert line.record.startswith("Đợt xét 1")
    assert line.after == "số người đạt “Lao động tiên tiến”; số lượng: 40"
