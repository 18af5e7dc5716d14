"""What is not offered any more belongs to the office: kept in its file, undone like any other operation."""

from __future__ import annotations

from tests.ui.helpers import FakeFeedback, ImmediateRunner
from thidua_desktop.services.container import Services
from thidua_desktop.ui.forgetting import OfficeWords
from thidua_desktop.ui.navigation import Navigation


def test_an_office_forgets_and_remembers(
    services: Services, runner: ImmediateRunner, navigation: Navigation, feedback: FakeFeedback
) -> None:
    words = OfficeWords(services, runner, navigation, feedback, navigation)
    said = ["Báo cáo", "Báo các"]
    words.forget("Sản phẩm", "Báo các")
    assert words.offered("Sản phẩm", said) == ["Báo cáo"]
    assert feedback.said == ["Đã bỏ “Báo các” khỏi các gợi ý của cột “Sản phẩm”."]
    again = OfficeWords(services, runner, navigation, feedback, navigation)
    assert again.offered("Sản phẩm", said) == ["Báo cáo"]

    feedback.offers[0].do()
    assert feedback.said[-1] == "Đã hoàn tác."
    assert words.offered("Sản phẩm", said) == again.offered("Sản phẩm", said) == said

    for text in said:
        words.forget("Sản phẩm", text)
    words.restore("Sản phẩm")
    assert feedback.said[-1] == "Đã lấy lại 2 gợi ý đã bỏ của cột “Sản phẩm”."
    assert words.offered("Sản phẩm", said) == said
    words.restore("Sản phẩm")
    assert feedback.said[-1] == "Cột “Sản phẩm” không có gợi ý nào đã bỏ."
