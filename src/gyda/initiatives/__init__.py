"""The thread of a service that is being co-produced: team, stages, rights, promises."""
# SPDX-License-Identifier: AGPL-3.0-or-later
