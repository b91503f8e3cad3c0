"""The library as a LangChain retriever, for those who build on LangChain. Home of langchain."""

from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as LangChainDocument
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from index.library import Library
from index.passage import Passage
from index.scope import Scope


class LibraryRetriever(BaseRetriever):
    """Gives the paragraphs that bear on a query, best first, each with its address in the metadata."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    library: Library
    scope: Scope = Scope()
    limit: int = 10

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[LangChainDocument]:
        """Search the library; LangChain calls this from `invoke`."""
        del run_manager
        return [_as_langchain(passage) for passage in self.library.search(query, scope=self.scope, limit=self.limit)]


def _as_langchain(passage: Passage) -> LangChainDocument:
    paragraph = passage.paragraph
    metadata: dict[str, Any] = {
        "document": passage.document.id,
        "title": passage.document.metadata.title,
        "path": passage.document.path,
        "date": passage.document.metadata.date,
        "label": paragraph.label,
        "address": paragraph.address,
        "section": list(paragraph.section),
        "page": paragraph.page,
        "start": paragraph.start,
        "end": paragraph.end,
        "rank": passage.rank,
        "score": passage.score,
    }
    return LangChainDocument(
        id=f"{passage.document.id}:{paragraph.position}", page_content=paragraph.text, metadata=metadata
    )
