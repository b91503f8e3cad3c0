"""Take inline Markdown out of a text: emphasis, escapes, links; what is taken out is kept for the audit."""

import re
from dataclasses import dataclass, field
from html import unescape

_STRONG = re.compile(r"(\*\*|__)(?=\S)(.{1,4000}?)(?<=\S)\1", re.S)
_EMPHASIS = re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*\n]{1,600}?)(?<=[^\s*\\])\*(?![\w*])")
_UNDERSCORE = re.compile(r"(?<![\w_\\])_(?=[^\s_])([^_\n]{1,600}?)(?<=[^\s_\\])_(?![\w_])")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!$&~|<>-])")
_LINK = re.compile(
    r"(!?)\[([^\[\]\n]{0,1000})\]\(\s*<?([^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)?)>?(?:\s+\"[^\"\n]{0,300}\")?\s*\)"
)
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>")
_INLINE_TAG = re.compile(
    r"</?(?:a|abbr|b|big|code|del|em|font|i|img|ins|kbd|picture|q|s|small|source|span|strike|strong|sub|tt|u)"
    r"(?:\s[^<>]{0,1000})?/?>",
    re.I,
)
_BLOCK_TAG = re.compile(
    r"\s?</?(?:article|aside|blockquote|center|dd|details|div|dl|dt|figcaption|figure|h[1-6]|hr|li|ol|p|section|summary|"
    r"table|tbody|td|tfoot|th|thead|tr|ul)(?:\s[^<>]{0,1000})?/?>\s?",
    re.I,
)
"""Tags of HTML that a text in Markdown may hold and nobody sees; a raised `<sup>6</sup>` would run into its number."""
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,5});")
_LINE_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.I)
_CODE = re.compile(r"(`{1,3})(?!`)(.{1,2000}?)(?<!`)\1(?!`)", re.S)

_HIDDEN = {character: chr(0xE000 + ord(character)) for character in "\\`*_{}[]()#+.!$&~|<>-"}
_SHOWN = str.maketrans({hidden: character for character, hidden in _HIDDEN.items()})


@dataclass(slots=True)
class Markup:
    """What was taken out of the texts of one document."""

    removed: list[str] = field(default_factory=list)

    def strip(self, text: str, *, code: bool = False) -> str:
        """Return a text without emphasis, escapes and link targets; `code` also takes backquotes and HTML out."""
        if not any(sign in text for sign in "*_\\[<`&"):
            return text
        text = _ESCAPE.sub(self._escape, text)
        if code:
            text = _CODE.sub(lambda m: self._wrapped(m.group(1), _hide(m.group(2))), text)
            text = _INLINE_TAG.sub(lambda m: self._replaced(m.group(0), ""), text)
            text = _BLOCK_TAG.sub(lambda m: self._replaced(m.group(0), " "), text)
            text = _ENTITY.sub(lambda m: self._replaced(m.group(0), unescape(m.group(0))), text)
        text = _LINE_BREAK.sub(lambda m: self._replaced(m.group(0), " "), text)
        text = _LINK.sub(self._link, text)
        text = _AUTOLINK.sub(lambda m: self._replaced("<>", m.group(1)), text)
        for _ in range(2):
            text = _STRONG.sub(lambda m: self._wrapped(m.group(1), m.group(2)), text)
        text = _EMPHASIS.sub(lambda m: self._wrapped("*", m.group(1)), text)
        text = _UNDERSCORE.sub(lambda m: self._wrapped("_", m.group(1)), text)
        return text.translate(_SHOWN)

    def _escape(self, match: re.Match[str]) -> str:
        self.removed.append("\\")
        return _HIDDEN[match.group(1)]

    def _wrapped(self, sign: str, inner: str) -> str:
        self.removed.append(sign + sign)
        return inner

    def _replaced(self, removed: str, shown: str) -> str:
        self.removed.append(removed)
        return shown

    def _link(self, match: re.Match[str]) -> str:
        bang, shown, _target = match.groups()
        rest = match.group(0)[len(bang) + 1 + len(shown) :]
        self.removed.append(f"{bang}[{rest}")
        return shown


def _hide(text: str) -> str:
    return "".join(_HIDDEN.get(character, character) for character in text)


def is_bold(text: str) -> bool:
    """Tell whether a text is wholly between one pair of `**`."""
    stripped = text.strip()
    return len(stripped) > 4 and stripped.startswith("**") and stripped.endswith("**") and "**" not in stripped[2:-2]
