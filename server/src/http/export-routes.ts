import { cutoffDueAt } from '@yavka/shared/analysis/cutoff-due-at';
import { rejection } from '@yavka/shared/log/rejection';
import type { ResolvedPack } from '@yavka/shared/pack/pack';
import type { Request, Response } from 'express';
import { Router } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';

import type { Access } from '../access/access.ts';
import { seesUnreleased } from '../access/access.ts';
import { exportBodyOf, exportTypes } from '../exports/export-body-of.ts';
import { exportNameOf } from '../exports/export-name-of.ts';
import type { ExportFormat } from '../exports/export-question.ts';
import { exportFormats, exportQuestionOf } from '../exports/export-question.ts';
import type { ExportTable } from '../exports/export-table-of.ts';
import { exportTableOf } from '../exports/export-table-of.ts';
import type { ElectionHost } from '../live/election-host.ts';
import { refuse } from './answer.ts';
import { bearerOf, spend } from './bearer.ts';
import { encodingFor } from './encoding-for.ts';
import type { KeptBodies } from './kept-bodies.ts';
import { keptBodies } from './kept-bodies.ts';
import { sendKept } from './send-kept.ts';

/** What a cache may keep of what is public, and go on serving while no server answers: every row says its own time. */
export const publicFor = 'public, max-age=2, stale-if-error=86400';
/** Points of a reader's address in ten seconds, and what an answer takes of them that has to be made first. */
const pointsInTenSeconds = 120;
const makingCosts: Record<ExportFormat, number> = { csv: 2, json: 2, xlsx: 10 };

export interface ExportDeps {
  readonly host: ElectionHost;
  readonly resolved: ResolvedPack;
  readonly access: Access;
}

/** Figures to take away as files. Each is made once for its place of the log and its question, however many ask. */
export function exportRoutes(deps: ExportDeps, bodies: KeptBodies = keptBodies()): Router {
  const { host, resolved, access } = deps;
  const router = Router();
  const reads = new RateLimiterMemory({ points: pointsInTenSeconds, duration: 10 });

  const mayRead = async (request: Request, audience: string): Promise<boolean> => {
    if (audience === 'public') return true;
    const token = bearerOf(request);
    return token !== null && seesUnreleased(await access.check(token));
  };

  const answer = async (request: Request, response: Response, format: ExportFormat): Promise<void> => {
    const question = exportQuestionOf(request.query, resolved.pack);
    if ('rejected' in question) return refuse(response, question);
    const { audience } = question;
    if (!(await mayRead(request, audience))) return refuse(response, rejection('notSignedIn'));
    const { live, clock } = host.current();
    const { state } = live.told(audience);
    const now = clock.now();
    // Besides the log, only the passing of a cutoff's time changes what is said of a figure that is not there.
    const due = resolved.pack.cutoffs.filter(({ id }) => (cutoffDueAt(resolved, id) ?? now + 1) <= now).length;
    const { lang, at = 'newest', area = 'all', table } = question;
    const place = [state.logId, audience, state.seq, due, format, lang, at, area, table].join('.');
    if (!(await spend(reads, request.ip ?? '', bodies.holds(place) ? 1 : makingCosts[format]))) {
      return refuse(response.set('Retry-After', '10'), rejection('tooMany'));
    }
    const asked = exportTableOf(state, resolved, question, now);
    // A workbook is compressed by itself.
    const encoding = format === 'xlsx' ? 'identity' : encodingFor(request);
    await sendKept(response, await bodies.at(place, () => exportBodyOf(asked, format)), encoding, {
      'Content-Type': exportTypes[format],
      'Content-Disposition': `attachment; filename="${exportNameOf(asked, format)}"`,
      ...headersFor(audience, place),
    });
  };

  for (const format of exportFormats) {
    router.get(`/export.${format}`, async (request, response) => answer(request, response, format));
  }
  return router;
}

function headersFor(audience: ExportTable['question']['audience'], place: string): Record<string, string> {
  if (audience === 'desk')
    return { ETag: `"${place}"`, 'Cache-Control': 'private, no-cache', Vary: 'Authorization, Accept-Encoding' };
  return {
    ETag: `"${place}"`,
    'Cache-Control': publicFor,
    Vary: 'Accept-Encoding',
    // A notebook in a browser may read it from anywhere: there is nothing in it that is not public.
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  };
}
