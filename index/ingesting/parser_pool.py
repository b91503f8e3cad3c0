"""Parsing in processes of their own, several at once, with a limit of time and memory for each file."""

import json
import os
import pickle
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, LifoQueue
from types import TracebackType
from typing import TYPE_CHECKING, Any

from corpus.errors import CorpusError, SourceLimit, UnreadableSource
from index.ingesting.parser_process import Stage
from index.lifeline import lifeline

if TYPE_CHECKING:
    from corpus.parse import Parsed, Parser

_START_SECONDS = 120.0
_TELL_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class ParsingLimits:
    """What one file may take, and how many are read at once."""

    seconds: float = 120.0
    """For one file; for one page of a file that says how far it is, as a scanned one does."""
    memory: int = 4 << 30
    """Bytes of address space of a reading process; kept where the system can (Linux)."""
    processes: int = 0
    """0 for one a core, at most 4."""


@dataclass(frozen=True, slots=True)
class Job:
    """A file to parse."""

    number: int
    """The caller's own."""
    copy: Path
    """Where its bytes are."""
    name: str
    """What it is called; the ending says the format."""
    document: str


class ParserPool:
    """A pool of reading processes. One that exceeds a limit or dies is replaced, and only its file has failed."""

    def __init__(self, parser: "Parser", limits: ParsingLimits, most: int) -> None:
        """Start no more than `most` processes, each when it is first needed."""
        self._parser = parser
        self._limits = limits
        self._count = max(1, min(limits.processes or min(os.cpu_count() or 1, 4), most))
        self._idle: LifoQueue[_ParserProcess] = LifoQueue()
        self._started: list[_ParserProcess] = []
        self._starting = threading.Lock()
        self._closed = False
        self._stages: dict[int, str] = {}
        self._threads = ThreadPoolExecutor(self._count, thread_name_prefix="reading")

    def read(
        self, jobs: Iterable[Job], tell: Callable[[Job, str], None] | None = None
    ) -> "Iterator[tuple[Job, Parsed | CorpusError]]":
        """Yield what each job gives, in the order of the jobs, reading a few ahead.

        `tell` hears, while a job is waited for, how far a slow one is.
        """
        ahead: deque[tuple[Job, Future[Parsed | CorpusError]]] = deque()
        for job in jobs:
            ahead.append((job, self._threads.submit(self._read, job)))
            while len(ahead) > 2 * self._count or (ahead and ahead[0][1].done()):
                first, answer = ahead.popleft()
                yield first, self._waited(first, answer, tell)
        for first, answer in ahead:
            yield first, self._waited(first, answer, tell)

    def _waited(
        self, job: Job, answer: "Future[Parsed | CorpusError]", tell: Callable[[Job, str], None] | None
    ) -> "Parsed | CorpusError":
        while not wait([answer], timeout=_TELL_SECONDS).done:
            if tell is not None and (stage := self._stages.get(job.number)):
                tell(job, stage)
        self._stages.pop(job.number, None)
        return answer.result()

    def close(self) -> None:
        """End the processes, those that are busy too."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        with self._starting:
            self._closed = True
            for reader in self._started:
                reader.stop()
        self._threads.shutdown(wait=True)

    def __enter__(self) -> "ParserPool":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _read(self, job: Job) -> "Parsed | CorpusError":
        try:
            reader = self._idle.get_nowait()
        except Empty:
            with self._starting:
                if self._closed:
                    return UnreadableSource(f"{job.name} was not read: the ingestion was stopped")
                reader = _ParserProcess(self._parser, self._limits, self._stages)
                self._started.append(reader)
        answer = reader.read(job)
        if reader.alive:
            self._idle.put(reader)
        else:
            with self._starting:
                self._started.remove(reader)
            reader.stop()
        return answer


class _ParserProcess:
    """One process, and the pipes to it."""

    def __init__(self, parser: "Parser", limits: ParsingLimits, stages: dict[int, str]) -> None:
        self._limits = limits
        self.stages = stages
        program = (
            "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
            "from index.ingesting.parser_process import serve; serve(sys.argv[2], *map(int, sys.argv[3:]))"
        )
        watched, self._alive = lifeline()
        arguments = [json.dumps(sys.path), pickle.dumps(parser.parse).hex(), str(limits.memory), str(watched)]
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and program
            [sys.executable, "-c", program, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
            pass_fds=(watched,) if watched >= 0 else (),
        )
        if watched >= 0:
            os.close(watched)
        self._expired = False
        self._ready = False
        self.alive = True

    def read(self, job: Job) -> "Parsed | CorpusError":
        """Send a job and wait for its answer, within the limits."""
        self._ready = self._ready or self._receive(_START_SECONDS) == "ready"
        if not self._ready:
            self.alive = False
            return UnreadableSource(
                f"{job.name} was not read: the reading process did not start; run 'rapporteur doctor'"
            )
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(pickle.dumps((str(job.copy), job.name, job.document)))
            self._process.stdin.flush()
            answer = self._receive(self._limits.seconds)
            while isinstance(answer, Stage):
                self.stages[job.number] = answer.text
                answer = self._receive(self._limits.seconds)
        except OSError:
            answer = None
        if answer is not None:
            return answer  # type: ignore[no-any-return]
        self.alive = False
        if self._expired:
            return SourceLimit(
                f"{job.name} was given up after {self._limits.seconds:g} seconds of reading; split it, or save it in a "
                "simpler format"
            )
        return UnreadableSource(
            f"{job.name} brought the reading process down (status {self._process.wait()}); it may be damaged, or need "
            "more memory than there is: save it anew and try again"
        )

    def stop(self) -> None:
        """End the process."""
        self._process.kill()
        if self._alive >= 0:
            os.close(self._alive)
            self._alive = -1
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    continue
        self._process.wait()

    def _receive(self, seconds: float) -> Any:
        """Wait for one answer; None when the process ended, or was ended because it took too long."""
        assert self._process.stdout is not None
        clock = threading.Timer(seconds, self._expire)
        clock.start()
        try:
            return pickle.load(self._process.stdout)  # noqa: S301 - written by our own child
        except (EOFError, pickle.UnpicklingError, OSError):
            return None
        finally:
            clock.cancel()

    def _expire(self) -> None:
        self._expired = True
        self._process.kill()
