"""Words that are addressed to an assistant rather than to the reader of a document."""

import re
from functools import lru_cache

from assistant.chat.clean import clean
from corpus.sentences import sentence_spans

_WHAT_WAS_SAID = (
    r"(?:instructions?|prompts?|rules?|directions?|guidelines?|messages?|context|passages?|orders?|restrictions?|"
    r"constraints?|policies|policy)"
)
_ASSISTANT = r"(?:ai|a\.i\.|assistant|chat ?bot|bot|language model|llm|gpt|model|agent|copilot|summari[sz]er|system)"
_PATTERNS = (
    # set what was said aside
    rf"\b(?:ignore|disregard|forget|override|overrule|bypass|discard|drop|cancel)\b[^.!?\n]{{0,40}}"
    rf"\b(?:previous|prior|earlier|above|preceding|former|other|all|any|your|these|those|existing|initial|original)\b"
    rf"[^.!?\n]{{0,30}}\b{_WHAT_WAS_SAID}\b",
    r"\b(?:ignore|disregard|forget) (?:everything|all|anything)(?: (?:that|you))?[^.!?\n]{0,30}"
    r"\b(?:above|before|told|said)",
    rf"\b(?:new|updated|real|actual|secret|hidden|additional|further|special|following|system|developer)\s+"
    rf"(?:\w+\s+)?{_WHAT_WAS_SAID}\s*(?::|for (?:the |any |all )?{_ASSISTANT}s?\b)",
    # address it by what it is
    rf"\b(?:attention|note|message|notice|memo|hint|reminder|instructions?|dear|hey|hello|hi|important|warning)\b"
    rf"[^.!?\n]{{0,30}}\b(?:to|for)?\s*(?:the |any |all |you,? (?:the )?)?(?:ai|a\.i\.|{_ASSISTANT} (?:reading|"
    rf"processing|answering|that reads)|(?:ai )?(?:assistants?|language models?|chat ?bots?|llms?))\b",
    rf"\b(?:you are|you're|act as|behave as|pretend (?:to be|that you are)|role-?play as|become)\s+"
    rf"(?:now\s+|no longer\s+)?(?:an?\s+|the\s+)?(?:\w+[ -]){{0,4}}{_ASSISTANT}\b",
    r"\byou are (?:now|no longer)\b|\bfrom now on,? (?:you|always|respond|answer|reply)\b",
    rf"\bas an? (?:ai|{_ASSISTANT})\b[^.!?\n]{{0,40}}\byou\b",
    r"\b(?:developer|debug|admin|god|jailbreak|dan|sudo|maintenance|unrestricted)[ -]mode\b",
    # say what it is to write
    r"\b(?:respond|reply|answer|output|print|write|say|repeat|display|return)\b[^.!?\n]{0,40}"
    r"\b(?:only with|exactly|verbatim|nothing (?:else|but)|instead|the (?:word|phrase|sentence|text|string)s?)\b",
    r"\b(?:respond|reply|answer|output|print|write|say|state|repeat|display|return|include|append|add|end|begin|start|"
    r"finish|tell|inform|claim|insist|conclude|convince|persuade|urge)\b[^.!?\n]{0,40}"
    r"\b(?:the user|users|the reader|whoever asks|anyone who asks|your (?:answer|reply|response|output|summary|"
    r"message)s?|(?:each|every|the|this) (?:answer|reply|response|output|summary))\b",
    r"\b(?:do not|don't|never|must not|stop) (?:answer|respond|reply|cite|mention|reveal|tell|disclose|use the|follow|"
    r"summari[sz]e|refuse)\b[^.!?\n]{0,60}\b(?:users?|question|passages?|documents?|sources?|instructions?|this|anything|"
    r"request|citations?)\b",
    r"\b(?:when|if|whenever) (?:you are |you're |someone |anyone |a user |the user |users? )?(?:asked|asks?|answering|"
    r"summari[sz]ing|prompted|queried)\b[^.!?\n]{0,60}\b(?:say|answer|respond|reply|state|write|claim|tell|output|mention|"
    r"always|never)\b",
    r"\b(?:reveal|print|show|output|repeat|leak|disclose|send|dump)\b[^.!?\n]{0,30}\b(?:your|the|this) (?:\w+ )?"
    r"(?:system prompt|prompt|instructions|api[ _-]?keys?|passwords?|credentials|secrets?|environment variables?|"
    r"conversation|chat history)\b",
    r"\b(?:write|say|state|claim|report) that\b[^.!?\n]{0,60}\b(?:in (?:its|their|his|her) place|instead)\b",
    r"\b(?:source|passage|document) ?\[?\d+\]?\s*:|\bcite (?:it|this|that|me)(?: \w+)? (?:as|for)\b",
    r"(?:^|\n)\s*(?:text|passage|question|answer|context)\s*:\s",
    r"\b(?:send|write|report|forward|e-?mail)\b[^.!?\n]{0,60}\b[\w.+-]+@[\w-]+\.[a-z]{2,}\b[^.!?\n]{0,20}\binstead\b",
    r"\b(?:system|developer) (?:prompt|message|override|instruction)s?\b",
    r"\bprompt injection\b|\bjailbreak(?:ed|ing)?\b",
    # markup of conversations, tools and templates
    r"<\|[^|>\n]{1,40}\|>|‹\|[^|›\n]{1,40}\|›|\[/?INST\]|<</?SYS>>|###\s*(?:instruction|system|response|human|assistant)",
    r"(?:^|\n|[.!?\"”]\s)\s*(?:system|assistant|human|user|ai|bot)\s*:\s",
    r"</?(?:system|assistant|user|human|instructions?|passage|tool(?:_call)?|function_call)s?\b[^>\n]{0,60}>",
    r"\{\{.{0,200}?\}\}|\{%.{0,200}?%\}|\$\{.{0,200}?\}",
    r"!\[[^\]\n]{0,200}\]\(|<\s*(?:img|script|iframe|object|embed|svg|link|style|form|a)\b|\bjavascript:|\bdata:text/html",
    r"\b(?:click|visit|open|follow|go to|load|fetch|render|embed|navigate to)\b[^.!?\n]{0,40}"
    r"(?:https?://|www\.|\b(?:link|image|picture|url)\b[^.!?\n]{0,20}(?:https?://|www\.))",
    r"\b(?:decode|decrypt|base64|rot13|rot-13)\b[^.!?\n]{0,60}\b(?:and|then|follow|execute|obey|instruction|message)",
    r"\b(?:call|invoke|run|execute|use) (?:the |this |a )?(?:\w+ )?"
    r"(?:tool|function|command|shell|script|plug-?in|api)\b",
)
_ORDER = re.compile("|".join(f"(?:{pattern})" for pattern in _PATTERNS), re.IGNORECASE)
_TELLING = frozenset(
    "ignore disregard forget override overrule bypass discard drop cancel ai assistant assistants chatbot chatbots bot "
    "llm llms gpt copilot prompt prompts you your user users reader whoever anyone verbatim exactly instead respond "
    "reply answer answers print output display repeat system developer debug admin god jailbreak jailbroken dan sudo "
    "maintenance unrestricted instruction instructions inst sys script iframe img svg javascript data link image url "
    "picture http https www base64 rot13 decode decrypt tool function command shell plugin api text passage human mode "
    "write say mention claim pretend roleplay act behave become injection asked mailto cite".split()
)
"""Words without one of which, or a bracket of markup, nothing here is an order: most paragraphs hold none."""
_MARKS = ("{{", "{%", "${", "<", "‹", "![", "###")
_WORD = re.compile(r"[a-z][a-z0-9]*")


def order_in(text: str) -> str:
    """Return the first words of a text that are addressed to an assistant, or try to steer one; empty for none.

    Rules over the wordings by which instructions are planted in documents (the families of BIPIA, Yi et al. 2023, and
    of garak): they find what looks like one, and a document that speaks about such wordings holds them too.
    """
    found = _first(text)
    return found[1] if found else ""


def planted_from(text: str) -> int:
    """Return the character at which the first sentence that holds an order begins; the length where none does.

    What follows an order in its paragraph is taken to belong to it.
    """
    found = _first(text)
    if found is None:
        return len(text)
    return max((start for start, _ in sentence_spans(text) if start <= found[0]), default=0)


@lru_cache(maxsize=4096)
def _first(text: str) -> tuple[int, str] | None:
    """Return where the first order begins and its words."""
    plain = clean(text)
    if not any(mark in plain for mark in _MARKS) and _TELLING.isdisjoint(_WORD.findall(plain.lower())):
        return None
    match = _ORDER.search(plain)
    if match is None:
        return None
    # What cannot be seen was taken out before the order was looked for; its place is that of its first letter.
    left = match.start() + len(match.group()) - len(match.group().lstrip())
    return _place(text, left), match.group().strip()


def _place(text: str, wanted: int) -> int:
    """Return where the character of a number in the cleaned text stands in the text itself."""
    reached = 0
    for place, character in enumerate(text):
        if reached >= wanted and clean(character):
            return place
        reached += len(clean(character))
    return len(text)
