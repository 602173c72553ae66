"""Pictures that people send: cleaned, made anew in two sizes, kept in private storage."""
# SPDX-License-Identifier: AGPL-3.0-or-later
