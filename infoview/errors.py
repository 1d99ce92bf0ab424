"""The error family: every message is the sentence the person reads.

```
InfoviewError            anything a person can understand and act on
├── InputError           something typed or chosen does not fit
├── ImportFileError      a file that cannot be read as contacts
├── LogbookError         the logbook's file cannot be used
└── ContentError         a file in `content/` is not as its comments say
```
"""


class InfoviewError(Exception):
    """Something a person can understand and act on; its text is a plain sentence, shown as it is."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)

    def _render_traceback_(self) -> list[str]:
        """Say no more than the sentence in a notebook's own cells, too; IPython asks for this."""
        return [str(self)]


class InputError(InfoviewError):
    """What was typed or chosen does not fit; `field` names the form's field, where there is one."""

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


class ImportFileError(InfoviewError):
    """A file that cannot be read as contacts at all; nothing was kept of it."""


class LogbookError(InfoviewError):
    """The logbook's file cannot be opened or written; it was left as it was."""


class ContentError(InfoviewError):
    """A file in `content/` is not as its comments say: for those who change the words."""
