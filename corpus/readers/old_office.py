"""Read old Word and PowerPoint files through LibreOffice, where it is on the machine."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from corpus.block import SourceContent
from corpus.errors import NotInstalled, UnreadableSource
from corpus.readers.reading import read_as

SECONDS = 120
_PROGRAMS = ("soffice", "libreoffice")


def read_old_word(source: bytes, name: str) -> SourceContent:
    """Return the blocks of a DOC file, as those of the DOCX that LibreOffice makes of it."""
    return read_as("docx", _converted(source, name, "doc", "docx"), name)


def read_old_powerpoint(source: bytes, name: str) -> SourceContent:
    """Return the blocks of a PPT file, as those of the PPTX that LibreOffice makes of it."""
    return read_as("pptx", _converted(source, name, "ppt", "pptx"), name)


def _converted(source: bytes, name: str, old: str, new: str) -> bytes:
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise NotInstalled(
            f"'{name}' is in the old {old.upper()} format, which is read with the help of LibreOffice; "
            f"that is not on this machine: install it, or save the file as {new.upper()}"
        )
    with tempfile.TemporaryDirectory(prefix="rapporteur-office-") as folder:
        path = Path(folder) / f"source.{old}"
        path.write_bytes(source)
        command = [
            program, "--headless", "--norestore", "--nologo", f"-env:UserInstallation=file://{folder}/profile",
            "--convert-to", new, "--outdir", f"{folder}/made", str(path),
        ]  # fmt: skip
        _run(command, name)
        made = Path(folder) / "made" / f"source.{new}"
        if not made.is_file():
            raise UnreadableSource(f"'{name}' cannot be opened by LibreOffice; save it as {new.upper()} and try again")
        return made.read_bytes()


def _run(command: list[str], name: str) -> None:
    """Run LibreOffice, and end all that it started when its time is up."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(  # noqa: S603 - the program is found on the path, the file is named by us
        command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    ) as process:
        try:
            process.wait(SECONDS)
        except subprocess.TimeoutExpired as error:
            os.killpg(process.pid, signal.SIGKILL)
            raise UnreadableSource(f"'{name}' kept LibreOffice busy for more than {SECONDS} s; save it anew") from error
