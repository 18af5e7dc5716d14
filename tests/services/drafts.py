"""A plan as the parser would hand it over."""

from __future__ import annotations

from datetime import date

from thidua_desktop.domain.documents import Source
from thidua_desktop.domain.plans import PlanDraft, PlanPart, Responsibility, Role, Signer, TaskDraft
from thidua_desktop.domain.tasks import Recurrence

DRAFT = PlanDraft(
    title="Kế hoạch thi đua năm 2024",
    number="15/KH-SNV",
    issued_on=date(2024, 1, 5),
    place="Hồng Sơn",
    issuer="Sở Nội vụ",
    superior="UBND tỉnh",
    year=2024,
    legal_bases=("Căn cứ Luật Thi đua, khen thưởng",),
    recipients=("UBND tỉnh", "Lưu: VT"),
    signer=Signer(("GIÁM ĐỐC",), "Phạm Thị Lan Hương"),
    tasks=(
        TaskDraft(
            "Báo cáo sơ kết 6 tháng",
            Source(4, page=1, line=12),
            year=2024,
            quarter=2,
            month=6,
            due=date(2024, 6, 15),
            section="II.1",
            label="a)",
            lead=("Sở Nội vụ",),
            coordinate=("Các sở, ban, ngành", "UBND các huyện"),
            product="Báo cáo",
            conditional=True,
            recurrence=Recurrence.HALF_YEARLY,
            remark="10 ngày sau khi có hướng dẫn",
        ),
        TaskDraft("Bình xét cuối năm học", Source(5), due=date(2025, 5, 20), month=5, quarter=2),
        TaskDraft("Tuyên truyền gương điển hình", Source(6), lead=("sở nội vụ",)),
    ),
    responsibilities=(
        Responsibility(
            "Sở Tài chính bố trí kinh phí hằng năm",
            Source(8),
            label="1.",
            lead=("Sở Tài chính",),
            coordinate=("Kho bạc",),
            blocks=(8, 9),
        ),
    ),
    parts=(
        PlanPart(Role.TITLE, "KẾ HOẠCH", Source(0)),
        PlanPart(Role.HEADING, "II. Nội dung", Source(3), level=1, label="II."),
        PlanPart(Role.TASK, "Báo cáo sơ kết 6 tháng", Source(4, page=1, line=12), label="a)"),
        PlanPart(Role.RESPONSIBILITY, "Sở Tài chính bố trí", Source(8), label="1."),
        PlanPart(Role.RESPONSIBILITY, "kinh phí hằng năm", Source(9)),
        PlanPart(Role.RECIPIENT, "Lưu: VT", Source(10)),
    ),
    source_name="ke-hoach.docx",
    source_sha256="ab" * 32,
)
