import { announcementDueOf } from '../analysis/announcement-due-of.ts';
import { currentCutoffOf } from '../analysis/current-cutoff-of.ts';
import { shownFigureOf } from '../analysis/shown-figure-of.ts';
import type { ShownFigure } from '../analysis/area-view.ts';
import { isExact } from '../figures/turnout.ts';
import { fillWords } from '../format/fill-words.ts';
import { formatCount, formatTurnout } from '../format/number.ts';
import { pluralWord } from '../format/plural.ts';
import { formatDate, formatTime } from '../format/time.ts';
import type { CutoffId, InstantMs, Language, Mode } from '../ids.ts';
import type { ElectionState } from '../log/state.ts';
import type { Cutoff, ResolvedPack } from '../pack/pack.ts';
import { isOverdueOnAir } from './is-overdue-on-air.ts';
import type { SceneNotch } from './rail-notches-of.ts';
import { railNotchesOf } from './rail-notches-of.ts';
import { ballotForms, sceneWords, splitWords, voterForms } from './scene-words.ts';

/** Words around one value that is set in another weight. */
export interface SplitLine {
  readonly before: string;
  readonly value: string;
  readonly after: string;
}

/** The national figure as it goes on air. */
export interface SceneHero {
  /** `69,31`, `80+`: what is published, never rounded. */
  readonly text: string;
  /** True when a percent sign belongs after it: a number, not words. */
  readonly isNumber: boolean;
  readonly percentOfVoters: string;
  readonly receivedBallots: string;
  /** "8 282 607 избирателей"; null when no count was stated. */
  readonly recipients: SplitLine | null;
  /** "8 282 607 бюллетеней". */
  readonly ballots: SplitLine | null;
  /** "из 11 950 485 в списках"; null when the figure's basis is not known. */
  readonly electorate: string | null;
  readonly asOf: SplitLine;
  /** True when the as-of is an hour, to be followed by whose clock it is of; false for a day. */
  readonly isByClock: boolean;
  /** Set when the next announcement is late: the as-of then stands on a plate of its own. */
  readonly stalePlate: string | null;
  readonly status: 'preliminary' | 'final';
  readonly statusWord: string;
  /** "исправлено 18:31"; null when not corrected, or no longer marked so. */
  readonly corrected: string | null;
  readonly announcement: string;
}

/** What every scene carries around its own picture. */
export interface SceneFrame {
  readonly mode: Mode;
  readonly title: string;
  readonly subtitle: string;
  readonly timeLabel: string;
  readonly cutoff: CutoffId | null;
  /** Null before the first figure: the scene then waits, and says for what. */
  readonly hero: SceneHero | null;
  readonly waiting: { readonly expected: SplitLine; readonly electorate: SplitLine | null } | null;
  readonly sourceWord: string;
  readonly sourceName: string;
  readonly rail: readonly SceneNotch[];
}

export function sceneFrameOf(
  state: ElectionState,
  resolved: ResolvedPack,
  now: InstantMs,
  language: Language,
): SceneFrame {
  const { pack } = resolved;
  const words = sceneWords[language];
  const shown = newestNationalOf(state, resolved, now);
  const due = announcementDueOf(state, resolved, now);
  const timeLabel = pack.capital.timeLabel[language];
  const offset = resolved.zoneOffsets[pack.capital.zone] ?? 0;
  const cutoff = shown?.cutoff ?? null;
  const expected = splitWords(words.firstExpected, 'time');
  return {
    mode: state.mode,
    title: pack.title[language],
    subtitle: formatDate(pack.date, language),
    timeLabel,
    cutoff: cutoff ?? currentCutoffOf(state, resolved),
    hero: shown === null ? null : heroOf(shown, state, resolved, isOverdueOnAir(due, resolved), language),
    waiting:
      shown !== null
        ? null
        : {
            expected: {
              ...expected,
              value: due?.dueAt === null || due === null ? '' : formatTime(due.dueAt, offset),
            },
            electorate: electorateLineOf(resolved, language),
          },
    sourceWord: words.source,
    sourceName: pack.commission.shortNames[language],
    rail: railNotchesOf(state, resolved, cutoff, now, language),
  };
}

/** The newest released national figure: a cutoff of which only areas are known does not blank the hero. */
function newestNationalOf(state: ElectionState, resolved: ResolvedPack, now: InstantMs): ShownFigure | null {
  const { cutoffs, root } = resolved.pack;
  for (const cutoff of cutoffs.toReversed()) {
    const shown = shownFigureOf(state, resolved, root, cutoff.id, now);
    if (shown !== null) return shown;
  }
  return null;
}

function heroOf(
  shown: ShownFigure,
  state: ElectionState,
  resolved: ResolvedPack,
  isOverdue: boolean,
  language: Language,
): SceneHero {
  const { pack } = resolved;
  const words = sceneWords[language];
  const { revision, turnout } = shown;
  const cutoff = pack.cutoffs.find((each) => each.id === shown.cutoff);
  const said = revision.announcementId === null ? undefined : state.announcements[revision.announcementId];
  const time = asOfTimeOf(cutoff, said?.asOf ?? null, language);
  const electorate =
    revision.basis === null
      ? undefined
      : (state.electorates[revision.basis] ?? pack.electorates.find((version) => version.id === revision.basis));
  const offset = resolved.zoneOffsets[pack.capital.zone] ?? 0;
  const exact = isExact(turnout);
  return {
    text: formatTurnout(turnout, language, pack.approachWidth),
    isNumber: exact,
    percentOfVoters: exact ? words.percentOfVoters.exact : words.percentOfVoters.stated,
    receivedBallots: words.receivedBallots,
    recipients: countLine(revision.ballots, '{count} {word}', voterForms, language),
    ballots: countLine(revision.ballots, words.ballotsIssued, ballotForms, language),
    electorate:
      electorate === undefined || electorate.approximate
        ? null
        : fillWords(words.ofElectorate, { count: formatCount(electorate.value, language) }),
    asOf: { ...splitWords(words.asOf, 'time'), value: time },
    isByClock: cutoff?.localTime !== null,
    stalePlate: isOverdue ? fillWords(words.staleData, { time }) : null,
    status: revision.status,
    statusWord: words[revision.status],
    corrected:
      shown.corrected && revision.releasedAt !== null
        ? fillWords(words.corrected, { time: formatTime(revision.releasedAt, offset) })
        : null,
    announcement:
      cutoff?.kind === 'final'
        ? fillWords(words.finalRecord, { date: formatDate(cutoff.localDate, language) })
        : fillWords(words.announcement, {
            time: cutoff?.label[language] ?? '',
            date: formatDate(cutoff?.localDate ?? pack.date, language),
          }),
  };
}

/** The commission's own time where it states one, else the cutoff's label, else its day. */
function asOfTimeOf(cutoff: Cutoff | undefined, stated: string | null, language: Language): string {
  if (cutoff === undefined) return stated ?? '';
  if (cutoff.localTime === null) return formatDate(cutoff.localDate, language);
  return stated ?? cutoff.label[language];
}

function countLine(
  count: number | null,
  sentence: string,
  forms: Parameters<typeof pluralWord>[2],
  language: Language,
): SplitLine | null {
  if (count === null) return null;
  const { before, after } = splitWords(fillWords(sentence, { word: pluralWord(count, language, forms) }), 'count');
  return { before, value: formatCount(count, language), after };
}

/** Voters on the lists of the first cutoff's basis: what is known before anything is counted. */
function electorateLineOf(resolved: ResolvedPack, language: Language): SplitLine | null {
  const { pack } = resolved;
  const basis = pack.cutoffs.find((cutoff) => cutoff.basis !== null)?.basis;
  const version = pack.electorates.find((each) => each.id === basis && each.area === pack.root && !each.approximate);
  return version === undefined ? null : countLine(version.value, sceneWords[language].onTheLists, voterForms, language);
}
