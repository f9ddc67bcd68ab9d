"""The school's own rules on who may be a pair: bans, and the School of mentors."""

from roadmap_cli.domain.model.dataset import Dataset

UNFINISHED = "Школа наставников не окончена"


def banned_words(reason: str | None) -> str:
    """«пара запрещена: ссора»."""
    return ": ".join(filter(None, ("пара запрещена", reason)))


def against_rulings(data: Dataset, mentee: str, mentor: str) -> str | None:
    """Why the school's own rules forbid a pair that was not matched, in Russian; else None.

    Consents, forms and places are looked at elsewhere.
    """
    bans = [ban for ban in data.matching.bans if (ban.mentee, ban.mentor) == (mentee, mentor)]
    if bans:
        return banned_words(bans[0].reason)
    if data.matching.school_required and mentor not in data.school.finished():
        return UNFINISHED
    return None
