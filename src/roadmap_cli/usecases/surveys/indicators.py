"""Indicators written as a workbook: all of them, or the columns of a saved layout."""

from pathlib import Path

from roadmap_cli.domain.monitoring.indicators import indicators
from roadmap_cli.domain.monitoring.sources import Sources
from roadmap_cli.errors import UnknownNameError
from roadmap_cli.exporters.monitoring import indicator_sheet, layout_sheet
from roadmap_cli.exporters.tables import Sheet
from roadmap_cli.text.suggest import did_you_mean
from roadmap_cli.usecases.exports import export_sheets
from roadmap_cli.usecases.session import Run, Session

_NO_LAYOUTS = "Опишите её в data/indicators.yaml, ключ layouts"


def export_indicators(run: Run, file: Path, layout: str | None, *, force: bool) -> tuple[str, ...]:
    """Write the indicators, by form too, or one row of a layout; what a person should know.

    Raises UnknownNameError for a layout that is not saved, and as `export_sheets` does.
    """

    def sheets(session: Session) -> list[Sheet]:
        sources = Sources(session.data, session.today)
        return _all_sheets(sources) if layout is None else [_asked_for(sources, layout)]

    written = export_sheets(run, file, sheets, force=force)
    said = "Пробный запуск. Был бы записан" if run.dry_run else "Записан"
    return (f"{said} файл: {file}", *written)


def _all_sheets(sources: Sources) -> list[Sheet]:
    sheets = [indicator_sheet("Показатели", indicators(sources))]
    for form in sources.forms if len(sources.forms) > 1 else ():
        of_form = indicators(sources._replace(form=form))
        sheets.append(indicator_sheet(str(form.title), of_form))
    return sheets


def _asked_for(sources: Sources, layout: str) -> Sheet:
    saved = {one.id: one for one in sources.data.indicators.layouts}
    if layout not in saved:
        there = f"Есть: {', '.join(saved)}." if saved else _NO_LAYOUTS
        raise UnknownNameError(
            f"таблицы «{layout}» нет", hint=did_you_mean(layout, list(saved)) or there
        )
    return layout_sheet(saved[layout], {one.id: one for one in indicators(sources)}, sources)
