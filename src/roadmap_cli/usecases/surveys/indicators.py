"""Indicators written as a workbook: all of them, or the columns of a saved layout."""

from pathlib import Path

from roadmap_cli.domain.monitoring.indicators import indicators
from roadmap_cli.domain.monitoring.sources import Sources
from roadmap_cli.errors import UnknownNameError
from roadmap_cli.exporters.monitoring import indicator_sheet, layout_sheet
from roadmap_cli.text.suggest import did_you_mean
from roadmap_cli.usecases.exports import write_export
from roadmap_cli.usecases.session import ALL_FILES, Run, changing, open_session


def export_indicators(run: Run, file: Path, layout: str | None, *, force: bool) -> tuple[str, ...]:
    """Write the indicators, by form too, or one row of a layout; what a person should know.

    Raises UnknownNameError for a layout that is not saved, and as `write_export` does.
    """
    with changing(run) as told:
        session = open_session(run, *ALL_FILES, told=told)
        sources = Sources(session.data, session.today)
        results = indicators(sources)
        if layout is None:
            sheets = [indicator_sheet("Показатели", results)]
            for form in sources.forms if len(sources.forms) > 1 else ():
                of_form = indicators(sources._replace(form=form))
                sheets.append(indicator_sheet(str(form.title), of_form))
        else:
            saved = {one.id: one for one in session.data.indicators.layouts}
            if layout not in saved:
                hint = did_you_mean(layout, list(saved)) or (
                    f"Есть: {', '.join(saved)}." if saved
                    else "Опишите её: layouts в data/indicators.yaml"
                )  # fmt: skip
                raise UnknownNameError(f"таблицы «{layout}» нет", hint=hint)
            by_id = {one.id: one for one in results}
            sheets = [layout_sheet(saved[layout], by_id, sources)]
        written = write_export(session, file, sheets, (), force=force)
    said = "Пробный запуск. Был бы записан" if run.dry_run else "Записан"
    return (*session.notices, f"{said} файл: {file}", *written)
