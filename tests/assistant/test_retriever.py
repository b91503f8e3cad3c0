"""The library as LangChain sees it."""

from pathlib import Path

from assistant.retriever import LibraryRetriever
from corpus.offline import stay_offline
from index.embed import HashEmbedder
from index.library import Library
from index.scope import Scope


def test_retriever_gives_paragraphs_with_their_addresses(tmp_path: Path) -> None:
    """A chain gets the text of a paragraph, and what is needed to point to it."""
    stay_offline()
    source = tmp_path / "minutes.md"
    source.write_text("# Minutes\n\n7. The Board met in Oslo.\n\n8. It adopted the budget of the ferry line.\n")
    with Library.open(tmp_path / "library", HashEmbedder) as library:
        library.ingest([source])
        found = LibraryRetriever(library=library, limit=1).invoke("budget of the ferry")
        assert [document.metadata["label"] for document in found] == ["8"]
        text = library.document("minutes").text
        assert text[found[0].metadata["start"] : found[0].metadata["end"]] == found[0].page_content
        nowhere = LibraryRetriever(library=library, scope=Scope(kinds=frozenset({"release"})))
        assert nowhere.invoke("budget of the ferry") == []
