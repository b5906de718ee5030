"""Chance that is none: numbers drawn by arithmetic from a seed, the same on every machine.

Each card has its own line of numbers, so that two courses that differ in one wish meet the same luck: what differs
between them is then the wish. The numbers are those of a linear congruential generator modulo 2^64 with the multiplier
of D. E. Knuth's MMIX ("The Art of Computer Programming" 2, 3rd edition, 3.3.4), of which the upper bits are used;
where each line begins is scattered by the finishing steps of SplitMix64 (G. L. Steele, D. Lea, C. H. Flood,
"Fast Splittable Pseudorandom Number Generators", OOPSLA 2014, doi:10.1145/2660193.2660195).
"""

from __future__ import annotations

from typing import Final

MASK: Final = 2**64 - 1
MULTIPLIER: Final = 6364136223846793005
INCREMENT: Final = 1442695040888963407
#: What makes a number in [0, 1) of the upper 53 bits.
UNIT: Final = 2.0**-53
UNUSED_BITS: Final = 11

_GOLDEN: Final = 0x9E3779B97F4A7C15


def scattered(number: int) -> int:
    """Another number of 64 bits: neighbours become strangers."""
    number = (number * _GOLDEN) & MASK
    number = ((number ^ number >> 30) * 0xBF58476D1CE4E5B9) & MASK
    number = ((number ^ number >> 27) * 0x94D049BB133111EB) & MASK
    return number ^ number >> 31


def lines(seed: int, count: int) -> list[int]:
    """Where the lines of numbers of `count` cards begin."""
    start = scattered(seed)
    return [scattered(start + n + 1) for n in range(count)]


def sample(count: int, wanted: int, seed: int) -> list[int]:
    """`wanted` of the places 0 … `count` - 1 at even distances, begun by chance; all where there are no more.

    Of places in the order of what matters, a sample at even distances is truer than one by chance alone.
    """
    if wanted >= count:
        return list(range(count))
    begin = scattered(seed) % count  # places are counted in parts of `wanted`, so that all are whole numbers
    return [(begin + n * count) // wanted for n in range(wanted)]
