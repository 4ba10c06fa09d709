import { formatPoints, halved } from '../../format/number.ts';
import type { Finding } from '../finding.ts';
import type { CheckInput } from './check-input.ts';
import { incrementsOf, twiceMedianOf } from './increments.ts';
import { inEveryLanguage } from './wording.ts';

/**
 * I, increment outlier: an area's growth far from the others', z = |Δ − median Δ| / max(0,5 points, 1,4826·MAD) > 3,5
 * (the modified z-score of Iglewicz and Hoaglin, 1993, with a floor for days when all move alike). Warns: about one
 * true value in twenty is such.
 */
export function checkIncrements(input: CheckInput): Finding[] {
  const increments = incrementsOf(input);
  if (increments === null) return [];
  const { rows, twiceMedian, since } = increments;
  const growths = rows.flatMap(({ area, previous, current }) =>
    previous === null || current === null ? [] : [{ area, growth: current - previous }],
  );
  // All in doubled hundredths, and the MAD doubled once more, so that every number stays whole.
  const distances = growths.map(({ growth }) => Math.abs(2 * growth - twiceMedian));
  const fourMads = twiceMedianOf(distances);
  return growths.flatMap(({ area, growth }, index) => {
    const distance = distances[index] ?? 0;
    const isOverFloor = distance > 2 * 175; // 3,5 · 0,5 points
    const isOverSpread = distance * 20_000 > 51_891 * fourMads; // 3,5 · 1,4826 = 5,1891
    if (!isOverFloor || !isOverSpread) return [];
    const message = inEveryLanguage(input.pack, (words) => {
      const own = formatPoints(growth, words.language, 2);
      const usual = formatPoints(halved(twiceMedian), words.language, 2);
      const from = words.cutoff(since);
      return {
        kk: `${words.area(area)}: өсім ${own} (бұрынғысы — ${from}), ал басқаларда әдетте ${usual} шамасында. Қарап шығып, дұрыс болса қабылдаңыз.`,
        ru: `${words.area(area)}: прирост ${own} (после ${from}), тогда как у остальных обычно около ${usual} Посмотрите и примите, если верно.`,
        en: `${words.area(area)}: grew by ${own} (since ${from}), while the others usually grew by about ${usual}. Look, and accept if it is right.`,
      };
    });
    return { check: 'I', severity: 'warn', areas: [area], cutoff: input.cutoff, message, proposedBasis: null };
  });
}
