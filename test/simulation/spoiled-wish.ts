import type { Wish } from './person.ts';
import type { SeededRandom } from '../seeded-random.ts';

const nowhere = 'nowhere';
const figureNowhere = 'nobody/ballots-issued/never/nowhere';

/**
 * The same wish with something wrong in it, as haste and stale pages make them: it names what is not there, what is
 * there already, or cannot be. `before` is what the same people wished earlier.
 */
export function spoiledWish(wish: Wish, before: readonly Wish[], random: SeededRandom): Wish {
  const earlier = before.filter(({ type }) => type === wish.type);
  // What was done once can often not be done again.
  if (earlier.length > 0 && random.chance(0.4)) return random.pick(earlier);
  switch (wish.type) {
    case 'EnterAnnouncement':
      return random.chance(0.5)
        ? { ...wish, expectedFigures: [] }
        : { ...wish, text: JSON.stringify({ ...(JSON.parse(wish.text) as object), figures: [] }) };
    case 'EnterFigure':
      return random.chance(0.5) ? { ...wish, area: nowhere } : { ...wish, cutoff: nowhere };
    case 'CorrectFigure':
      return random.chance(0.5) ? { ...wish, expectedRevision: 99 } : { ...wish, basis: nowhere };
    case 'VerifyAnnouncement':
      return { ...wish, announcementId: nowhere };
    case 'VerifyFigures':
      return { ...wish, refs: [...wish.refs, { figureId: figureNowhere, revision: 1 }] };
    case 'Withhold':
      return { ...wish, target: { kind: 'figure', figureId: figureNowhere } };
    case 'LiftWithholding':
    case 'ReleaseDue':
      return { ...wish, withholdingId: nowhere };
    case 'SetElectorate':
      return { ...wish, electorate: { ...wish.electorate, area: nowhere } };
    case 'ReportStation':
      return { ...wish, report: { ...wish.report, station: nowhere } };
    case 'ReportStationCount':
      return { ...wish, count: { ...wish.count, open: 7, closed: 7, total: 13 } };
    case 'EnterDispatch':
      return { ...wish, dispatch: { ...wish.dispatch, area: nowhere } };
    case 'AnswerDispatch':
    case 'VerifyDispatch':
    case 'EraseDispatchText':
      return { ...wish, dispatchId: nowhere };
  }
}
