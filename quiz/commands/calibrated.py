"""What `quiz stats calibration` tells, gathered from the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quiz.commands.figures import Scope
    from quiz.house import House
    from quiz.stats.calibration import Calibration


def gathered(scope: Scope, _house: House) -> Calibration:
    """What was foretold of the cards looked at, against what came."""
    from quiz.library.collector import paused
    from quiz.stats.calibration import calibration, foretold

    with paused():
        kinds = {card: whose[0] for card, whose in scope.belongs.items()}
        return calibration(foretold(scope.journal.past(), scope.since), kinds, scope.cards)
