"""Sentences about movements, registrations, figures entered by hand, reports sent, workbooks of superiors."""

from __future__ import annotations

ERRORS: dict[str, str] = {
    "movement.name_missing": "Phong trào chưa có tên. Chưa lưu gì; hãy ghi tên rồi lưu lại.",
    "movement.days_reversed": "Ngày {last} của phong trào “{name}” sớm hơn ngày phát động ({first}). Chưa lưu gì; hãy xem lại các ngày.",
    "movement.year_impossible": "Năm hoặc số tháng của phong trào “{name}” không đúng. Chưa lưu gì; hãy gõ lại.",
    "movement.closed": "Phong trào “{name}” đã tổng kết ngày {day}. Phong trào giữ nguyên; nếu ghi nhầm, hãy mở ra sửa ngày tổng kết.",
    "registration.year_impossible": "Không có năm thi đua {year}. Chưa lưu gì; hãy chọn lại năm.",
    "registration.amount_impossible": "Số đăng ký phải từ 0 đến {most}. Chưa lưu gì; hãy gõ lại con số.",
    "registration.fewer_than_named": "Đã có {count} trường hợp đăng ký đích danh, nhiều hơn con số vừa gõ. Số cũ giữ nguyên; hãy gõ số lớn hơn hoặc bỏ bớt người đăng ký.",
    "registration.by_name_already": "“{name}” đã đăng ký danh hiệu đó trong năm. Chưa lưu gì; hãy chọn người khác.",
    "registration.unit_missing": "“{name}” chưa ghi đơn vị công tác. Chưa lưu gì; hãy ghi đơn vị trong Danh bạ rồi đăng ký lại.",
    "registration.pasted_unit_unknown": "Không có đơn vị nào tên “{name}”. Chưa dán gì; hãy sửa tên trong Excel cho khớp Danh bạ rồi sao chép lại.",
    "registration.pasted_column_unknown": "Bảng đăng ký không có cột “{name}”. Chưa dán gì; hãy thêm cột đó, hoặc sửa tiêu đề cho khớp rồi sao chép lại.",
    "registration.pasted_columns_unsaid": "Khối vừa sao chép không có tiêu đề cột. Chưa dán gì; hãy sao chép cả dòng tiêu đề, hoặc bấm vào cột đầu tiên cần ghi rồi dán lại.",
    "registration.nothing_before": "Năm {year} chưa có đăng ký nào để chép sang. Năm đang mở giữ nguyên; hãy gõ hoặc dán số đăng ký.",
    "hand_figure.impossible": "Số nhập vào dòng {row}, cột {column} không đúng. Số cũ giữ nguyên; hãy gõ một số từ 0 trở lên.",
    "sent_report.to_missing": "Chưa ghi nơi nhận báo cáo. Chưa lưu gì; hãy ghi nơi nhận rồi lưu lại.",
    "sent_report.title_missing": "Báo cáo chưa có tên. Chưa lưu gì; hãy ghi tên rồi lưu lại.",
    "sent_report.in_future": "Ngày gửi {day} chưa đến. Chưa lưu gì; hãy ghi ngày đã gửi.",
    "sent_report.file_unreadable": "Không đọc được tệp “{path}”. Chưa lưu báo cáo; hãy kiểm tra lại tệp, USB hoặc ổ mạng rồi chọn lại.",
    "sent_report.file_damaged": "Tệp của báo cáo “{title}” không còn trong kho hoặc không còn đúng như lúc gửi. Phần ghi về báo cáo giữ nguyên; hãy lấy tệp từ bản sao lưu.",
    "workbook.name_missing": "Biểu chưa có tên. Chưa lưu gì; hãy ghi tên rồi lưu lại.",
    "workbook.tie_impossible": "Ô {cell} của trang “{sheet}” chưa nối được với số liệu. Chưa lưu gì; hãy chọn lại ô và số liệu.",
    "workbook.file_unreadable": "Không đọc được tệp “{path}”. Chưa lưu biểu; hãy kiểm tra lại tệp, USB hoặc ổ mạng rồi chọn lại.",
    "workbook.file_damaged": "Tệp gốc của biểu “{name}” không còn trong kho hoặc đã hỏng. Các ô đã nối giữ nguyên; hãy chọn lại tệp biểu trống.",
}

OPERATIONS: dict[str, str] = {
    "movement.save": "lưu phong trào “{name}”",
    "movement.save_many": "lưu {count} phong trào thi đua",
    "movement.close": "tổng kết {count} phong trào thi đua",
    "movement.delete": "xóa {count} phong trào thi đua",
    "movement.restore": "lấy lại {count} phong trào thi đua",
    "registration.set": "ghi số đăng ký thi đua năm {year} vào {count} ô",
    "registration.name": "ghi {count} trường hợp đăng ký đích danh năm {year}",
    "registration.remove": "bỏ {count} dòng đăng ký thi đua",
    "registration.carry_over": "chép đăng ký thi đua năm {source} sang năm {year}",
    "hand_figure.set": "nhập tay {count} số liệu của biểu {form}",
    "sent_report.keep": "lưu báo cáo đã gửi “{title}”",
    "workbook.save": "lưu biểu của cấp trên “{name}”",
    "workbook.save_ties": "nối các ô của biểu “{name}”",
    "workbook.delete": "xóa biểu của cấp trên “{name}”",
    "workbook.restore": "lấy lại biểu của cấp trên “{name}”",
}
