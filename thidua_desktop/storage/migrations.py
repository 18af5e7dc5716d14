"""The tables of the office file, version by version.

A released migration stays as it is; a new one follows it. Tables are STRICT, days are ISO text, lists of plain
names are JSON arrays, rows in the trash carry ``deleted_at``. Every table has an integer ``id`` that is never used
twice (AUTOINCREMENT), so that undoing and redoing the making of a record gives it its own number back.
"""

from __future__ import annotations

from functools import cache

from thidua_desktop.storage import (
    migration_councils,
    migration_papers,
    migration_people,
    migration_register,
    migration_reports,
    migration_work,
    register_index,
    triggers,
)
from thidua_desktop.storage.connection import APPLICATION_ID
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.migration_set import TABLE, MigrationSet

MIGRATIONS = MigrationSet("thidua")

_DEADLINE = """coalesce(
        due,
        CASE WHEN month IS NOT NULL THEN date(printf('%04d-%02d-01', year, month), '+1 month', '-1 day')
             WHEN quarter IS NOT NULL THEN date(printf('%04d-%02d-01', year, 3 * quarter), '+1 month', '-1 day')
             ELSE printf('%04d-12-31', year) END)"""
"""The SQL twin of ``domain.periods.deadline``; a test holds the two together."""


@MIGRATIONS(name="001_office_plans_nominations")
def _office_plans_nominations(db: Database) -> None:
    for statement in (*_JOURNAL, *_OFFICE, *_PLANS, *_TASKS, *_NOMINATIONS):
        db.execute(statement)


@MIGRATIONS(name="002_years")
def _years(db: Database) -> None:
    for statement in _YEARS:
        db.execute(statement)


@MIGRATIONS(name="003_work")
def _work(db: Database) -> None:
    for statement in migration_work.STATEMENTS:
        db.execute(statement)


@MIGRATIONS(name="004_people")
def _people(db: Database) -> None:
    for statement in (*migration_people.STATEMENTS, *migration_councils.STATEMENTS):
        db.execute(statement)


@MIGRATIONS(name="005_papers")
def _papers(db: Database) -> None:
    for statement in migration_papers.STATEMENTS:
        db.execute(statement)


@MIGRATIONS(name="006_reports")
def _reports(db: Database) -> None:
    for statement in migration_reports.STATEMENTS:
        db.execute(statement)


@MIGRATIONS(name="007_register")
def _register(db: Database) -> None:
    for statement in migration_register.STATEMENTS:
        db.execute(statement)


_JOURNAL = (
    """CREATE TABLE entries (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        operation TEXT NOT NULL CHECK (operation <> ''),
        params TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(params)),
        at TEXT NOT NULL,
        who TEXT NOT NULL,
        undoes INTEGER REFERENCES entries (id)
    ) STRICT""",
    """CREATE TABLE entry_rows (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        entry_id INTEGER NOT NULL REFERENCES entries (id),
        table_name TEXT NOT NULL,
        row_id INTEGER NOT NULL,
        before TEXT,
        after TEXT,
        CHECK (before IS NOT NULL OR after IS NOT NULL)
    ) STRICT""",
    "CREATE INDEX entry_rows_of_entry ON entry_rows (entry_id, table_name)",
    "CREATE INDEX entry_rows_of_record ON entry_rows (table_name, row_id)",
    "CREATE INDEX entries_undoes ON entries (undoes) WHERE undoes IS NOT NULL",
    # The units of a task are rows of their own, and part of the task's history.
    """CREATE INDEX entry_rows_of_task ON entry_rows (json_extract(coalesce(after, before), '$.task_id'))
        WHERE table_name = 'task_units'""",
)

_OFFICE = (
    """CREATE TABLE office (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        name TEXT NOT NULL,
        superior TEXT NOT NULL,
        place TEXT NOT NULL,
        code TEXT NOT NULL,
        signer_posts TEXT NOT NULL CHECK (json_valid(signer_posts)),
        signer_name TEXT NOT NULL,
        compiler_name TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE units (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL CHECK (name <> ''),
        folded TEXT NOT NULL,
        short_name TEXT,
        parent_id INTEGER REFERENCES units (id),
        valid_from TEXT CHECK (valid_from IS date(valid_from)),
        valid_to TEXT CHECK (valid_to IS date(valid_to)),
        deleted_at TEXT
    ) STRICT""",
    "CREATE INDEX units_folded ON units (folded)",
    "CREATE INDEX units_parent ON units (parent_id) WHERE parent_id IS NOT NULL",
)

_PLANS = (
    """CREATE TABLE plans (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        title TEXT NOT NULL CHECK (title <> ''),
        year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
        number TEXT,
        issued_on TEXT CHECK (issued_on IS date(issued_on)),
        place TEXT,
        issuer TEXT,
        superior TEXT,
        legal_bases TEXT NOT NULL CHECK (json_valid(legal_bases)),
        recipients TEXT NOT NULL CHECK (json_valid(recipients)),
        signer_posts TEXT NOT NULL CHECK (json_valid(signer_posts)),
        signer_name TEXT,
        state TEXT NOT NULL,
        source_name TEXT NOT NULL,
        source_sha256 TEXT NOT NULL,
        deleted_at TEXT
    ) STRICT""",
    "CREATE INDEX plans_year ON plans (year)",
    "CREATE INDEX plans_sha256 ON plans (source_sha256) WHERE source_sha256 <> ''",
    """CREATE TABLE plan_parts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        plan_id INTEGER NOT NULL REFERENCES plans (id),
        position INTEGER NOT NULL CHECK (position >= 1),
        role TEXT NOT NULL,
        text TEXT NOT NULL,
        source TEXT NOT NULL CHECK (json_valid(source)),
        level INTEGER NOT NULL CHECK (level >= 0),
        label TEXT,
        lead TEXT NOT NULL CHECK (json_valid(lead)),
        coordinate TEXT NOT NULL CHECK (json_valid(coordinate))
    ) STRICT""",
    "CREATE INDEX plan_parts_of_plan ON plan_parts (plan_id, position)",
)

_TASKS = (
    f"""CREATE TABLE tasks (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        plan_id INTEGER NOT NULL REFERENCES plans (id),
        position INTEGER NOT NULL CHECK (position >= 0),
        text TEXT NOT NULL CHECK (text <> ''),
        year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
        quarter INTEGER CHECK (quarter BETWEEN 1 AND 4),
        month INTEGER CHECK (month BETWEEN 1 AND 12),
        due TEXT CHECK (due IS date(due)),
        starts TEXT CHECK (starts IS date(starts)),
        section TEXT,
        label TEXT,
        product TEXT,
        conditional INTEGER NOT NULL CHECK (conditional IN (0, 1)),
        recurrence TEXT,
        remark TEXT,
        state TEXT NOT NULL,
        progress INTEGER NOT NULL CHECK (progress BETWEEN 0 AND 100),
        completed_on TEXT CHECK (completed_on IS date(completed_on)),
        evidence TEXT,
        delay_reason TEXT,
        state_reason TEXT,
        note TEXT,
        source TEXT CHECK (source IS NULL OR json_valid(source)),
        deleted_at TEXT,
        deadline TEXT GENERATED ALWAYS AS ({_DEADLINE}) VIRTUAL
    ) STRICT""",
    "CREATE INDEX tasks_of_plan ON tasks (plan_id, position)",
    "CREATE INDEX tasks_of_year ON tasks (year, deadline) WHERE deleted_at IS NULL",
    "CREATE INDEX tasks_by_state ON tasks (state, deadline) WHERE deleted_at IS NULL",
    """CREATE TABLE task_units (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        task_id INTEGER NOT NULL REFERENCES tasks (id),
        role TEXT NOT NULL CHECK (role IN ('lead', 'coordinate')),
        position INTEGER NOT NULL CHECK (position >= 1),
        unit_id INTEGER REFERENCES units (id),
        name TEXT NOT NULL
    ) STRICT""",
    "CREATE UNIQUE INDEX task_units_of_task ON task_units (task_id, role, position)",
    "CREATE INDEX task_units_of_unit ON task_units (unit_id) WHERE unit_id IS NOT NULL",
)

_NOMINATIONS = (
    """CREATE TABLE rounds (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL CHECK (name <> ''),
        year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
        occasion TEXT NOT NULL,
        opens TEXT CHECK (opens IS date(opens)),
        closes TEXT CHECK (closes IS date(closes)),
        deleted_at TEXT
    ) STRICT""",
    "CREATE INDEX rounds_year ON rounds (year)",
    """CREATE TABLE nominations (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        round_id INTEGER NOT NULL REFERENCES rounds (id),
        kind TEXT NOT NULL,
        name TEXT NOT NULL CHECK (name <> ''),
        folded TEXT NOT NULL,
        award_id TEXT NOT NULL CHECK (award_id <> ''),
        honorific TEXT,
        gender TEXT,
        birth TEXT,
        id_number TEXT,
        position TEXT,
        unit TEXT,
        occasion TEXT NOT NULL,
        citation TEXT,
        state TEXT NOT NULL,
        state_reason TEXT,
        note TEXT,
        deleted_at TEXT
    ) STRICT""",
    "CREATE INDEX nominations_of_round ON nominations (round_id)",
    "CREATE INDEX nominations_folded ON nominations (folded)",
    "CREATE INDEX nominations_id_number ON nominations (id_number) WHERE id_number IS NOT NULL",
)


_YEARS = (
    """CREATE TABLE years (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        year INTEGER NOT NULL UNIQUE CHECK (year BETWEEN 1900 AND 2999),
        closed_at TEXT,
        reopening_reason TEXT CHECK (reopening_reason <> '')
    ) STRICT""",
)


def names() -> tuple[str, ...]:
    """Every migration that this program knows, in order."""
    return MIGRATIONS.names()


def version() -> int:
    """The schema version of this program: the number of its migrations, kept as ``user_version``."""
    return len(names())


def recorded(db: Database) -> int:
    """The schema version of a file."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def applied(db: Database) -> tuple[str, ...]:
    """The migrations that a file has gone through."""
    return MIGRATIONS.applied(db)


def shape(db: Database, upto: int) -> None:
    """Give an empty database the tables of an earlier version, without triggers; ``migrate`` finishes it."""
    MIGRATIONS.apply(db, upto=upto)


def migrate(db: Database) -> None:
    """Bring a database to the version of this program: everything or, when something fails, nothing."""
    db.execute("PRAGMA foreign_keys = OFF")  # has no effect inside a transaction, so before it
    try:
        with db.atomic():
            triggers.drop(db)  # a change of shape is not an operation of the clerk
            MIGRATIONS.apply(db)
            register_index.rebuild(db)
            triggers.create(db)
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            db.execute(f"PRAGMA user_version = {version()}")
            broken = db.execute("PRAGMA foreign_key_check").fetchone()
            if broken is not None:
                raise RuntimeError(f"a migration left {broken[0]} {broken[1]} pointing nowhere")
    finally:
        db.execute("PRAGMA foreign_keys = ON")


def misshapen(db: Database) -> str | None:
    """The name of something in a file that its version does not have, lacks, or has otherwise; None if all is right.

    A damaged list of tables is found so, and a file in which somebody has hidden a trigger of his own. The triggers
    of an older version are not looked at: ``migrate`` makes them anew.
    """
    version_ = recorded(db)
    found = _shape(db, with_triggers=version_ == version())
    if fingerprint(found) == _PRESENT:
        return None
    expected = _shape_of(version_, names())
    if version_ < version():
        expected = frozenset(each for each in expected if each[0] != "trigger")
    wrong = sorted(name for _, name, _ in expected ^ found)
    return wrong[0] if wrong else None


Shape = frozenset[tuple[str, str, str]]
"""Kind, name and statement of all that a file consists of."""

_PRESENT = "b58c5005a55a1306bb8aa90c90e082d9b7e4fc2fef5b9f3c3930f2fd41b4255f"
"""The fingerprint of a file of the present version: with it nothing has to be made to compare the file with, which
takes longer than all other checks of a small one. A test holds it to what the migrations make."""


def fingerprint(of: Shape) -> str:
    """A shape in short."""
    from hashlib import sha256

    return sha256(repr(sorted(of)).encode()).hexdigest()


def present_shape() -> Shape:
    """What a file of the present version consists of."""
    return _shape_of(version(), names())


@cache
def _shape_of(version_: int, _: tuple[str, ...]) -> Shape:
    with Database.in_memory() as empty:
        shape(empty, version_)
        triggers.create(empty)
        return _shape(empty, with_triggers=True)


def _shape(db: Database, *, with_triggers: bool) -> Shape:
    found = db.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master").fetchall()
    own = ((kind, name, sql) for kind, name, sql in found if not _is_tools(kind, name))
    return frozenset((kind, name, sql) for kind, name, sql in own if with_triggers or kind != "trigger")


def _is_tools(kind: str, name: str) -> bool:
    """Whether SQLite made something, or it is the list of migrations; what SQLite lays out inside of a search differs.

    Never a trigger or a view: under such a name that of somebody else would go unseen. SQLite itself lets nobody else
    call anything "sqlite_…".
    """
    theirs = TABLE in name or register_index.is_inner(name)
    return name.startswith("sqlite_") or (kind in ("table", "index") and theirs)


def is_newer(db: Database) -> bool:
    """Whether a newer program has changed the shape of the file."""
    return recorded(db) > version() or not set(applied(db)) <= set(names())
