import { wholeTurnout } from '../../figures/turnout.ts';
import type { ElectionPack } from '../pack.ts';
import type { PackProblem } from '../pack-problem.ts';
import { packProblem } from '../pack-problem.ts';
import { packFileNames } from '../pack-files.ts';
import { duplicates } from './duplicates.ts';

const file = packFileNames.pack;

/** Bands that cover 0 to 100 % without a gap, each in a colour of its own. */
export function checkScale(pack: ElectionPack): PackProblem[] {
  const problems: PackProblem[] = [];
  pack.bands.forEach((band, index) => {
    const from = pack.bands[index - 1]?.max ?? 0;
    if (band.min !== from)
      problems.push(
        packProblem(file, ['bands', index, 'min'], `The scale stands at ${from} here, the band begins at ${band.min}.`),
      );
    if (band.max <= band.min)
      problems.push(packProblem(file, ['bands', index, 'max'], `A band from ${band.min} cannot end at ${band.max}.`));
  });
  const top = pack.bands.at(-1)?.max;
  if (top !== wholeTurnout)
    problems.push(
      packProblem(
        file,
        ['bands', pack.bands.length - 1, 'max'],
        `The scale ends at ${top ?? 0} instead of ${wholeTurnout}.`,
      ),
    );
  for (const { key, index, first } of duplicates(pack.bands, ({ color }) => color)) {
    problems.push(packProblem(file, ['bands', index, 'color'], `${key} is the colour of bands[${first}].`));
  }
  for (const field of ['approachWidth', 'aboutWidth'] as const) {
    if (pack[field] >= wholeTurnout) problems.push(packProblem(file, [field], 'The width is the whole scale.'));
  }
  return problems;
}
