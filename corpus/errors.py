"""The errors a person can meet. Each message says what happened, to what, and what to do next.

RapporteurError
├── CorpusError            a source could not be turned into paragraphs
│   ├── SourceMissing      nothing at that path
│   ├── UnknownFormat      a format that is not read here
│   ├── UnreadableSource   the file is not what its name says, is damaged, or is locked by a password
│   ├── NoText             the file opens and holds no text
│   ├── NotInstalled       an extra that reads it is not installed
│   └── SourceLimit        parsing it took more time or memory than it may
├── LibraryError           the library cannot do what was asked
│   ├── LibraryInUse       another process owns it
│   ├── LibraryMismatch    it was made with another embedding or a newer version
│   ├── LibraryDamaged     a store is broken and could not be repaired
│   ├── NoRoom             the disk is full
│   └── NotInLibrary       no such document, or no such paragraph
├── QuestionError          a question that cannot be asked: empty, or too long
├── SummaryError           a summary that cannot be drafted: nothing of the kind is in the document
│   └── TemplateError      its template, or its number of words, is not possible
├── OutputError            what was made cannot be written where it should be
├── SettingsError          a setting has a value that is not possible
└── CaseError              a file of cases is not well formed
"""


class RapporteurError(Exception):
    """Anything that stops a person from going on; the message is written for them."""


class CorpusError(RapporteurError):
    """A source could not be turned into paragraphs."""


class SourceMissing(CorpusError):
    """Nothing is at that path."""


class UnknownFormat(CorpusError):
    """A format that is not read here."""


class UnreadableSource(CorpusError):
    """The file is not what its name says, is damaged, or is locked by a password."""


class NoText(CorpusError):
    """The file opens and holds no text."""


class NotInstalled(CorpusError):
    """An extra that reads the source is not installed."""


class SourceLimit(CorpusError):
    """Parsing the file took more time or memory than it may."""


class LibraryError(RapporteurError):
    """The library cannot do what was asked."""


class LibraryInUse(LibraryError):
    """Another process owns the library."""


class LibraryMismatch(LibraryError):
    """The library was made with another embedding, or by a newer version."""


class LibraryDamaged(LibraryError):
    """A store of the library is broken and could not be repaired."""


class NoRoom(LibraryError):
    """The disk is full; what was in the library is still whole."""


class NotInLibrary(LibraryError):
    """No such document, or no such paragraph."""


class QuestionError(RapporteurError):
    """The question cannot be asked: it is empty, or too long."""


class SummaryError(RapporteurError):
    """A summary cannot be drafted: nothing of the kind that is asked for is in the document."""


class TemplateError(SummaryError):
    """The template of a summary, or its number of words, is not possible."""


class OutputError(RapporteurError):
    """What was made cannot be written where it should be."""


class SettingsError(RapporteurError):
    """A setting has a value that is not possible."""


class CaseError(RapporteurError):
    """A file of cases is not well formed."""
