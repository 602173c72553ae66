"""Gifts and stories: what people and places have to start from."""
# SPDX-License-Identifier: AGPL-3.0-or-later
