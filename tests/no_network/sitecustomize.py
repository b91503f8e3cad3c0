"""Refuse a Python process, and those it starts, every connection that leaves this machine, and write down each attempt.

Put this folder on PYTHONPATH and name a file in NETWORK_ATTEMPTS. An audit hook sees the call whichever library makes
it; refusing is raising from the hook.
"""

import os
import sys
from ipaddress import ip_address

ATTEMPTS = os.environ.get("NETWORK_ATTEMPTS", "")
HERE = ("localhost", "")


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.getaddrinfo":
        host = arguments[0]
    elif event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        target = arguments[1]
        host = target[0] if isinstance(target, tuple) else ""  # the path of a local socket, or none
    else:
        return
    name = host.decode() if isinstance(host, bytes) else str(host or "")
    if name in HERE or _is_loopback(name):
        return
    with open(ATTEMPTS, "a", encoding="utf-8") as attempts:  # noqa: PTH123 - pathlib is not to be imported this early
        attempts.write(f"{event} {arguments[1:]!r} {name}\n")
    raise ConnectionRefusedError(f"{event} to {name} refused: this process may reach its own machine only")


def _is_loopback(name: str) -> bool:
    try:
        address = ip_address(name)
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


if ATTEMPTS:
    sys.addaudithook(_refuse)
