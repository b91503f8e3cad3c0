"""What the server lets in, and what every reply carries."""

import base64
import hashlib

import anyio
import httpx
import pytest
from fastapi import FastAPI
from fastapi.responses import HTMLResponse, PlainTextResponse

from interfaces.serving.guard import guarded

SCRIPT = "window.mine = 1;"


def ask(host: str = "127.0.0.1", method: str = "GET", path: str = "/page", **headers: str) -> httpx.Response:
    """Send one request to a small app behind the guard, bound to `host`."""
    app = FastAPI()

    @app.api_route("/page", methods=["GET", "POST"])
    def page() -> HTMLResponse:
        return HTMLResponse(f"<html><script>{SCRIPT}</script><script type='module' src='/x.js'></script></html>")

    @app.get("/open")
    def allowing() -> PlainTextResponse:
        return PlainTextResponse("text", headers={"Access-Control-Allow-Origin": "*"})

    async def send() -> httpx.Response:
        transport = httpx.ASGITransport(app=guarded(app, host, ["reports.office.example"]))
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:7860") as client:
            return await client.request(
                method, path, headers={name.replace("_", "-"): headers[name] for name in headers}
            )

    return anyio.run(send)


def test_a_page_may_run_its_own_scripts_and_no_others() -> None:
    """Inline scripts of the server are named by digest; anything injected later has no permission."""
    policy = ask().headers["content-security-policy"]
    digest = base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()
    assert policy.endswith(f"script-src 'self' 'sha256-{digest}'")
    assert "unsafe-eval" not in policy
    assert "script-src 'self' 'unsafe-inline'" not in policy


@pytest.mark.parametrize("path", ["/page", "/open", "/missing"])
def test_every_reply_carries_the_headers(path: str) -> None:
    """Pages, other replies and errors fetch from here alone, are framed by nobody and are read by no other origin."""
    headers = ask(path=path).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize("name", ["127.0.0.1:7860", "localhost:7860", "localhost", "[::1]:7860"])
def test_this_machine_is_answered_under_its_own_names(name: str) -> None:
    """A server bound to the loopback address answers to it."""
    assert ask(host="127.0.0.1", Host=name).status_code == 200


@pytest.mark.parametrize(
    "name", ["elsewhere.example", "127.0.0.1.elsewhere.example:7860", "localhost.elsewhere.example"]
)
def test_another_name_for_this_machine_is_refused(name: str) -> None:
    """A name that someone else has pointed at this machine does not reach the page."""
    assert ask(host="127.0.0.1", Host=name).status_code == 400


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("10.1.2.3:7860", 200),
        ("[2001:db8::7]:7860", 200),
        ("reports.office.example", 200),
        ("REPORTS.office.example.:7860", 200),
        ("localhost:7860", 200),
        ("elsewhere.example", 400),
        ("10.1.2.3.elsewhere.example", 400),
        ("reports.office.example.elsewhere.example", 400),
        ("", 400),
    ],
)
def test_a_server_for_others_answers_to_addresses_and_to_the_names_it_was_given(name: str, status: int) -> None:
    """An address of numbers cannot be pointed at another machine, a name can."""
    assert ask(host="0.0.0.0", Host=name).status_code == status


def test_a_browser_is_given_a_name_that_no_script_and_no_other_site_sees() -> None:
    """It is given once, with the page; who has one keeps it, and one of another form is replaced."""
    given = ask().headers["set-cookie"]
    assert given.endswith("; Path=/; HttpOnly; SameSite=Strict")
    assert "set-cookie" not in ask(Cookie=given.split(";")[0]).headers
    assert "set-cookie" in ask(Cookie="rapporteur_visitor=chosen-by-me").headers
    assert "set-cookie" not in ask(path="/open").headers


@pytest.mark.parametrize(
    "origin", ["http://elsewhere.example", "http://127.0.0.1:3000", "null", "http://localhost:7860"]
)
def test_other_origins_cannot_send(origin: str) -> None:
    """Another site, another port of this machine and a page without an origin are refused."""
    assert ask(method="POST", Origin=origin).status_code == 403


def test_the_page_itself_can_send() -> None:
    """A request from the same origin passes."""
    assert ask(method="POST", Origin="http://127.0.0.1:7860").status_code == 200


def test_another_site_may_link_here_but_not_fetch() -> None:
    """Following a link is fine; a script, picture or fetch of another site is not answered."""
    assert ask(Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="navigate").status_code == 200
    assert ask(Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="no-cors").status_code == 403
