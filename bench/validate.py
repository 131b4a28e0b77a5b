"""Checks a sales file with Python's csv module: the validator's checks, for comparison of speed.

Usage: python3 bench/validate.py FILE

The rules are those of datasets/sales.yaml. Dates are looked up once a value, which is the fastest
way that is still plain Python.
"""

import collections
import csv
import datetime
import functools
import re
import sys

HEADER = [
    "Date", "Salesperson", "Lead Name", "Segment", "Region", "Target Close",
    "Forecasted Monthly Revenue", "Opportunity Stage", "Weighted Revenue",
    "Closed Opportunity", "Active Opportunity", "Latest Status Entry",
]
STAGES = {"Lead", "Prospect", "Qualified", "Contracting", "Closed Won", "Closed Lost"}
BOOLEANS = {"TRUE", "FALSE", "true", "false", "True", "False"}
DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
WHOLE = re.compile(r"-?\d{1,18}")
KEPT = 20
MOST_BYTES = 256 * 1024 * 1024
MOST_ROWS = 5_000_000


@functools.lru_cache(maxsize=100_000)
def is_date(text):
    match = DATE.fullmatch(text)
    if not match:
        return False
    month, day, year = map(int, match.groups())
    try:
        datetime.date(year, month, day)
        return True
    except ValueError:
        return False


def count_kind(text):
    """None where the text is a whole number of 0 or more, else the kind of violation."""
    if not text:
        return "null"
    if not WHOLE.fullmatch(text):
        return "type"
    return "range" if int(text) < 0 else None


def date_kind(text):
    return None if is_date(text) else "type" if text else "null"


def text_kind(text):
    return None if text else "null"


def stage_kind(text):
    return None if text in STAGES else "value" if text else "null"


def flag_kind(text):
    return None if text in BOOLEANS else "type" if text else "null"


CHECKS = [
    date_kind, text_kind, text_kind, text_kind, text_kind, date_kind,
    count_kind, stage_kind, count_kind, flag_kind, flag_kind, flag_kind,
]


def main(path):
    violations = []
    counts = collections.Counter()

    def report(line, column, kind, found):
        counts[kind] += 1
        if len(violations) < KEPT:
            violations.append((line, column, kind, found))

    rows = bad = 0
    # Strict decoding: a byte that is not UTF-8 raises.
    with open(path, encoding="utf-8-sig", errors="strict", newline="") as file:
        reader = csv.reader(file, strict=True)
        if next(reader, None) != HEADER:
            report(1, 0, "header", "another header")
        for row in reader:
            rows += 1
            if len(row) != len(HEADER):
                report(reader.line_num, 0, "row_length", str(len(row)))
                bad += 1
                continue
            wrong = False
            for column, check in enumerate(CHECKS):
                kind = check(row[column])
                if kind:
                    report(reader.line_num, column + 1, kind, row[column])
                    wrong = True
            bad += wrong
        if file.buffer.tell() > MOST_BYTES or rows > MOST_ROWS:
            report(0, 0, "size", "too large")
    for violation in violations:
        print(violation)
    print("valid" if not counts else "invalid", rows, "rows,", bad, "bad", dict(counts))
    return 1 if counts else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
