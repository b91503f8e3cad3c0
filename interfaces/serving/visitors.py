"""Who is at the page: a browser, known by a cookie that the server gave it.

There is no sign-in. The cookie only keeps what one browser made, such as a draft, from being served to another.
"""

import re
import secrets
from http.cookies import CookieError, SimpleCookie

COOKIE = "rapporteur_visitor"
_GIVEN = re.compile(r"[\w-]{43}")


def visitor_in(cookies: str | None) -> str:
    """Return the visitor that a `Cookie` header names; empty where it names none of the form that was given."""
    try:
        named = SimpleCookie(cookies or "").get(COOKIE)
    except CookieError:
        return ""
    return named.value if named and _GIVEN.fullmatch(named.value) else ""


def new_visitor() -> str:
    """Return a name that nobody can guess, of 256 random bits."""
    return secrets.token_urlsafe(32)


def as_cookie(visitor: str) -> str:
    """Return the `Set-Cookie` header of a visitor: kept while the browser runs, sent to this server alone."""
    return f"{COOKIE}={visitor}; Path=/; HttpOnly; SameSite=Strict"
