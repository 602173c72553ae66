"""Reads the files of a conversation from another tool; what is wrong with them in words."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import io
import zipfile
from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from gyda.methods.errors import BadInput
from gyda.methods.opinion.polis import FILES, conversation, one_file
from gyda.methods.opinion.polis import Conversation as Files
from gyda.need.map.errors import Unusable
from gyda.terminal.map.faults import FAULTS
from gyda.terminal.map.reading import usual

Upload = tuple[str, bytes]
MOST_BYTES = 60_000_000  # unpacked


def texts_of(uploads: Iterable[Upload]) -> dict[str, str]:
    """Return the texts by the usual names of the files; a zip is unpacked. Raises Unusable."""
    found: dict[str, str] = {}
    for name, content in _unpacked(uploads):
        known = usual(name.rpartition("/")[2].lower())
        if known or name.lower().endswith(".csv"):
            found.setdefault(known or name, _text(name, content))
    if not found:
        raise Unusable(words=_("There are no tables here. The folder needs votes.csv."))
    return found


def read(texts: Mapping[str, str]) -> Files:
    """Read the conversation. Raises Unusable, with the line."""
    known = {name: text for name, text in texts.items() if name in FILES}
    try:
        if known:
            return conversation(known)
        return one_file(next(iter(texts.values())))
    except BadInput as error:
        raise Unusable(words=words_of(error)) from error


def words_of(error: BadInput) -> str:
    """Say what is wrong, where, and how to mend it."""
    what, remedy = FAULTS.get(error.code, (_("this cannot be used"), ""))
    said = _(what) % error.values if error.values else _(what)
    where = _("line %(line)s") % {"line": error.line} + ": " if error.line else ""
    file = f"{error.file}, " if getattr(error, "file", None) else ""
    mend = f" {_(remedy)}" if remedy else ""
    return f"{file}{where}{said}.{mend}"


def _unpacked(uploads: Iterable[Upload]) -> Iterable[Upload]:
    room = MOST_BYTES
    for name, content in uploads:
        if not name.lower().endswith(".zip"):
            yield name, content
            continue
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                for one in archive.infolist():
                    room -= one.file_size
                    if room < 0:
                        raise Unusable(words=_("This is too large. Use the command for it."))
                    if not one.is_dir():
                        yield one.filename, archive.read(one)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
            raise Unusable(words=_("%(name)s is no zip file.") % {"name": name}) from error


def _text(name: str, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unusable(words=_("%(name)s is not text in UTF-8.") % {"name": name}) from error
