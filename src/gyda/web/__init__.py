"""Web: templates, components, forms and bilingual fields; the face of every room."""
# SPDX-License-Identifier: AGPL-3.0-or-later
