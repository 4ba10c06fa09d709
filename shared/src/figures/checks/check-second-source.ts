import { formatCount } from '../../format/number.ts';
import type { Finding } from '../finding.ts';
import { isWithin } from '../turnout.ts';
import type { CheckInput, GivenFigure, StandingFigure } from './check-input.ts';
import { inEveryLanguage } from './wording.ts';

/**
 * X, second source: the cutoff has a figure of the area already, and what is read now differs. Equal values, a more
 * exact one inside a standing range and a vaguer one around a standing value agree and pass. Stops: no value moves
 * silently, someone must pick; who said which is told where it is known.
 */
export function checkSecondSource(input: CheckInput): Finding[] {
  const { pack, cutoff } = input;
  return input.figures.flatMap((figure) => {
    const standing = input.standing(figure.area, cutoff);
    if (standing === null) return [];
    const differing = differingFields(figure, standing);
    if (differing.length === 0) return [];
    const message = inEveryLanguage(pack, (words) => {
      const value = (of: Pick<GivenFigure, 'turnout' | 'ballots'>): string =>
        differing
          .map((field) =>
            field === 'turnout'
              ? of.turnout && words.turnout(of.turnout)
              : formatCount(of.ballots ?? 0, words.language),
          )
          .join(' · ');
      const saidBy = (source: string | null | undefined): string => (source ? ` (${source})` : '');
      const own = value(figure) + saidBy(input.source);
      const held = value(standing) + saidBy(standing.source);
      const where = `${words.area(figure.area)}, ${words.cutoff(cutoff)}`;
      return {
        kk: `${where}: мұнда ${own}, ал бұрын енгізілгені ${held}. Дұрысын таңдаңыз: мәнді тек түзету арқылы ауыстыруға болады.`,
        ru: `${where}: здесь ${own}, а уже введено ${held}. Выберите верное: заменить значение можно только исправлением.`,
        en: `${where}: here ${own}, while ${held} is entered already. Pick the right one: only a correction moves a value.`,
      };
    });
    return { check: 'X', severity: 'stop', areas: [figure.area], cutoff, message, proposedBasis: null };
  });
}

function differingFields(figure: GivenFigure, standing: StandingFigure): ('turnout' | 'ballots')[] {
  const [given, held] = [figure.turnout, standing.turnout];
  const turnoutDiffers = given !== null && held !== null && !isWithin(given, held) && !isWithin(held, given);
  const ballotsDiffer = figure.ballots !== null && standing.ballots !== null && figure.ballots !== standing.ballots;
  return [...(turnoutDiffers ? (['turnout'] as const) : []), ...(ballotsDiffer ? (['ballots'] as const) : [])];
}
