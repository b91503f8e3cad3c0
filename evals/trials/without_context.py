"""A parser whose paragraphs stand alone: no headings, no lead-in, no column headings, no facts of the document.

For the ablation: what is embedded, indexed and read is then the words of a paragraph and nothing else.
"""

from dataclasses import replace

from corpus.document import Metadata
from corpus.parse import Parsed, Parser
from corpus.parse import parse as parse_whole


def parse(source: bytes, name: str, document: str) -> Parsed:
    """Parse as ever, and take from each paragraph what stands around it; text and labels stay."""
    parsed = parse_whole(source, name, document)
    alone = tuple(replace(paragraph, section=(), parent=None, columns=()) for paragraph in parsed.paragraphs)
    return replace(parsed, metadata=Metadata(language=parsed.metadata.language), paragraphs=alone)


WITHOUT_CONTEXT = Parser(parse, version="without context")
