"""Words that must fit on a paper."""
# SPDX-License-Identifier: AGPL-3.0-or-later

ENDS = (". ", ".\n", "\n", " ")


def fitted(text: str, most: int) -> str:
    """Return a text, cut after a sentence, or after a word, where it is too long.

    >>> fitted("One. Two three.", 20), fitted("One. Two three.", 10), fitted("Onetwothree", 5)
    ('One. Two three.', 'One. …', 'Onet…')
    """
    text = text.strip()
    if len(text) <= most:
        return text
    head = text[: most - 2]
    for end in ENDS:
        place = head.rfind(end)
        if place > 0:
            return head[: place + len(end)].rstrip() + " …"
    return text[: most - 1] + "…"
