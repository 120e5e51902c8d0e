"""Writes and reads the data of the course, from wherever a script is started."""

import csv
from pathlib import Path

COURSE = Path(__file__).parent.parent


def write(name, columns, rows):
    """Writes data/<name>.csv with one line for the names of the columns."""
    with open(COURSE / "data" / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([columns, *rows])


def read_text(name):
    """The text of data/<name>, in lower case, with single spaces for all but letters."""
    text = (COURSE / "data" / name).read_text(encoding="utf-8").lower()
    return " ".join("".join(c if c.isalpha() else " " for c in text).split())
