"""What is said of files that are read and papers that are written."""

from __future__ import annotations

ERRORS: dict[str, str] = {
    "file.missing": "Không tìm thấy tệp “{path}”. Chưa có gì được lưu; hãy kiểm tra tên, thư mục, ổ đĩa rồi chọn lại tệp.",
    "file.folder": "“{path}” là thư mục, không phải tệp. Chưa có gì được lưu; hãy mở thư mục và chọn một tệp trong đó.",
    "file.forbidden": "Máy không cho phép đọc tệp “{path}”. Chưa có gì được lưu; hãy chép tệp về thư mục Tài liệu của mình rồi chọn lại.",
    "file.unreachable": "Đang đọc thì không lấy được tệp “{path}” nữa. Chưa có gì được lưu; hãy đóng tệp ở chương trình khác, kiểm tra USB hoặc ổ mạng rồi chọn lại.",
    "file.too_large": "Tệp “{path}” lớn hơn {limit} MB nên không được đọc. Chưa có gì được lưu; hãy bỏ bớt ảnh hoặc tách riêng phần cần đọc ra tệp khác rồi chọn lại.",
    "file.empty": "Tệp “{path}” không có chữ nào. Chưa có gì được lưu; hãy mở tệp ra xem hoặc xin nơi gửi bản khác.",
    "file.damaged": "Tệp “{path}” bị hỏng hoặc chép chưa trọn nên không đọc được. Chưa có gì được lưu; hãy chép hoặc tải lại tệp rồi chọn lại.",
    "file.unsafe": "Nội dung tệp “{path}” không bình thường, mở ra có thể làm treo máy, nên không được đọc. Chưa có gì được lưu; hãy hỏi lại nơi gửi và xin bản khác.",
    "file.encrypted": "Tệp “{path}” có đặt mật khẩu nên không đọc được. Chưa có gì được lưu; hãy mở tệp bằng mật khẩu, lưu thành bản không có mật khẩu rồi chọn lại.",
    "file.old_word": "Tệp “{path}” là Word đời cũ (.doc) nên không đọc được. Chưa có gì được lưu; hãy mở bằng Word, chọn Lưu thành dạng .docx rồi chọn tệp mới.",
    "file.rich_text": "Tệp “{path}” là dạng RTF nên không đọc được. Chưa có gì được lưu; hãy mở bằng Word, chọn Lưu thành dạng .docx rồi chọn tệp mới.",
    "file.web_page": "Tệp “{path}” thật ra là trang web, không phải tệp Word. Chưa có gì được lưu; hãy mở bằng Word, chọn Lưu thành dạng .docx rồi chọn tệp mới.",
    "file.image": "Tệp “{path}” là ảnh nên không có chữ để đọc. Chưa có gì được lưu; hãy xin bản Word hoặc PDF có chữ, hoặc gõ lại rồi dán vào chương trình.",
    "file.scan": "Tệp “{path}” là bản quét, {pages} trang đều là ảnh nên không có chữ để đọc. Chưa có gì được lưu; hãy xin bản Word hoặc bản PDF xuất từ Word, hoặc dùng phần mềm nhận dạng chữ (OCR) trước rồi chọn lại.",
    "file.presentation": "Tệp “{path}” là bản trình chiếu, không phải văn bản. Chưa có gì được lưu; hãy chép chữ vào Word, lưu thành dạng .docx rồi chọn tệp mới.",
    "file.open_text": "Tệp “{path}” là văn bản của LibreOffice (.odt) nên không đọc được. Chưa có gì được lưu; hãy mở tệp, chọn Lưu thành dạng .docx rồi chọn tệp mới.",
    "file.binary_workbook": "Tệp “{path}” là bảng tính dạng .xlsb nên không đọc được. Chưa có gì được lưu; hãy mở bằng Excel, chọn Lưu thành dạng .xlsx rồi chọn tệp mới.",
    "file.archive": "Tệp “{path}” là tệp nén. Chưa có gì được lưu; hãy giải nén rồi chọn tệp Word, PDF hoặc Excel ở trong.",
    "file.unknown": "Tệp “{path}” không thuộc dạng mà chương trình đọc được. Chưa có gì được lưu; hãy chọn tệp Word (.docx), Excel (.xlsx), PDF hoặc tệp chữ (.txt).",
    "out.full": "Ổ đĩa chứa “{path}” đã đầy nên chưa ghi được tệp. Tệp cũ (nếu có) và dữ liệu còn nguyên; hãy xóa bớt tệp không cần hoặc chọn ổ khác rồi xuất lại.",
    "out.refused": "Không ghi được tệp “{path}”: tệp đang mở ở chương trình khác (Excel, Word, trình xem PDF) hoặc thư mục không cho ghi. Tệp cũ và dữ liệu còn nguyên; hãy đóng tệp ấy, hoặc chọn tên hay thư mục khác rồi xuất lại.",
    "out.unreachable": "Không ghi được tệp “{path}”: ổ đĩa hoặc thư mục không còn (USB đã rút, ổ mạng mất kết nối). Dữ liệu còn nguyên; hãy kiểm tra ổ đĩa hoặc chọn chỗ khác rồi xuất lại.",
    "report.too_many_rows": "Một bảng tính Excel chỉ chứa được 1.048.576 dòng, danh sách này cần đến dòng {rows}. Chưa ghi tệp nào; hãy lọc bớt (theo năm, theo đơn vị) rồi xuất thành nhiều tệp.",
    "report.glyph_missing": "Không in được ký tự “{character}” ({number}) trong “{text}” vì phông chữ không có ký tự này. Chưa ghi tệp nào; hãy sửa hoặc xóa ký tự đó rồi xuất lại.",
    "report.format_not_offered": "Bản in này không xuất được dạng “{format}”. Chưa ghi tệp nào; hãy chọn dạng khác trong danh sách.",
}

FINDINGS: dict[str, str] = {
    "reader.encoding_repaired": "Chữ gõ theo bảng mã cũ {encoding} đã được đổi sang Unicode ở {count} đoạn; hãy xem lại, nhất là chữ hoa có dấu.",
    "reader.letters_lost": "Có {count} chữ không đọc được trong tệp (phông hoặc bảng mã hỏng); hãy so lại với bản gốc ở những chỗ có dấu �.",
    "reader.scanned_pages": "Trang {pages} là ảnh quét nên không có chữ để đọc; hãy nhập tay phần việc ở các trang này.",
    "reader.pages_left": "Tệp có {pages} trang, chương trình chỉ đọc {limit} trang đầu; hãy tách riêng phần còn lại ra tệp khác nếu cần.",
    "reader.page_overfull": "Trang {page} có quá nhiều chữ nên chỉ đọc được phần đầu; hãy so lại với bản gốc.",
    "reader.embedded_left": "Tệp Word có phần nhúng từ tệp khác, chương trình không đọc phần đó; hãy so lại với bản gốc.",
    "reader.hidden_sheet": "Trang tính “{sheet}” đang ẩn nên không được đọc; nếu cần, hãy bỏ ẩn trong Excel rồi nhập lại.",
    "reader.rows_left": "Trang tính “{sheet}” có nhiều hơn {limit} dòng; phần sau dòng {row} không được đọc.",
    "reader.columns_left": "Trang tính “{sheet}” có ô nằm ngoài {limit} cột đầu; những ô đó không được đọc.",
    "reader.formula_without_value": "Trang tính “{sheet}” có {count} ô công thức chưa có kết quả; hãy mở bằng Excel, lưu lại rồi nhập lại.",
}
