"""The cells of a generated list: what each of its columns says of an entry, and how."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

from tests.importing.lists.generator import Entry, Plan

_KIND_CELLS = {
    "person": ("Cá nhân", "CANHAN", "CN"),
    "collective": ("Tập thể", "TAPTHE", "TT"),
    "household": ("Hộ gia đình", "HOGIADINH", "Hộ gia đình"),
}
_ADDRESS = {"male": ("Ông ", "ông ", "Đ/c ", "Anh "), "female": ("Bà ", "bà ", "Đ/c ", "Chị ")}


@dataclass
class Column:
    """A column: what it is for and the words over it; ``above`` is the merged heading over several columns."""

    role: str
    heading: str
    above: str | None = None
    award: str = ""


class Values:
    """The cells of a row as this list writes them."""

    def __init__(self, draw: Random, plan: Plan) -> None:
        self.plan, self.draw = plan, draw
        self.day = draw.choice(["{2:02d}/{1:02d}/{0}", "{2}/{1}/{0}", "{2:02d}.{1:02d}.{0}", "{2:02d}-{1:02d}-{0}"])
        self.cross = draw.choice(["x", "X", "1", "+"])
        self.ordinal = draw.choice(["{}", "{}", "{:02d}", "{}."])
        self.sign = draw.choice([", ", " - ", ", "])
        self.number = draw.choice(["text", "text", "number", "blanks"])
        self.capitals = draw.random() < 0.1
        self.kind = draw.randrange(2)
        self.genders = draw.choice([("Nam", "Nữ"), ("Nam", "Nữ"), ("NAM", "NỮ"), ("nam", "nữ")])

    def cell(self, column: Column, entry: Entry, number: int) -> Any:
        """What a row has below a heading."""
        if column.role in ("birth", "year", "male", "female", "id", "gender", "birth day", "birth month", "birth year"):
            return self._personal(column.role, entry) if entry.kind == "person" else None
        match column.role:
            case "ordinal":
                return number if self.ordinal == "{}" else self.ordinal.format(number)
            case "name":
                return self._name(entry)
            case "position" | "department":
                return (
                    (entry.position if column.role == "position" else entry.department)
                    if entry.kind == "person"
                    else None
                )
            case "unit":
                return entry.unit
            case "post and unit":
                return f"{entry.position}{self.sign}{entry.unit}" if entry.kind == "person" else entry.unit
            case "kind":
                return _KIND_CELLS[entry.kind][self.kind]
            case "award":
                return entry.award_words
            case "mark":
                return self.cross if (entry.award, entry.award_words) == (column.award, column.heading) else None
            case "other":
                return entry.others[column.heading]
        return getattr(entry, column.role)

    def _personal(self, role: str, entry: Entry) -> Any:
        year, month, day = entry.birth
        match role:
            case "birth":
                return self.day.format(year, month, day)
            case "year":
                return year
            case "birth day" | "birth month" | "birth year":
                return {"birth day": day, "birth month": month, "birth year": year}[role]
            case "male" | "female":
                return self.day.format(year, month, day) if entry.gender == role else None
            case "gender":
                return self.genders[entry.gender == "female"]
        if self.number == "number":
            return int(entry.id_number)
        spaced = " ".join(entry.id_number[at : at + 3] for at in range(0, 12, 3))
        return spaced if self.number == "blanks" else entry.id_number

    def _name(self, entry: Entry) -> str:
        name = entry.name
        if entry.kind == "person":
            name = name.upper() if self.capitals else name
            if self.plan.gender_in == "address":
                name = _ADDRESS[entry.gender or "male"][0] + name
            if self.plan.post_in == "in name":
                name += f"{self.sign}{entry.position}"
            if self.plan.unit_in == "in name":
                name += f"{self.sign}{entry.unit}"
            entry.name = entry.name.upper() if self.capitals else entry.name
        return name
