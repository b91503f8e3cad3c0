"""Know the elements of a page that are of its site and not of its text."""

import re

from corpus.readers.html.tree import BLOCKS, Element

_FURNITURE_TAGS = frozenset({"nav", "footer", "form", "button", "select", "menu", "search", "dialog"})
_FURNITURE_WORDS = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|sidebar|breadcrumbs?|cookie\w*|footer|banner|share|sharing|social|skip\w*|"
    r"search|newsletter|subscribe|related|pagination|toolbar|advert\w*|widget|login)(?:$|[\s_-])"
)


def is_furniture(element: Element, *, inside: bool, is_form: bool) -> bool:
    """Tell whether an element is a menu, a banner or a footer; `inside` an article, a box beside the text is of it.

    On a page that `is_form`, the form is the text.
    """
    tag = element.tag
    if tag in ("html", "body", "main", "article") or (is_form and tag in ("form", "select")):
        return False
    beside = tag in ("header", "aside") and not inside
    of_class = tag in BLOCKS and bool(element.classes) and bool(_FURNITURE_WORDS.search(element.classes))
    return tag in _FURNITURE_TAGS or beside or of_class
