"""Reports of plans: of the samples, of one that was typed, of parts and rows."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

from tests.importing.plans.samples import make_samples
from tests.importing.plans.test_real_plans import PLANS
from tests.reports import paper, said
from tests.reports.cases import OFFICE, PLAN
from tests.reports.paper import Paper
from thidua_desktop.domain.documents import Source
from thidua_desktop.domain.ids import PlanId, PlanPartId
from thidua_desktop.domain.intake import parts_from, tasks_from
from thidua_desktop.domain.plans import BY_HAND, PlanPart, Role, plan_from
from thidua_desktop.domain.units import Office
from thidua_desktop.importing.plans import parse
from thidua_desktop.importing.readers import read_file, read_text
from thidua_desktop.reports import pdf
from thidua_desktop.reports.builders.plan_document import plan_document
from thidua_desktop.reports.model import Paragraph, Report, Table

SAMPLES = Path(make_samples.__file__).parent
REAL = sorted(PLANS.glob("*.txt")) if PLANS.is_dir() else []


def document_of(path: Path) -> tuple[str, Report, Counter[str]]:
    """The text of a source, its document, and the words that are no text of the plan (page numbers, web pages)."""
    draft = parse(read_file(path))
    plan, parts = plan_from(draft, fallback_year=2026), parts_from(draft)
    tasks = tasks_from(draft, PlanId(1), plan_year=plan.year)
    furniture = said.words("\n".join(part.text for part in parts if part.role is Role.FURNITURE))
    return "\n".join(block.text for block in draft.blocks), plan_document(plan, parts, tasks, Office()), furniture


def printed(report: Report, tmp_path: Path) -> Paper:
    pdf.write(report, tmp_path / "kế hoạch.pdf")
    return paper.read(tmp_path / "kế hoạch.pdf")


LINES = """UBND TỈNH HỒNG SƠN
SỞ NỘI VỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 5/KH-SNV
Hồng Sơn, ngày 05 tháng 02 năm 2026
KẾ HOẠCH
Công tác thi đua, khen thưởng năm 2026
Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022,
Căn cứ Kế hoạch số 12/KH-UBND ngày 10/01/2026 của UBND tỉnh
Sở Nội vụ xây dựng kế hoạch như sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Đẩy mạnh các phong trào thi đua yêu nước trong toàn ngành.
II. NỘI DUNG THỰC HIỆN
1. Quý I
a) Tổ chức ký kết giao ước thi đua năm 2026.
b) Ban hành Kế hoạch tuyên truyền điển hình tiên tiến.
2. Quý II
a) Báo cáo sơ kết 6 tháng đầu năm trước ngày 15/6.
III. TỔ CHỨC THỰC HIỆN
1. Văn phòng Sở theo dõi, đôn đốc việc thực hiện.
Trên đây là Kế hoạch công tác thi đua, khen thưởng năm 2026. /.
Nơi nhận:
- UBND tỉnh (b/c);
- Lưu: VT, TĐKT.
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
Phạm Thị Lan Hương"""


def typed() -> Report:
    draft = parse(read_text(LINES.replace("\n", "\n\n")))
    plan, parts = plan_from(draft, fallback_year=2026), parts_from(draft)
    return plan_document(plan, parts, tasks_from(draft, PlanId(1), plan_year=2026), OFFICE)


def table_of(report: Report) -> Table:
    return next(block for block in report.blocks if isinstance(block, Table))


def part(role: Role, text: str, label: str | None = None, **fields: object) -> PlanPart:
    given = PlanPart(role, text, BY_HAND, label=label)
    return replace(given, **fields)  # type: ignore[arg-type]


def row(block: int, text: str, role: Role = Role.TASK, label: str | None = None) -> PlanPart:
    return PlanPart(role, text, Source(block, table=1), label=label, id=PlanPartId(block))


BODY = (
    part(Role.HEADING, "I. NỘI DUNG", "I.", level=1, id=PlanPartId(1)),
    part(Role.HEADING, "1. Quý I", "1.", level=2, id=PlanPartId(2)),
    part(Role.TASK, "a) Ký kết giao ước thi đua.", "a)", id=PlanPartId(3)),
    part(Role.TASK, "b) Ban hành Kế hoạch tuyên truyền.", "b)", id=PlanPartId(4)),
    part(Role.HEADING, "2. Quý II", "2.", level=2, id=PlanPartId(5)),
    part(Role.CLOSING, "Trên đây là Kế hoạch năm 2026."),
)


def paragraphs(parts: tuple[PlanPart, ...], *tasks: object, annexes: tuple[Report, ...] = ()) -> list[str]:
    report = plan_document(PLAN, parts, tasks, OFFICE, annexes=annexes)  # type: ignore[arg-type]
    return [block.text for block in report.blocks if isinstance(block, Paragraph)]
