"""Sentences about filling the workbooks of superiors."""

from __future__ import annotations

ERRORS: dict[str, str] = {
    "workbook.save_as_xlsx": "Tệp “{path}” không phải bảng tính dạng .xlsx hay .xlsm nên không điền được mà giữ nguyên định dạng. Chưa ghi tệp nào; hãy mở tệp bằng Excel hoặc LibreOffice, chọn Lưu thành dạng .xlsx rồi chọn tệp mới.",
    "workbook.none": "Tệp “{path}” không phải bảng tính Excel. Chưa ghi tệp nào; hãy chọn biểu .xlsx hoặc .xlsm do cấp trên gửi.",
    "workbook.too_large": "Biểu “{path}” có trang chứa hơn {limit} ô có dữ liệu nên không điền được. Chưa ghi tệp nào; hãy chép trang cần điền sang một tệp riêng rồi chọn tệp đó.",
    "workbook.twisted": "Tệp “{path}” không ghi theo cách của Excel nên điền vào có thể làm hỏng biểu. Chưa ghi tệp nào; hãy mở tệp bằng Excel, bấm Lưu rồi chọn lại.",
    "workbook.not_kept": "Kiểm tra sau khi ghi thấy biểu “{path}” có chỗ khác bản gốc ngoài các ô được điền, nên chưa ghi tệp nào. Bản gốc còn nguyên; hãy mở bản gốc bằng Excel, bấm Lưu rồi điền lại.",
    "workbook.suffix": "Biểu gốc là tệp {suffix} nên tệp đã điền cũng phải có đuôi {suffix}, nếu không Excel sẽ không mở. Chưa ghi tệp nào; hãy đặt lại tên tệp.",
    "workbook.over_source": "Tệp “{path}” chính là biểu trống của cấp trên. Chưa ghi tệp nào; hãy đặt tên khác để giữ lại bản gốc.",
    "workbook.no_ties": "Biểu “{path}” chưa có ô nào được nối với số liệu. Chưa ghi tệp nào; hãy mở “Điền biểu của cấp trên” và nối các ô trước.",
}

FINDINGS: dict[str, str] = {
    "workbook.untied": "Còn {count} ô số liệu chưa nối: {cells}. Các ô này để nguyên như biểu gốc.",
    "workbook.ties_moved": "Biểu này khác bản đã nối: {count} ô được tìm lại theo đầu dòng, đầu cột ({cells}). Hãy nhìn lại các ô đó.",
    "workbook.tie_gone": "Ô {cell} đã nối ở bản trước không còn thấy trong biểu này nên không điền. Hãy nối lại ô tương ứng.",
    "workbook.tie_unreadable": "Ô {cell} nối với số liệu mà bản chương trình này không đọc được nên không điền. Hãy nối lại ô đó.",
    "workbook.unmatched_file": "Không đọc lại được biểu trống đã lưu, nên các ô đã nối được giữ theo vị trí cũ. Hãy nhìn lại từng ô.",
    "workbook.refused_no_sheet": "Không có trang của ô {cell} nên không điền ô đó.",
    "workbook.refused_outside": "Ô {cell} nằm ngoài bảng tính nên không điền.",
    "workbook.refused_merged": "Ô {cell} nằm trong vùng đã gộp nên không điền; chỉ điền được ô đầu của vùng gộp.",
    "workbook.refused_shared": "Ô {cell} giữ công thức mà các ô khác dùng chung nên không điền.",
    "workbook.refused_array": "Ô {cell} thuộc công thức mảng nên không điền.",
    "workbook.refused_heading": "Ô {cell} là tên cột của bảng trong Excel nên không điền.",
    "workbook.refused_formula": "Ô {cell} có công thức nên giữ nguyên công thức, không điền.",
    "workbook.formula_gone": "{count} công thức được thay bằng số như anh/chị đã chọn: {cells}.",
    "workbook.locked": "Trang “{sheet}” được khóa; {count} ô sẽ điền là ô khóa ({cells}). Chương trình điền số và giữ nguyên khóa; hãy chắc rằng cấp trên muốn có số ở đó.",
    "workbook.signature": "Biểu có chữ ký số. Điền xong chữ ký số không còn giá trị; các phần khác giữ nguyên.",
    "workbook.pivot": "Biểu có bảng tổng hợp (PivotTable). Số trong bảng đó chỉ mới lại khi mở bằng Excel và bấm Làm mới.",
}
