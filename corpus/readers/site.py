"""Know the furniture of a web page: menus, bread crumbs, log-in links, buttons."""

import re

_MENU = re.compile(
    r"(?:subscribe\b.{0,60}|.{0,40}\b(?:log ?in|sign in|sign up|register|member login)\b.{0,40}|contact us|"
    r"about us|home|"
    r"skip to .{0,40}|share(?: this)?(?: page| article)?(?: on .{0,30})?|follow us.{0,40}|print(?: this page)?|"
    r"menu|search|"
    r"(?:accept|manage|reject) (?:all )?cookies.{0,60}|cookie (?:policy|settings|notice)|privacy policy|"
    r"terms of (?:use|service)|"
    r"all rights reserved.{0,40}|(?:copyright )?©.{0,100}|back to (?:top|list|home).{0,20}|site ?map|newsletter|rss|"
    r"(?:previous|next)(?: article| page| post)?|read more.{0,40}|tweet|facebook|twitter|linkedin)\W*",
    re.I,
)
_CRUMBS = re.compile(r"(?:position|you are here|location|home)\s*[:»›>].{1,400}", re.I)
POST_DATE = re.compile(
    r"\s*((?:(?<=[a-z])P|(?<![A-Za-z])[Pp])(?:ost(?:ed)?|ublication|ublished)(?: [Dd]ate| on)?\s*[:：]\s*"
    r"(\d{4}-\d{2}-\d{2}|\d{1,2} \w{3,9} \d{4}|\w{3,9} \d{1,2},? \d{4}))\s*$",
)


def is_site_menu(line: str) -> bool:
    """Tell whether a line is of a web site rather than of the text it shows."""
    if len(line) > 1000:
        return False
    shown = " ".join(line.split())
    if not shown or len(shown) > 400:
        return False
    if _CRUMBS.fullmatch(shown) and re.search(r"[»›>:]", shown) and not shown.endswith("."):
        return "»" in shown or "›" in shown or ">" in shown
    return len(shown.split()) <= 10 and bool(_MENU.fullmatch(shown))
