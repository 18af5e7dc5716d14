"""The shape that ``plan read --json`` promises."""

from __future__ import annotations

import json
import unicodedata
from datetime import date

from thidua_desktop.domain.documents import Source
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.domain.plans import Doubt, PlanDraft, Responsibility, Signer, TaskDraft
from thidua_desktop.domain.tasks import Recurrence
from thidua_desktop.services.plan_json import draft_to_json

TASK = TaskDraft(
    text=unicodedata.normalize("NFD", "Gửi báo cáo"),
    source=Source(block=4, line=9),
    year=2025,
    quarter=2,
    month=6,
    due=date(2025, 6, 15),
    section="II.1",
    label="a)",
    lead=("Phòng Nội vụ",),
    coordinate=("Sở Tài chính",),
    product="Báo cáo",
    conditional=True,
    recurrence=Recurrence.MONTHLY,
    remark="sau khi có hướng dẫn",
    doubts=(Doubt.DAY_UNSURE,),
)


def test_task_fields_have_the_promised_names_and_plain_values() -> None:
    (task,) = draft_to_json(PlanDraft(tasks=(TASK,)))["tasks"]
    assert task == {
        "quarter": 2,
        "month": 6,
        "due": "2025-06-15",
        "starts": None,
        "section": "II.1",
        "label": "a)",
        "text": "Gửi báo cáo",
        "lead": ["Phòng Nội vụ"],
        "coordinate": ["Sở Tài chính"],
        "product": "Báo cáo",
        "conditional": True,
        "recurrence": "monthly",
        "remark": "sau khi có hướng dẫn",
        "year": 2025,
        "source": {"block": 4, "line": 9},
        "doubts": ["day_unsure"],
    }


def test_head_duties_and_findings_survive_json() -> None:
    draft = PlanDraft(
        title="KẾ HOẠCH",
        number="16/KH-UBND",
        issued_on=date(2025, 1, 9),
        place="Cẩm Mỹ",
        issuer="Ủy ban nhân dân huyện Cẩm Mỹ",
        year=2025,
        legal_bases=("Căn cứ Luật;",),
        recipients=("Lưu: VT",),
        signer=Signer(("CHỦ TỊCH",), "Huỳnh A"),
        responsibilities=(Responsibility("Theo dõi.", Source(block=7), "III", "1.", ("Phòng Nội vụ",)),),
        findings=(Finding("plan.no_tasks", Severity.WARNING, source=Source(block=0)),),
    )
    shape = json.loads(json.dumps(draft_to_json(draft), ensure_ascii=False))
    assert shape["issued_on"] == "2025-01-09"
    assert shape["signer"] == {"posts": ["CHỦ TỊCH"], "name": "Huỳnh A"}
    assert shape["responsibilities"][0]["lead"] == ["Phòng Nội vụ"]
    assert shape["findings"][0]["severity"] == "warning"
    assert "nhiệm vụ" in shape["findings"][0]["message"]
    assert set(shape) >= {"title", "number", "place", "issuer", "year", "legal_bases", "recipients", "tasks"}
