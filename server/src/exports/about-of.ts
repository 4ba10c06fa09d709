import { formatDate, formatInstant } from '@yavka/shared/format/time';
import { fillWords } from '@yavka/shared/format/fill-words';
import { capitalOffsetOf } from '@yavka/shared/pack/capital-offset-of';

import type { ExportTable } from './export-table-of.ts';
import { exportWords } from './export-words.ts';

/** What a table says about itself, so that it can be read a year later and far from its page: name and text of each line. */
export function aboutOf({ question, resolved, state, cutoffs, figures }: ExportTable): (readonly [string, string])[] {
  const { pack } = resolved;
  const { lang, audience } = question;
  const { about } = exportWords[lang];
  const known = cutoffs.filter(({ id }) => figures.some((row) => row.cutoff === id && row.missing === null));
  const newest = known.at(-1);
  const asOf =
    newest === undefined
      ? about.nothingYet
      : `${newest.label[lang]}, ${pack.capital.timeLabel[lang]}, ${formatDate(newest.localDate, lang)}`;
  const place = fillWords(about.placeValue, {
    log: state.logId,
    seq: String(state.seq),
    time: formatInstant(state.recordedAt, capitalOffsetOf(resolved)),
    hash: state.hash,
  });
  return [
    [about.election, pack.title[lang]],
    [about.day, formatDate(pack.date, lang)],
    [about.mode, about[state.mode]],
    [about.asOf, asOf],
    [about.source, pack.commission.names[lang]],
    [about.turnout, about.turnoutValue],
    [about.range, about.rangeValue],
    [about.missing, about.missingValue],
    ...(audience === 'desk' ? [[about.unreleased, about.unreleasedValue] as const] : []),
    [about.place, place],
    [about.licence, about.licenceValue],
  ];
}
