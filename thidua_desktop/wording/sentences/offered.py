"""What is said of values that are offered while one types."""

from __future__ import annotations

OPERATIONS: dict[str, str] = {
    "words.forget": "bỏ “{text}” khỏi các gợi ý khi gõ",
    "words.restore": "lấy lại {count} gợi ý đã bỏ",
}
