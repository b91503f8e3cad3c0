"""An assistant that lets a chat model write, and checks each sentence it writes before anybody sees it.

The answer in the documents' own words is made first, as it is without a model: it decides whether there is an answer
at all, and takes the place of what a model fails to say.
"""

import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from assistant.answer import Answer
from assistant.assistant import check_question
from assistant.chat.asking import Account, written_by
from assistant.chat.fault import ModelFault
from assistant.chat.growing_answer import GrowingAnswer
from assistant.chat.judging import opinions
from assistant.chat.model import ChatModel
from assistant.chat.output.parse import WrittenSentence
from assistant.chat.output.sentinel import REFUSAL
from assistant.chat.passages import Given, as_prompt, choose
from assistant.chat.prompt import load_prompt
from assistant.chat.rewriting import rewritten
from assistant.composing.write import ComposedAnswer
from assistant.deadline import Deadline, Stop
from assistant.evidence.library_context import LibraryContext
from assistant.plain import PlainAssistant
from assistant.question.followup import needs_context
from assistant.question.question import understand
from assistant.question.smalltalk import reply_to
from assistant.ranking.select import RankedCandidate
from assistant.trace import Trace
from assistant.verification.prose.document_words import DocumentWords
from assistant.writing import Writing
from index.passage import Passage
from index.scope import Scope

IN_THEIR_WORDS = "This is the answer in the documents' own words."
NOTHING_HELD = "Nothing that the model wrote could be checked against the documents."
STOPPED = "The answer was stopped before the model had ended."
NO_ROOM = "No passage fits into RAPPORTEUR_MODEL_CONTEXT, so the model was not asked."
_MODEL_SAYS = "The model, given the nearest paragraphs, finds no answer in them."


@dataclass(frozen=True, slots=True)
class ChatSetup:
    """How a model is let write."""

    model: ChatModel
    seconds: float
    """For a whole answer, tries and second opinion included."""
    context: int
    """Tokens of passages that it is given, at most."""
    judge: ChatModel | None = None

    def opened(self, deadline: Deadline) -> Deadline:
        """Open the clients, and return the deadline as much later as that took: it may take seconds the first time.

        What is wrong with a client is told when it is asked.
        """
        started = time.monotonic()
        for model in filter(None, (self.model, self.judge)):
            with suppress(ModelFault):
                model.open()
        return Deadline(deadline.at + time.monotonic() - started)


class ChatAssistant:
    """Answers as the plain assistant does that it holds, in the words of a chat model where they hold."""

    def __init__(self, plain: PlainAssistant, terms: ChatSetup) -> None:
        self._plain = plain
        self._terms = terms

    @property
    def terms(self) -> ChatSetup:
        """Return how a model is let write."""
        return self._terms

    def load(self) -> None:
        """Load what answering needs, the client of the model as well; what is wrong with it is told with an answer."""
        self._plain.load()
        self._terms.opened(Deadline.after(self._terms.seconds))

    def ask(self, question: str, history: Sequence[str] = (), scope: Scope | None = None) -> Answer:
        """Answer a question."""
        return self.follow(question, history, scope).answer

    def find(self, question: str, history: Sequence[str] = (), scope: Scope | None = None) -> tuple[Passage, ...]:
        """Return the passages that an answer is drawn from, best first."""
        return self._plain.find(question, history, scope)

    def read(self, question: str, history: Sequence[str] = (), scope: Scope | None = None) -> list[RankedCandidate]:
        """Return every sentence that could answer, best first, without deciding whether one does."""
        return self._plain.read(question, history, scope)

    def follow(self, question: str, history: Sequence[str] = (), scope: Scope | None = None) -> Trace:
        """Answer a question as `ask` does, and give with the answer what each stage made of it."""
        *_, trace = self._steps(question, history, scope, Stop())
        return trace

    def stream(
        self,
        question: str,
        history: Sequence[str] = (),
        scope: Scope | None = None,
        stop: Stop | None = None,
    ) -> Iterator[Answer]:
        """Yield the answer each time a sentence of the model was checked, the whole of it last.

        Whatever goes wrong with the model, the last answer comes within the time allowed; `stop` ends it at once.
        """
        for step in self._steps(question, history, scope, Stop() if stop is None else stop):
            yield step.answer

    def _steps(self, question: str, history: Sequence[str], scope: Scope | None, stop: Stop) -> Iterator[Trace]:
        check_question(question)
        started = time.perf_counter()
        deadline, account = Deadline.after(self._terms.seconds), Account()
        standalone, turns = "", [turn for turn in history if turn.strip()]
        if turns and needs_context(question) and not reply_to(question):
            deadline = self._terms.opened(deadline)
            standalone = rewritten(question, turns, self._terms.model, deadline, stop, account)
        trace = self._plain.follow(standalone or question, () if standalone else history, scope)
        plain = replace(trace.answer, question=question)
        writing = self._writing(account, rewritten=bool(standalone))
        if plain.refused or trace.draft is None or trace.context is None:
            yield replace(trace, answer=_timed(replace(plain, writing=writing), started))
            return
        deadline = self._terms.opened(deadline)
        for answer in self._written(trace, trace.context, plain, writing, deadline, stop, account, started):
            draft = ComposedAnswer(answer.sentences, answer.citations) if answer.sentences else None
            yield replace(trace, answer=_timed(answer, started), draft=draft)

    def _written(
        self,
        trace: Trace,
        context: LibraryContext,
        plain: Answer,
        writing: Writing,
        deadline: Deadline,
        stop: Stop,
        account: Account,
        started: float,
    ) -> Iterator[Answer]:
        """Yield what the model writes as it is checked, then the answer that comes of it."""
        evidence = [context.evidence(passage) for passage in trace.passages]
        given = choose(trace.ranked, evidence, self._terms.context)
        draft = GrowingAnswer(
            given, plain.query, DocumentWords(lambda: _texts(given, context), context.rarity.is_common)
        )
        account.tries, first, notice = 0, None, "" if given else NO_ROOM
        try:
            for sentence in self._sentences(plain.query, given, deadline, stop, account):
                draft.add(sentence)
                if first is None and draft.sentences:
                    first = time.perf_counter() - started
                if not draft.refused:
                    growing = replace(self._accounted(writing, account), wrote=True, complete=False)
                    yield self._answered(plain, draft, replace(growing, first_seconds=first))
        except ModelFault as fault:
            notice = str(fault)
        if stop:
            notice = STOPPED
        writing = replace(self._accounted(writing, account), first_seconds=first)
        if draft.sentences:
            writing = replace(writing, wrote=True, notice=notice, complete=not notice)
            answer = self._answered(plain, draft, writing)
            yield self._judged(answer, deadline, stop) if not notice else answer
        elif draft.refused and not notice:
            yield self._refused(trace, plain, writing)
        else:
            notice = f"{notice or NOTHING_HELD} {IN_THEIR_WORDS}"
            yield replace(plain, struck=tuple(draft.struck), writing=replace(writing, notice=notice))

    def _sentences(
        self, question: str, given: Sequence[Given], deadline: Deadline, stop: Stop, account: Account
    ) -> Iterator[WrittenSentence]:
        if not given:
            return
        messages = load_prompt("answer").fill(refusal=REFUSAL, passages=as_prompt(given), question=question)
        yield from written_by(self._terms.model, messages, [passage.id for passage in given], deadline, stop, account)

    def _answered(self, plain: Answer, draft: GrowingAnswer, writing: Writing) -> Answer:
        """Return the answer that the sentences checked so far make."""
        citations = tuple(draft.citations)
        return replace(
            plain,
            sentences=tuple(draft.sentences),
            citations=citations,
            struck=tuple(draft.struck),
            note=self._plain.note_of_editions(citations),
            writing=writing,
        )

    def _refused(self, trace: Trace, plain: Answer, writing: Writing) -> Answer:
        """Return the refusal of a model that found no answer in the passages."""
        refusal = self._plain.refusal(understand(plain.query), plain.question, trace.passages)
        return replace(refusal, query=plain.query, writing=replace(writing, wrote=True, notice=_MODEL_SAYS))

    def _judged(self, answer: Answer, deadline: Deadline, stop: Stop) -> Answer:
        """Return the answer with the second opinion beside it, where one is asked for and given in time."""
        judge = self._terms.judge
        if judge is None or answer.writing is None:
            return answer
        account = Account()
        try:
            given = opinions(answer.sentences, answer.citations, judge, deadline, stop, account)
            notice = answer.writing.notice
        except ModelFault as fault:
            given, notice = (), f"There is no second opinion: {fault}"
        writing = replace(
            answer.writing,
            judge=judge.name,
            opinions=given,
            notice=notice,
            tokens=answer.writing.tokens + account.tokens,
            seconds=answer.writing.seconds + account.seconds,
            prompts=(*answer.writing.prompts, _named("judge")),
        )
        return replace(answer, writing=writing)

    def _writing(self, account: Account, *, rewritten: bool) -> Writing:
        prompts = (_named("answer"), *([_named("rewrite")] if account.seconds else []))
        start = Writing(self._terms.model.name, wrote=False, rewritten=rewritten, prompts=prompts)
        return self._accounted(start, account)

    def _accounted(self, writing: Writing, account: Account) -> Writing:
        return replace(writing, tokens=account.tokens, seconds=account.seconds, tries=account.tries)


def _texts(given: Sequence[Given], context: LibraryContext) -> Iterator[str]:
    """Yield the paragraphs of the documents that some passages are of."""
    for document in {each.evidence.document.id: each.evidence.document for each in given}.values():
        yield from (paragraph.text for paragraph in context.paragraphs(document))


def _named(prompt: str) -> tuple[str, str]:
    return prompt, load_prompt(prompt).digest


def _timed(answer: Answer, started: float) -> Answer:
    return replace(answer, seconds=time.perf_counter() - started)
