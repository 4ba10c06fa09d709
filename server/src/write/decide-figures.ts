import type { ParsedAnnouncement, ParsedFigure } from '@yavka/shared/announcement/parsed';
import type { FigureKey, FigureRevision, FigureStatus, Override } from '@yavka/shared/figures/figure';
import { figureIdOf } from '@yavka/shared/figures/figure';
import type { Finding } from '@yavka/shared/figures/finding';
import type { TurnoutInterval } from '@yavka/shared/figures/turnout';
import { isSameInterval, isWithin } from '@yavka/shared/figures/turnout';
import type { CutoffId } from '@yavka/shared/ids';
import type { CommandOf } from '@yavka/shared/log/command';
import type { Payload } from '@yavka/shared/log/payload';
import { rejection } from '@yavka/shared/log/rejection';
import type { ElectionState } from '@yavka/shared/log/state';

import { basisOf } from './basis-of.ts';
import { checkAgainst, standingRevision } from './check-against.ts';
import type { DecideContext } from './decide-context.ts';
import type { Decision } from './decision.ts';

/** A figure as an operator or an announcement gives it, with its cutoff settled. */
interface GivenFigure extends Omit<ParsedFigure, 'cutoff' | 'snippet'> {
  readonly cutoff: CutoffId;
  readonly snippet: ParsedFigure['snippet'] | null;
}

/** Reads the text, checks what it says, and enters it whole: the announcement, then every figure that it adds, refines or confirms. */
export function decideAnnouncement(
  state: ElectionState,
  command: CommandOf<'EnterAnnouncement'>,
  context: DecideContext,
): Decision {
  const { announcementId, text, source, overrides } = command;
  if (announcementId in state.announcements) return rejection('alreadyExists', announcementId);
  const parsed = context.parse(text);
  if (parsed.figures.length === 0) return rejection('nothingFound');
  const figures = withCutoffs(parsed, command.cutoff);
  if (figures === null || figures.some((figure) => cutoffOf(context, figure.cutoff) === undefined))
    return rejection('unknownCutoff');
  const twice = figures.find((figure, index) => figures.findIndex((first) => isSameFigure(first, figure)) < index);
  if (twice !== undefined) return rejection('unknownCutoff', `two values for ${twice.area} at ${twice.cutoff}`);
  if (command.expectedFigures !== null && !readsAs(figures, command.expectedFigures, command.cutoff))
    return rejection('readingChanged');
  const stops = openStops(state, context, figures, { source, overrides });
  if (stops.length > 0) return rejection('stopped', undefined, stops);

  const cutoff = command.cutoff ?? parsed.cutoff;
  const status = command.status ?? parsed.status;
  const announcement = {
    announcementId,
    text,
    source,
    language: parsed.language,
    asOf: parsed.asOf,
    cutoff,
    status: status ?? statusOf(context, cutoff),
    receivedAt: context.now,
  };
  const entered = figures.map((figure) =>
    figurePayload(state, context, figure, { announcementId, source, status, overrides }),
  );
  return {
    payloads: [{ type: 'announcement.entered', announcement }, ...entered.filter((payload) => payload !== null)],
  };
}

/** One figure typed by hand: the same checks, no announcement behind it. */
export function decideSingleFigure(
  state: ElectionState,
  command: CommandOf<'EnterFigure'>,
  context: DecideContext,
): Decision {
  const { area, cutoff, turnout, ballots, overrides, status, source } = command;
  if (!context.resolved.pack.areas.some((known) => known.id === area)) return rejection('unknownArea', area);
  if (cutoffOf(context, cutoff) === undefined) return rejection('unknownCutoff', cutoff);
  if (turnout === null && ballots === null) return rejection('invalidCommand', 'neither turnout nor ballots');
  const figure: GivenFigure = { area, cutoff, turnout, ballots, electorate: null, words: '', snippet: null };
  const stops = openStops(state, context, [figure], { source, overrides });
  if (stops.length > 0) return rejection('stopped', undefined, stops);
  const payload = figurePayload(state, context, figure, { announcementId: null, source, status, overrides });
  return payload === null ? rejection('nothingChanges') : { payloads: [payload] };
}

/** A cutoff chosen by the operator takes the place of the one the text states (or does not state). */
function withCutoffs(parsed: ParsedAnnouncement, chosen: CutoffId | null): GivenFigure[] | null {
  const figures = parsed.figures.map((figure) => {
    const stated = figure.cutoff === parsed.cutoff ? (chosen ?? figure.cutoff) : figure.cutoff;
    return { ...figure, cutoff: stated ?? chosen };
  });
  return figures.every((figure): figure is GivenFigure & ParsedFigure => figure.cutoff !== null) ? figures : null;
}

function isSameFigure(a: GivenFigure, b: GivenFigure): boolean {
  return a.area === b.area && a.cutoff === b.cutoff;
}

function readsAs(
  figures: readonly GivenFigure[],
  expected: NonNullable<CommandOf<'EnterAnnouncement'>['expectedFigures']>,
  chosen: CutoffId | null,
): boolean {
  if (figures.length !== expected.length) return false;
  return figures.every((figure) =>
    expected.some(
      (seen) =>
        seen.area === figure.area &&
        (seen.cutoff === figure.cutoff || chosen !== null) &&
        isSameInterval(seen.turnout, figure.turnout) &&
        seen.ballots === figure.ballots,
    ),
  );
}

/** The stops that no override answers. */
function openStops(
  state: ElectionState,
  context: DecideContext,
  figures: readonly GivenFigure[],
  { source, overrides }: Pick<Entering, 'source' | 'overrides'>,
): Finding[] {
  return [...new Set(figures.map((figure) => figure.cutoff))]
    .flatMap((cutoff) =>
      checkAgainst(
        state,
        context,
        cutoff,
        figures.filter((figure) => figure.cutoff === cutoff),
        source,
      ),
    )
    .filter((finding) => finding.severity === 'stop' && !overrides.some((override) => answers(override, finding)));
}

function answers(override: Override, finding: { check: string; areas: readonly string[] }): boolean {
  return override.check === finding.check && (override.area === null || finding.areas.includes(override.area));
}

interface Entering {
  readonly announcementId: string | null;
  /** Who brought it. */
  readonly source: string;
  readonly status: FigureStatus | null;
  readonly overrides: readonly Override[];
}

/**
 * What one stated figure does to what stands: enters it, refines it (the same source, more exactly), confirms it, or,
 * where it differs and the difference was answered with an override X, leaves it standing and keeps what was said. Only a
 * correction moves a value.
 */
function figurePayload(
  state: ElectionState,
  context: DecideContext,
  figure: GivenFigure,
  entering: Entering,
): Payload | null {
  const { area, cutoff, turnout, ballots, words, snippet } = figure;
  const source = context.resolved.pack.commission.id;
  const figureId = figureIdOf({ source, measure: 'ballots-issued', cutoff, area });
  const key: FigureKey = { figureId, source, area, cutoff, measure: 'ballots-issued' };
  const standing = standingRevision(state, context.resolved, area, cutoff);
  const overrides = entering.overrides.filter((override) => override.area === area || override.area === null);
  const revision = (kind: 'entered' | 'refined', past: number): FigureRevision => ({
    revision: past + 1,
    kind,
    reason: null,
    turnout: narrowerOf(turnout, standing?.turnout ?? null),
    ballots: ballots ?? standing?.ballots ?? null,
    basis: basisOf(state, context, figure, entering.overrides),
    coverage: 'whole',
    status: entering.status ?? statusOf(context, cutoff),
    words,
    snippet,
    announcementId: entering.announcementId,
    ...(entering.announcementId === null ? { carrier: entering.source } : {}),
    overrides,
    enteredAt: context.now,
  });
  const past = state.figures[figureId]?.revisions.at(-1)?.revision ?? 0;
  if (standing === null) return { type: 'figure.entered', key, revision: revision('entered', past) };
  if (adds(figure, standing)) return { type: 'figure.entered', key, revision: revision('refined', past) };
  if (!agrees(figure, standing)) {
    const reason = overrides.find(({ check }) => check === 'X')?.reason ?? '';
    const { announcementId, source: saidBy } = entering;
    const said = { announcementId, source: saidBy, turnout, ballots, words, snippet, reason, enteredAt: context.now };
    return { type: 'figure.contradicted', contradiction: { figureId, revision: standing.revision, ...said } };
  }
  if (entering.announcementId === null) return null;
  const confirmation = {
    figureId,
    revision: standing.revision,
    announcementId: entering.announcementId,
    words,
    snippet,
  };
  return { type: 'figure.confirmed', confirmation };
}

/** The narrower of two turnouts that agree: a count may come with wider words than those that stand. */
function narrowerOf(stated: TurnoutInterval | null, standing: TurnoutInterval | null): TurnoutInterval | null {
  if (stated === null || standing === null) return stated ?? standing;
  return isWithin(standing, stated) ? standing : stated;
}

type Value = Pick<GivenFigure, 'turnout' | 'ballots'>;

/** Nothing differs, and something is said more exactly than before. */
function adds(figure: Value, standing: Value): boolean {
  const narrower =
    figure.turnout !== null &&
    !isSameInterval(figure.turnout, standing.turnout) &&
    (standing.turnout === null || isWithin(figure.turnout, standing.turnout));
  const counted = figure.ballots !== null && standing.ballots === null;
  return agrees(figure, standing) && (narrower || counted);
}

/** Neither contradicts the other: one turnout lies within the other, and two counts are the same. */
function agrees(figure: Value, standing: Value): boolean {
  const turnouts =
    figure.turnout === null ||
    standing.turnout === null ||
    isWithin(figure.turnout, standing.turnout) ||
    isWithin(standing.turnout, figure.turnout);
  return turnouts && (figure.ballots === null || standing.ballots === null || figure.ballots === standing.ballots);
}

function cutoffOf({ resolved }: DecideContext, cutoff: CutoffId) {
  return resolved.pack.cutoffs.find((known) => known.id === cutoff);
}

function statusOf(context: DecideContext, cutoff: CutoffId | null): FigureStatus {
  return (cutoff === null ? undefined : cutoffOf(context, cutoff)?.status) ?? 'preliminary';
}
