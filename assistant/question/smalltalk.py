"""Turns that are not questions about the documents: greetings, thanks, and instructions to the assistant."""

import re
from dataclasses import dataclass

_HELP = (
    "Ask a question about the documents in the library: who, when, where, how many, what was decided. "
    "Each sentence of an answer names the paragraph it comes from; where the documents do not say, the answer says so."
)
_WELCOME = "You are welcome. Ask another question about the documents."
_INSTRUCTION = (
    "That is an instruction to the assistant, not a question about the documents, and it was not followed. "
    "Ask what the documents say."
)
_LONGEST_SMALL_TALK = 80

_GREETING = re.compile(
    r"\W*(?:hi|hello|hey|good (?:morning|afternoon|evening|day)|greetings|how are you)\b"
    r"(?:[\s,!.]*\b(?:there|everyone|all|again|rapporteur|dear|team|assistant|how are you|today|doing|to you))*\W*",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"\W*(?:(?:ok|okay|great|perfect|super|excellent|thanks?|thank you|many thanks|cheers|bye|goodbye)\b\W*)+"
    r"(?:\b(?:very|so|a|lot|much|again|for|your|the|that|this|help|answer|all|was|helpful)\b\W*)*",
    re.IGNORECASE,
)
_ABILITY = re.compile(
    r"\W*(?:(?:so|and|ok|hi|hello)\W+)?(?:what (?:can|do|could) you (?:do|answer|know|offer)(?: for me| here)?"
    r"|who are you|what are you|how do (?:you|i) (?:work|use (?:you|this|it)|start|ask)|help(?: me)?"
    r"|how does (?:this|it) work|what (?:can|could|should|may) i ask(?: you)?(?: here)?"
    r"|what is (?:this|rapporteur)(?: for)?|can you help(?: me)?)\W*",
    re.IGNORECASE,
)
_TOLD = r"(?:instructions?|rules?|prompts?|guidelines?|restrictions?|training|system message)\b"
_MAKINGS = r"(?:poems?|songs?|jokes?|riddles?|haikus?|limericks?|essays?|lyrics|fairy tales?|python|code(?! of))\b"
# What makes an order to the assistant, wherever a clause begins.
_ANYWHERE = (
    rf"(?:ignore|disregard|forget|override|bypass)\s+(?:\w+\s+){{0,2}}(?:your|previous|prior|earlier|above|these|those|my)\s"
    rf"(?:[\w ]{{0,20}}\b)?{_TOLD}",
    r"(?:ignore|disregard|forget) (?:your|the|all|these) (?:\w+ ){0,2}(?:documents|sources|paragraphs|library)\b",
    r"(?:ignore|disregard|forget) (?:everything|all|what) (?:above|before|you|i|that was said)\b",
    rf"(?:print|show|reveal|repeat|output|display|dump|leak|tell me|give me|what (?:is|are|was|were)) "
    rf"(?:me )?(?:all )?your (?:\w+ ){{0,2}}{_TOLD}",
    r"(?:act|behave|respond|answer|speak|talk) (?:as if|as though|as an?|like an?|as my) ",
    r"pretend (?:to be|that|you|as if)\b",
    r"role-?play\b",
    r"you are (?:now|no longer) ",
    r"from now on,? you\b",
)
# What makes one only where the turn begins with it.
_AT_START = (
    r"(?:write|compose|make up|invent|generate|create|sing|draft) (?:me |us )?(?:an? |some |the )?"
    rf"(?:\w+ ){{0,2}}{_MAKINGS}",
    r"(?:tell|give) (?:me|us) (?:an? |another )?(?:\w+ )?(?:joke|riddle|poem|fairy tale|bedtime story)\b",
    r"(?:translate (?:this|the following|into)\b|repeat after me\b|say (?:hello|hi|yes|that you)\b)",
    r"(?:run|execute|delete|erase|send|install) (?:this|the|all|an?|my|your|every) (?:\w+ )?"
    r"(?:command|code|script|files?|documents?|library|database|e-?mails?|message|programs?)\b",
)
_ASKING = (
    r"(?:please|kindly|now|then|also|and|but|can you|could you|would you|will you|you must|i want you to|i need you to)"
)
_ORDER = re.compile(
    rf"(?:^|[.!?;:,\n]|\b{_ASKING}\b)\W{{0,4}}(?:{'|'.join(_ANYWHERE)})|^\W{{0,4}}(?:{_ASKING}\W{{1,4}})*(?:{'|'.join(_AT_START)})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class SmallTalkReply:
    """A reply to a turn that needs no documents."""

    text: str
    refused: bool = False
    """Whether the turn asked for something that is not done."""


def reply_to(turn: str) -> SmallTalkReply | None:
    """Return a short reply to a greeting, to thanks or to an instruction, None for a question about the documents."""
    plain = " ".join(turn.replace("’", "'").split())
    if len(plain) <= _LONGEST_SMALL_TALK:
        if _GREETING.fullmatch(plain) or _ABILITY.fullmatch(plain):
            return SmallTalkReply(_HELP)
        if _THANKS.fullmatch(plain):
            return SmallTalkReply(_WELCOME)
    return SmallTalkReply(_INSTRUCTION, refused=True) if _ORDER.search(plain) else None
