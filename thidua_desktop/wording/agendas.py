"""What a council usually does at its meetings (document-forms §2.9); the clerk changes it as he likes."""

from __future__ import annotations

from thidua_desktop.domain.councils.meetings import AgendaItem

_SECRETARY, _CHAIR, _COUNCIL, _TELLERS = "Thư ký Hội đồng", "Chủ tịch Hội đồng", "Hội đồng", "Tổ kiểm phiếu"

USUAL: tuple[AgendaItem, ...] = (
    AgendaItem("Ổn định tổ chức, tuyên bố lý do, giới thiệu đại biểu", 5, _SECRETARY),
    AgendaItem("Khai mạc phiên họp", 5, _CHAIR),
    AgendaItem("Báo cáo tổng hợp hồ sơ, tóm tắt thành tích các trường hợp đề nghị", 30, _SECRETARY),
    AgendaItem("Thảo luận", 30, _COUNCIL),
    AgendaItem("Bầu tổ kiểm phiếu, hướng dẫn bỏ phiếu, bỏ phiếu kín", 15, _COUNCIL),
    AgendaItem("Kiểm phiếu, công bố kết quả", 20, _TELLERS),
    AgendaItem("Kết luận phiên họp", 10, _CHAIR),
    AgendaItem("Thông qua biên bản, bế mạc", 5, _SECRETARY),
)
