"""Falsifies the records of a stopped office, as someone with the disk in hand could.

    tamper.py flip|cut-tail|swap|edit|remove DATA

Prints the words of which a good answer names at least one: the number of the change, the table, or
the record. It knows no more than what is documented: the changes stand in a table whose name holds
"ledger", in a column `body`; records stand in tables whose names start with rec_.
"""

import pathlib
import sqlite3
import sys


def databases(folder):
    for path in sorted(pathlib.Path(folder).rglob("*")):
        if path.is_file() and path.open("rb").read(15) == b"SQLite format 3":
            yield path


def columns(db, table):
    return [row[1] for row in db.execute(f'PRAGMA table_info("{table}")')]


def open_office(folder):
    """The database with the changes, and the name of their table."""
    for path in databases(folder):
        db = sqlite3.connect(path)
        names = [r[0] for r in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        for name in names:
            if "ledger" in name and "body" in columns(db, name):
                return db, name
        db.close()
    sys.exit("no table with 'ledger' in its name and a column 'body'")


def lift_guards(db, table):
    """Triggers against changes guard honest programs only."""
    for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", [table]).fetchall():
        db.execute(f'DROP TRIGGER "{name}"')


def flip(db, table):
    count = db.execute(f'SELECT count(*) FROM "{table}" WHERE length(body) > 20').fetchone()[0]
    key, body = db.execute(
        f'SELECT rowid, body FROM "{table}" WHERE length(body) > 20 ORDER BY rowid LIMIT 1 OFFSET ?', [count // 2]
    ).fetchone()
    raw = bytearray(body.encode() if isinstance(body, str) else body)
    # A letter becomes another letter, so that the text stays readable.
    at = next(n for n in range(len(raw) // 2, len(raw)) if chr(raw[n]).isalnum() and raw[n] < 128)
    raw[at] ^= 1
    changed = raw.decode() if isinstance(body, str) else bytes(raw)
    db.execute(f'UPDATE "{table}" SET body = ? WHERE rowid = ?', [changed, key])
    return [key]


def cut_tail(db, table):
    last = db.execute(f'SELECT max(rowid) FROM "{table}"').fetchone()[0]
    db.execute(f'DELETE FROM "{table}" WHERE rowid > ?', [last - 5])
    return [last - 5, last - 4, last]


def swap(db, table):
    last = db.execute(f'SELECT max(rowid) FROM "{table}"').fetchone()[0]
    a, b = last // 2, last // 2 + 1
    keys = [row[1] for row in db.execute(f'PRAGMA table_info("{table}")') if row[5]]
    rest = [c for c in columns(db, table) if c not in keys]
    # Unique columns other than the key are the change's own name; it stays where it was.
    unique = {
        info[2]
        for index in db.execute(f'PRAGMA index_list("{table}")').fetchall() if index[2]
        for info in db.execute(f'PRAGMA index_info("{index[1]}")')
    }
    rest = [c for c in rest if c not in unique]
    listed = ", ".join(f'"{c}"' for c in rest)
    rows = {k: db.execute(f'SELECT {listed} FROM "{table}" WHERE rowid = ?', [k]).fetchone() for k in (a, b)}
    marks = ", ".join(f'"{c}" = ?' for c in rest)
    for to, source in ((a, b), (b, a)):
        db.execute(f'UPDATE "{table}" SET {marks} WHERE rowid = ?', [*rows[source], to])
    return [a, b]


def a_record(db):
    """A table of records, preferably the requests, and the row in its middle."""
    names = [r[0] for r in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'rec\\_%' ESCAPE '\\'")]
    names.sort(key=lambda name: (name != "rec_request", name))
    for name in names:
        count = db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        if count:
            key = db.execute(f'SELECT rowid FROM "{name}" LIMIT 1 OFFSET ?', [count // 2]).fetchone()[0]
            return name, key
    sys.exit("no rows in any rec_ table")


def names_of(db, table, key):
    known = [c for c in ("id", "number") if c in columns(db, table)]
    row = db.execute(f'SELECT {", ".join(known) or "rowid"} FROM "{table}" WHERE rowid = ?', [key]).fetchone()
    return [table, *(value for value in row if value is not None)]


def edit(db, _):
    table, key = a_record(db)
    lift_guards(db, table)
    row = dict(zip(columns(db, table), db.execute(f'SELECT * FROM "{table}" WHERE rowid = ?', [key]).fetchone()))
    named = names_of(db, table, key)
    texts = {c: v for c, v in row.items() if isinstance(v, str) and v and not c.endswith("id") and c not in ("number", "made_by", "changed_by")}
    column = max(texts, key=lambda c: len(texts[c]))
    db.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE rowid = ?', [texts[column] + "!", key])
    return named


def remove(db, _):
    table, key = a_record(db)
    lift_guards(db, table)
    named = names_of(db, table, key)
    db.execute(f'DELETE FROM "{table}" WHERE rowid = ?', [key])
    return named


CASES = {"flip": flip, "cut-tail": cut_tail, "swap": swap, "edit": edit, "remove": remove}

if __name__ == "__main__":
    case, folder = sys.argv[1:]
    office, changes = open_office(folder)
    office.execute("PRAGMA foreign_keys = OFF")
    lift_guards(office, changes)
    named = CASES[case](office, changes)
    office.commit()
    office.close()
    print(*named)
