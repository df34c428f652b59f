"""A port of the calls about dates, business days and periods, to run test vectors against:

    conformance -exec "python3 port.py" -expect failures.txt calendar.json

It reads a line with a question and writes a line with the result, until the input ends."""
import calendar
import datetime
import json
import re
import sys

DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
FAR = 10**7  # more days than there are

class Rejected(Exception):
    """An invalid input: the path of the argument, or a text."""

def day(text):
    """The date of a text, or None for the empty text."""
    if not text:
        return None
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise Rejected("want a date such as 2024-02-29")
    try:
        return datetime.date(*map(int, text.split("-")))
    except ValueError as e:
        raise Rejected(str(e))

def required(text):
    return day(text or "?")

def get(g, name):
    return day(g.get(name))

def date(d):
    """The result with a date. An unknown date is left out."""
    return {"date": d.isoformat()} if d else {}

def plus(d, days):
    """The date a number of days later, or None if it is out of range."""
    try:
        return d and d + datetime.timedelta(days)
    except OverflowError:
        return None

def plus_months(d, months):
    if d is None or not 12 <= (total := d.year * 12 + d.month - 1 + months) < 120000:
        return None
    year, month = divmod(total, 12)
    return datetime.date(year, month + 1, min(d.day, calendar.monthrange(year, month + 1)[1]))

def period(text):
    """The first and the last day of a period, which is None if the end is open."""
    first, slash, last = text.partition("/")
    first, last = required(first), None if last == ".." else required(last)
    if last and last < first:
        raise Rejected("the last day comes before the first")
    return first, last

def describe(first, last):
    text = first.isoformat() + "/" + (last.isoformat() if last else "..")
    all = {"period": text, "first": first.isoformat(), "open": not last}
    return {**all, "last": last.isoformat(), "days": (last - first).days + 1} if last else all

def anniversary(start, renewals, years):
    """The anniversary date after renewals, each in the thirty days after the one before."""
    ad = plus_months(start, 12 * years)
    for i, renewed in enumerate(renewals):
        if renewed and not (ad and ad < renewed <= (plus(ad, 30) or renewed)):
            raise Rejected({"path": "renewals[%d]" % i})
        ad = plus_months(start, 12 * (years + i + 1))
    return date(ad)

def business(g):
    """Reports whether a day is a business day."""
    weekend, holidays = g.get("weekend", DAYS[5:]), list(map(day, g.get("holidays", [])))
    if len(set(weekend)) == 7:
        raise Rejected({"path": "weekend"})
    if None in holidays:
        raise Rejected({"path": "holidays[%d]" % holidays.index(None)})
    return lambda d: DAYS[d.weekday()] not in weekend and d not in holidays

def add_business(d, n, is_business):
    step = 1 if n > 0 else -1
    n = abs(n) if abs(n) < FAR else FAR
    while d and n and n < FAR:
        d = plus(d, step)
        n -= bool(d and is_business(d))
    return d if n < FAR else None

def count(a, b, is_business):
    if not a or not b:
        return {}
    n = sum(is_business(plus(min(a, b), i + 1)) for i in range(abs((b - a).days)))
    return {"count": n if a <= b else -n}

CALLS = {
    "date.parse": lambda g: date(required(g["text"])),
    "date.add-days": lambda g: date(plus(get(g, "date"), max(-FAR, min(FAR, g.get("n", 0))))),
    "date.add-months": lambda g: date(plus_months(get(g, "date"), g.get("n", 0))),
    "date.add-years": lambda g: date(plus_months(get(g, "date"), 12 * g.get("n", 0))),
    "period.parse": lambda g: describe(*period(g["text"])),
    "business-day.is": lambda g: {"business": bool(business(g) and get(g, "date") and business(g)(get(g, "date")))},
    "business-day.next": lambda g: date(add_business(get(g, "date"), 1, business(g))),
    "business-day.add": lambda g: date(add_business(get(g, "date"), g.get("n", 0), business(g))),
    "business-day.count": lambda g: count(get(g, "from"), get(g, "to"), business(g)),
    "membership.anniversary-date": lambda g: anniversary(get(g, "start"), map(day, g.get("renewals", [])), 1),
    "membership.anniversary-after": lambda g: anniversary(get(g, "anniversary"), map(day, g.get("renewals", [])), 0),
}

for line in sys.stdin:
    call, given = (question := json.loads(line))["call"], question["given"]
    try:
        known = call in CALLS and "policy" not in given
        result = CALLS[call](given) if known else {"error": "unsupported"}
    except Rejected as e:
        result = {"error": e.args[0]}
    print(json.dumps(result), flush=True)
