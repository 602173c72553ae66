"""Which statement somebody is shown next: cheap enough for each vote, and never even by mistake."""
# SPDX-License-Identifier: AGPL-3.0-or-later
