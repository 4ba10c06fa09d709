import type { Override } from '@yavka/shared/figures/figure';
import { checkIds, correctionKinds } from '@yavka/shared/figures/figure';
import type { TurnoutInterval } from '@yavka/shared/figures/turnout';
import type { CommandInput } from '@yavka/shared/log/command';
import type { ElectionState, FigureState, RevisionState } from '@yavka/shared/log/state';
import type { ParsedFigure } from '@yavka/shared/announcement/parsed';

import { spoiledWish } from './spoiled-wish.ts';
import type { World } from './world.ts';

type WithoutId<Command> = Command extends unknown ? Omit<Command, 'commandId'> : never;
export type Wish = WithoutId<CommandInput>;
type WishOf<Type extends Wish['type']> = Extract<Wish, { type: Type }>;

/** What a person at a desk does next, by what the desk shows: sensible, stale and wrong things. */
export interface Person {
  /** @param state what the person's own page shows, which may be old */
  wishes(state: ElectionState): Wish;
}

export function person(name: string, world: World): Person {
  const { markers, time, resolved } = world;
  const random = world.random.fork();
  const { areas, cutoffs, stations, groups } = resolved.pack;
  const wished: Wish[] = [];
  let made = 0;
  const newId = (kind: string): string => `${kind}${name}${String((made += 1))}`;
  const placeOf = (cutoff: string): number =>
    cutoffs.findIndex((each) => each.id === cutoff) / Math.max(1, cutoffs.length - 1);

  const turnoutAt = (cutoff: string): TurnoutInterval => {
    const min = markers.turnout(placeOf(cutoff));
    const max = random.chance(0.6) ? min : markers.turnoutWithin(min, 10_000);
    return { min, max: max ?? min };
  };
  const valueAt = (cutoff: string): { turnout: TurnoutInterval | null; ballots: number | null } => {
    const form = random.int(0, 9);
    return {
      turnout: form < 8 ? turnoutAt(cutoff) : null,
      ballots: form >= 8 || random.chance(0.1) ? markers.ballots(placeOf(cutoff)) : null,
    };
  };
  const overrides = (probability: number): Override[] =>
    random.chance(probability)
      ? checkIds.map((check) => ({ check, area: null, reason: `because ${markers.word()}` }))
      : [];
  const newest = (figure: FigureState): RevisionState | undefined => figure.revisions.at(-1);

  /** What an announcement says of one area: something new, the same again, the same more exactly, or something else. */
  const said = (state: ElectionState, area: string, cutoff: string): ParsedFigure => {
    const held = Object.values(state.figures).find(({ key }) => key.area === area && key.cutoff === cutoff);
    const standing = held === undefined ? undefined : newest(held);
    const words = `words ${markers.word()}`;
    // Words of one area lie over no other's.
    const start = 10 * areas.findIndex(({ id }) => id === area);
    const around = { area, cutoff, electorate: null, words, snippet: { start, end: start + 5 } };
    if (standing === undefined || random.chance(0.15)) return { ...around, ...valueAt(cutoff) };
    const { turnout, ballots } = standing;
    if (turnout !== null && turnout.max > turnout.min && random.chance(0.5)) {
      const inside = markers.turnoutWithin(turnout.min, turnout.max);
      if (inside !== null) return { ...around, turnout: { min: inside, max: inside }, ballots };
    }
    return { ...around, turnout, ballots };
  };

  const wishesFor = (state: ElectionState): readonly (readonly [weight: number, wish: () => Wish])[] => {
    const figures = Object.values(state.figures);
    const announcements = Object.keys(state.announcements);
    const unverified = figures.filter((figure) => newest(figure)?.verifiedAt === null);
    const waiting = Object.values(state.announcements).filter(({ verifiedAt }) => verifiedAt === null);
    const holding = Object.values(state.withholdings).filter(({ lifted }) => !lifted);
    const dispatches = Object.keys(state.dispatches);
    const until = (): number | null => (random.chance(0.6) ? time.now() + random.int(500, 15_000) : null);
    const withhold = (target: WishOf<'Withhold'>['target']): Wish => ({
      type: 'Withhold',
      withholdingId: newId('hold'),
      target,
      until: until(),
      reason: `secret ${markers.word()}`,
    });
    return [
      [
        14,
        () => {
          const cutoff = random.pick(cutoffs).id;
          const area = random.chance(0.97) ? random.pick(areas).id : 'nowhere';
          const status = random.pick(['preliminary', 'final'] as const);
          return {
            type: 'EnterFigure',
            area,
            cutoff,
            ...valueAt(cutoff),
            status,
            source: 'phone',
            overrides: overrides(0.5),
          };
        },
      ],
      [
        14,
        () => {
          const cutoff = random.pick(cutoffs).id;
          const chosen = random.shuffled(areas).slice(0, random.int(1, 4));
          const text = JSON.stringify({
            language: 'en',
            asOf: null,
            asOfSnippet: null,
            cutoff,
            status: null,
            figures: chosen.map(({ id }) => said(state, id, cutoff)),
            leftAlone: [],
          });
          const announcementId = newId('text');
          const read = JSON.parse(text) as { figures: NonNullable<WishOf<'EnterAnnouncement'>['expectedFigures']> };
          return {
            type: 'EnterAnnouncement',
            announcementId,
            text,
            source: `agency ${markers.word()}`,
            overrides: overrides(0.7),
            expectedFigures: random.chance(0.4) ? read.figures : null,
          };
        },
      ],
      [
        waiting.length > 0 ? 16 : 0,
        () => ({ type: 'VerifyAnnouncement', announcementId: random.pick(waiting).announcementId }),
      ],
      [
        unverified.length > 0 ? 12 : 0,
        () => {
          const refs = random
            .shuffled(unverified)
            .slice(0, random.int(1, 3))
            .map(({ key, revisions }) => ({
              figureId: key.figureId,
              revision: random.chance(0.9) ? (revisions.at(-1)?.revision ?? 1) : random.int(1, 3),
            }));
          return { type: 'VerifyFigures', refs };
        },
      ],
      [
        figures.length > 0 ? 12 : 0,
        () => {
          const { key, revisions } = random.pick(figures);
          const kind = random.pick(correctionKinds);
          const empty = kind === 'withdrawn' && random.chance(0.9);
          const announcementId = announcements.length > 0 && random.chance(0.2) ? random.pick(announcements) : null;
          const lists = Object.values(state.electorates).filter(({ area }) => area === key.area);
          const basis = lists.length > 0 && random.chance(0.7) ? random.pick(lists).id : null;
          return {
            type: 'CorrectFigure',
            figureId: key.figureId,
            expectedRevision: revisions.at(-1)?.revision ?? 1,
            kind,
            reason: `reason ${markers.word()}`,
            ...(empty ? { turnout: null, ballots: null } : valueAt(key.cutoff)),
            basis,
            announcementId,
          };
        },
      ],
      [figures.length > 0 ? 6 : 0, () => withhold({ kind: 'figure', figureId: random.pick(figures).key.figureId })],
      [
        announcements.length > 0 ? 4 : 0,
        () => withhold({ kind: 'announcement', announcementId: random.pick(announcements) }),
      ],
      [1, () => withhold({ kind: 'desk' })],
      [holding.length * 3, () => ({ type: 'LiftWithholding', withholdingId: random.pick(holding).withholdingId })],
      [
        4,
        () => ({
          type: 'SetElectorate',
          electorate: {
            id: newId('list'),
            area: random.pick(areas).id,
            value: 999_999_000,
            asOf: resolved.pack.date,
            label: { kk: 'тізім', ru: 'список', en: 'list' },
            source: 'the board',
            approximate: random.chance(0.5),
          },
        }),
      ],
      [
        5,
        () => ({
          type: 'ReportStation',
          report: {
            station: random.pick(stations).id,
            status: random.pick(['open', 'closed', 'suspended'] as const),
            asOf: time.now(),
            source: 'the board',
          },
        }),
      ],
      [
        3,
        () => ({
          type: 'ReportStationCount',
          count: {
            target: random.pick([...areas, ...groups]).id,
            open: random.int(0, 60),
            closed: null,
            notYetOpen: random.chance(0.5) ? random.int(0, 20) : null,
            total: random.chance(0.3) ? 50 : null,
            asOf: time.now(),
            source: 'the board',
          },
        }),
      ],
      [
        5,
        () => ({
          type: 'EnterDispatch',
          dispatch: {
            dispatchId: newId('event'),
            area: random.pick(areas).id,
            at: time.now(),
            claimant: random.pick(['voters', 'observers', 'media'] as const),
            officialResponse: random.pick(['notAsked', 'noComment', 'denied'] as const),
            source: `source ${markers.word()}`,
          },
          text: `event ${markers.word()}`,
        }),
      ],
      [
        dispatches.length > 0 ? 4 : 0,
        () => ({
          type: 'AnswerDispatch',
          dispatchId: random.pick(dispatches),
          response: {
            officialResponse: random.pick(['asked', 'denied', 'confirmed'] as const),
            at: time.now(),
            source: `answered ${markers.word()}`,
          },
        }),
      ],
      [dispatches.length > 0 ? 5 : 0, () => ({ type: 'VerifyDispatch', dispatchId: random.pick(dispatches) })],
      [
        dispatches.length > 0 ? 3 : 0,
        () => ({
          type: 'EraseDispatchText',
          dispatchId: random.pick(dispatches),
          reason: `erased ${markers.word()}`,
        }),
      ],
      // Only the server's clock may end an embargo.
      [holding.length > 0 ? 1 : 0, () => ({ type: 'ReleaseDue', withholdingId: random.pick(holding).withholdingId })],
    ];
  };

  return {
    wishes: (state) => {
      const options = wishesFor(state);
      let drawn = random.int(
        1,
        options.reduce((sum, [weight]) => sum + weight, 0),
      );
      const chosen = options.find(([weight]) => (drawn -= weight) <= 0);
      if (chosen === undefined) throw new Error('the weights do not add up');
      const wish = random.chance(0.1) ? spoiledWish(chosen[1](), wished, random) : chosen[1]();
      wished.push(wish);
      return wish;
    },
  };
}
