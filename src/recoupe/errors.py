"""The one tree of errors that Recoupe raises on purpose.

RecoupeError
├── InputError          what was given cannot be read at all
│   ├── MissingInput    a path that does not exist, an address that does not answer
│   └── NothingReadable nothing among the arguments could be read
├── PipelineError       a linguistic pipeline is absent or does not fit
├── PackError           a language pack or a user's table has a mistake (file and line are in the message)
├── CorrectionsError    a corrections file cannot be understood
│   └── CorrectionLost  the words of a correction lead nowhere now (caught where corrections are applied)
├── StoreError          a dossier's file cannot be opened or written
│   └── Conflict        what was to be changed has been changed by somebody else meanwhile
├── NotInstalled        a package that is not required, and that this needs, is not there
├── ServingError        the local application was asked to open itself to others without a token, or cannot start
└── ExplainError        a question about spans that are not in the dossier

A caller that wants to go on catches `RecoupeError`; the command line prints its message (which names the file and
the cure) and leaves with status 2.
"""


class RecoupeError(Exception):
    """Base of all errors raised on purpose."""


class InputError(RecoupeError):
    """What was given cannot be read at all."""


class MissingInput(InputError):
    """A path that does not exist, or an address that does not answer."""


class NothingReadable(InputError):
    """Nothing among the arguments could be read."""


class PipelineError(RecoupeError):
    """A linguistic pipeline is absent or does not fit."""


class PackError(RecoupeError):
    """A language pack or a user's table has a mistake; the message names file and line."""


class CorrectionsError(RecoupeError):
    """A corrections file cannot be understood."""


class CorrectionLost(CorrectionsError):
    """The words of a correction lead nowhere now, or to several things; told as the outcome of that correction."""


class StoreError(RecoupeError):
    """A dossier's file cannot be opened or written."""


class Conflict(StoreError):
    """What was to be changed has been changed by somebody else meanwhile; both are kept."""


class NotInstalled(RecoupeError):
    """A package that is not required, and that this needs, is not there."""


class ServingError(RecoupeError):
    """The local application was asked to open itself to others without a token, or cannot start."""


class ExplainError(RecoupeError):
    """A question about spans that are not in the dossier."""
