"""A parser that does what hostile files make parsers do, and reads other files as they are."""

import os
import re
import signal
import sys

from corpus.parse import Parsed, Parser
from corpus.parse import parse as parse_well
from corpus.progress import tell


def parse(source: bytes, name: str, document: str) -> Parsed:
    """Do what the first word of the file says."""
    deed = source.split(maxsplit=1)[0]
    tell(f"about to {deed.decode(errors='replace')}")
    if deed == b"HANG":
        while True:
            signal.pause()
    if deed == b"SPIN":
        while True:
            pass
    if deed == b"MATCH":
        re.match(r"(a+)+$", "a" * 60 + "b")
    if deed == b"SWELL":
        return parse_well(b"x" * (1 << 40), name, document)
    if deed == b"CRASH":
        os.kill(os.getpid(), signal.SIGSEGV)
    if deed == b"EXIT":
        os._exit(0)
    if deed == b"RAISE":
        raise ZeroDivisionError("a table of no columns")
    if deed == b"DESCEND":
        return parse(source, name, document)
    if deed == b"CHATTER":
        os.write(1, b"this is no answer\n" * 100)
        sys.stdout.write("nor is this\n")
    return parse_well(source, name, document)


PARSER = Parser(parse, version="hostile")
