import { areaViewsOf } from '../analysis/area-view-of.ts';
import type { DayPoint } from '../analysis/day-curve-of.ts';
import { dayCurveOf } from '../analysis/day-curve-of.ts';
import { earlierCurveOf } from '../analysis/earlier-curve-of.ts';
import { sameHourOf } from '../analysis/same-hour-of.ts';
import { fillWords } from '../format/fill-words.ts';
import { formatHundredths, formatPoints, formatTurnout } from '../format/number.ts';
import type { CutoffId, InstantMs, Language } from '../ids.ts';
import type { ElectionState } from '../log/state.ts';
import type { EarlierVote, ElectionPack, ResolvedPack } from '../pack/pack.ts';
import { openNoteOf } from './open-note-of.ts';
import type { SceneFrame } from './scene-frame-of.ts';
import { sceneFrameOf } from './scene-frame-of.ts';
import { sceneWords } from './scene-words.ts';

/** Letters of the headline's face that fit between the safe edge and the wordmark. */
const longestHeadline = 52;

/** A published point of the curve; `x` from 0 at the first cutoff to 1 at the last, `min` and `max` in hundredths. */
export interface CurvePoint {
  readonly cutoff: CutoffId;
  readonly x: number;
  readonly min: number;
  readonly max: number;
  readonly text: string;
}

/** One time on the axis. */
export interface CurveTime {
  readonly cutoff: CutoffId;
  readonly x: number;
  readonly label: string;
  readonly isShown: boolean;
}

/** An earlier vote beside today's line. */
export interface EarlierLine {
  readonly vote: string;
  readonly name: string;
  /** Each with the decimals it was published with; a gap is a missing point, and lines are broken there. */
  readonly points: readonly (CurvePoint | null)[];
  /** "2019: 77,0 на 20:05", of the hour on the screen. */
  readonly label: string | null;
  /** "−7,7 п. п." and the words under it; null unless both figures are exact and of the same hour. */
  readonly difference: { readonly text: string; readonly words: string; readonly hundredths: number } | null;
  /** What must be told beside the comparison. */
  readonly remarks: readonly string[];
}

/** The national scene: the hero beside the day's curve. */
export interface NationalScene {
  readonly frame: SceneFrame;
  readonly headline: string;
  /** The vote's title over the headline, where both do not fit one line. */
  readonly over: string | null;
  /** This vote's year, as its own line is called. */
  readonly name: string;
  readonly times: readonly CurveTime[];
  /** One for each time; null where nothing was published. */
  readonly points: readonly (CurvePoint | null)[];
  readonly earlier: EarlierLine | null;
  /** Where now is on the axis, 0 to 1; null before the first and after the last word of the day. */
  readonly nowAt: number | null;
  /** Said right of now while more is to come. */
  readonly awaiting: string | null;
}

export function nationalSceneOf(
  state: ElectionState,
  resolved: ResolvedPack,
  now: InstantMs,
  language: Language,
  earlierVote: string | null = null,
): NationalScene {
  const { pack } = resolved;
  const words = sceneWords[language];
  const frame = sceneFrameOf(state, resolved, now, language);
  const curve = dayCurveOf(state, resolved, pack.root, now).filter((point) => point.at !== null);
  const [first, last] = [curve[0]?.at ?? 0, curve.at(-1)?.at ?? 1];
  const xOf = (at: InstantMs | null): number => (last === first || at === null ? 0 : (at - first) / (last - first));
  const points = curve.map((point) => pointOf(point, xOf(point.at), pack, language));
  const isDone = frame.hero?.status === 'final' || curve.at(-1)?.interval != null;
  const nowAt = xOf(now);
  return {
    frame,
    ...headlineOf(pack.title[language], words.turnout),
    name: pack.date.slice(0, 4),
    times: curve.map((point) => ({
      cutoff: point.cutoff,
      x: xOf(point.at),
      label: pack.cutoffs.find((cutoff) => cutoff.id === point.cutoff)?.label[language] ?? point.cutoff,
      isShown: point.cutoff === frame.cutoff,
    })),
    points,
    earlier: earlierLineOf(state, resolved, curve, xOf, frame, now, language, earlierVote),
    nowAt: isDone || nowAt < 0 ? null : Math.min(1, nowAt),
    awaiting: isDone || frame.hero === null ? null : words.awaitingAnnouncement,
  };
}

/** «Выборы: явка» in one line of the stage, or the title over the word. */
function headlineOf(title: string, turnout: string): Pick<NationalScene, 'headline' | 'over'> {
  const whole = `${title}: ${turnout}`;
  if (whole.length <= longestHeadline) return { headline: whole, over: null };
  return { headline: turnout.charAt(0).toUpperCase() + turnout.slice(1), over: title };
}

function pointOf(point: DayPoint, x: number, pack: ElectionPack, language: Language): CurvePoint | null {
  if (point.interval === null) return null;
  const text = formatTurnout(point.interval, language, pack.approachWidth);
  return { cutoff: point.cutoff, x, ...point.interval, text };
}

/** The vote announced at the most of this day's hours, the newest of equals. */
function comparableVoteOf(pack: ElectionPack, slots: ReadonlySet<string>): EarlierVote | null {
  let best: EarlierVote | null = null;
  let most = 0;
  for (const vote of pack.earlierVotes) {
    const count = vote.cutoffs.filter((cutoff) => slots.has(cutoff.slot) && cutoff.national !== null).length;
    if (count > most || (count === most && best !== null && vote.date > best.date)) [best, most] = [vote, count];
  }
  return best;
}

function earlierLineOf(
  state: ElectionState,
  resolved: ResolvedPack,
  curve: readonly DayPoint[],
  xOf: (at: InstantMs | null) => number,
  frame: SceneFrame,
  now: InstantMs,
  language: Language,
  asked: string | null,
): EarlierLine | null {
  const { pack } = resolved;
  const words = sceneWords[language];
  const vote =
    pack.earlierVotes.find((each) => each.id === asked) ??
    comparableVoteOf(pack, new Set(curve.map((point) => point.slot)));
  if (vote === null) return null;
  const earlier = earlierCurveOf(pack, vote.id, pack.root);
  const name = vote.shortTitle[language];
  const sameHour =
    frame.hero === null || frame.cutoff === null
      ? undefined
      : sameHourOf(state, resolved, pack.root, frame.cutoff, now).find((each) => each.vote === vote.id);
  const published = sameHour?.published ?? null;
  const cutoffLabel = pack.cutoffs.find((cutoff) => cutoff.id === frame.cutoff)?.label[language] ?? '';
  const earlierTime = earlier?.points.find((point) => point.slot === sameHour?.slot)?.label ?? cutoffLabel;
  const difference = sameHour?.difference ?? null;
  const note = openNoteOf(areaViewsOf(state, resolved, frame.cutoff, now), resolved, language);
  return {
    vote: vote.id,
    name,
    points: curve.map((point) => {
      const then = earlier?.points.find((each) => each.slot === point.slot)?.published ?? null;
      if (then === null) return null;
      const text = formatHundredths(then.hundredths, language, then.decimals);
      return { cutoff: point.cutoff, x: xOf(point.at), min: then.hundredths, max: then.hundredths, text };
    }),
    label:
      published === null
        ? null
        : fillWords(words.earlierAt, {
            name,
            value: formatHundredths(published.hundredths, language, published.decimals),
            time: earlierTime,
          }),
    difference:
      difference === null || sameHour === undefined
        ? null
        : {
            text: formatPoints(difference, language, sameHour.decimals),
            words: fillWords(words.pointsTo, { name }),
            hundredths: difference,
          },
    remarks: [
      fillWords(published?.decimals === 1 ? words.comparedToOneDecimal : words.compared, {
        name: vote.title[language],
      }),
      ...(note === null ? [] : [`${note.text}.`]),
    ],
  };
}
