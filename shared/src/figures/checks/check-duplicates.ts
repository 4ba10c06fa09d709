import { formatPercent } from '../../format/number.ts';
import type { AreaId } from '../../ids.ts';
import type { Finding } from '../finding.ts';
import { isExact } from '../turnout.ts';
import type { CheckInput } from './check-input.ts';
import { inEveryLanguage } from './wording.ts';

/**
 * D, duplicates: two or more regions or cities with the same exact value, among the figures read and those standing at the
 * same cutoff. Warns: by chance one announcement in ten has such a pair. Neighbours in the commission's order or in
 * the text are called a suspected shift of rows.
 */
export function checkDuplicates(input: CheckInput): Finding[] {
  const { pack, cutoff, figures } = input;
  const order = pack.areas
    .filter((area) => area.kind === 'region' || area.kind === 'city')
    .toSorted((a, b) => a.order - b.order)
    .map((area) => area.id);
  const byValue = new Map<number, AreaId[]>();
  for (const area of order) {
    const read = figures.find((figure) => figure.area === area);
    const turnout = (read ?? input.standing(area, cutoff))?.turnout ?? null;
    if (turnout === null || !isExact(turnout)) continue;
    byValue.set(turnout.min, [...(byValue.get(turnout.min) ?? []), area]);
  }
  const textOrder = figures.map((figure) => figure.area);
  return [...byValue].flatMap(([value, areas]) => {
    if (areas.length < 2 || !areas.some((area) => textOrder.includes(area))) return [];
    const isShift = hasNeighbours(areas, order) || hasNeighbours(areas, textOrder);
    const message = inEveryLanguage(pack, (words) => {
      const names = areas.map(words.area).join(', ');
      const percent = formatPercent(value, words.language);
      return isShift
        ? {
            kk: `Қатар тұрған жолдар бірдей: ${names} — ${percent}. Жолдар жылжып кеткен болуы мүмкін: тізімді дереккөзбен салыстырыңыз.`,
            ru: `Соседние строки совпадают: ${names} — ${percent}. Возможно, строки сдвинулись: сверьте список с источником.`,
            en: `Neighbouring rows are equal: ${names} – ${percent}. The rows may have shifted: compare the list with its source.`,
          }
        : {
            kk: `Мәндер жүздік үлесіне дейін бірдей: ${names} — ${percent}. Бұл кездейсоқ та болады; қайта қарап шығыңыз.`,
            ru: `Совпадают до сотой: ${names} — ${percent}. Так бывает и случайно; посмотрите ещё раз.`,
            en: `Equal to the hundredth: ${names} – ${percent}. It happens by chance too; look once more.`,
          };
    });
    return { check: 'D', severity: 'warn', areas, cutoff, message, proposedBasis: null };
  });
}

function hasNeighbours(areas: readonly AreaId[], order: readonly AreaId[]): boolean {
  return order.some((area, index) => {
    const next = order[index + 1];
    return next !== undefined && areas.includes(area) && areas.includes(next);
  });
}
