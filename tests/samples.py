"""What to put into each address that takes more than a hub: a test fails when one is missing."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.addresses import Address, addresses
from tests.world import World

Arguments = tuple[object, ...]
Samples = dict[str, Arguments]  # what it is -> the arguments

SAMPLES: dict[str, Callable[[World], Samples]] = {}


@dataclass(frozen=True)
class Visit:
    """An address with its arguments filled in."""

    address: Address
    what: str
    arguments: Arguments
    slug: str

    @property
    def name(self) -> str:
        return f"{self.address.name} {self.what}".strip()

    def path(self, language: str = "en", slug: str = "") -> str:
        return self.address.path(slug or self.slug, self.arguments, language)


def visits(world: World) -> Iterator[Visit]:
    """Yield every address of the site with every sample of it."""
    for address in addresses():
        for what, arguments in samples_of(address, world).items():
            yield Visit(address, what, arguments, world.hub.slug)


def samples_of(address: Address, world: World) -> Samples:
    """Return the samples of one address; none are needed where it takes nothing."""
    if address.name in SAMPLES:
        return SAMPLES[address.name](world)
    return {} if address.parameters else {"": ()}


def without_samples() -> list[str]:
    """Return the addresses that need samples and have none."""
    return [f.name for f in addresses() if f.parameters and f.name not in SAMPLES]
