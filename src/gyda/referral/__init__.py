"""Referral with consent: a professional brings someone in, and that person decides."""
# SPDX-License-Identifier: AGPL-3.0-or-later
