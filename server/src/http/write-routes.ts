import { randomBytes } from 'node:crypto';

import { idSchema, languageSchema } from '@yavka/shared/ids';
import type { ParsedAnnouncement } from '@yavka/shared/announcement/parsed';
import type { Finding } from '@yavka/shared/figures/finding';
import type { Command } from '@yavka/shared/log/command';
import { commandSchema } from '@yavka/shared/log/command';
import type { Actor } from '@yavka/shared/log/entry';
import { rejection } from '@yavka/shared/log/rejection';
import type { ElectionState } from '@yavka/shared/log/state';
import type { ResolvedPack } from '@yavka/shared/pack/pack';
import { Router } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { z } from 'zod';
import { catch as otherwise } from 'zod/mini';

import type { Access } from '../access/access.ts';
import { seesUnreleased } from '../access/access.ts';
import type { ElectionHost } from '../live/election-host.ts';
import type { LogInUse } from '../live/follow-log-in-use.ts';
import type { LogStore } from '../storage/log-store.ts';
import { checkAgainst } from '../write/check-against.ts';
import { isRejection } from '../write/decision.ts';
import { withWords } from '../write/with-words.ts';
import { refuse } from './answer.ts';
import { bearerOf, grantOf, requireRole, spend } from './bearer.ts';
import { noteOf } from './note.ts';

export const parseRequestSchema = z.object({
  text: z.string().min(1),
  source: z.string().max(200).optional(),
  cutoff: z.nullable(idSchema).optional(),
});

/** Reading takes time by length, up to a second for the longest text, and everything else waits for it. */
function readingCost(length: number): number {
  return 2 + Math.floor(length / 1_000);
}

const serversOwnIds = /^(?:due|replay|open):/;

export interface WriteDeps {
  readonly host: ElectionHost;
  readonly resolved: ResolvedPack;
  readonly parse: (text: string) => ParsedAnnouncement;
  readonly access: Access;
  readonly store: LogStore;
  readonly failures: RateLimiterMemory;
  /** Where other nodes may put another log in use: what looks for it. */
  readonly logInUse?: Pick<LogInUse, 'look'>;
}

/** Reading an announcement without writing anything, and commands: the only way in for anything that is kept. */
export function writeRoutes(deps: WriteDeps): Router {
  const { host, resolved, parse, access, store, failures } = deps;
  const router = Router();
  const parses = new RateLimiterMemory({ points: 120, duration: 10 });

  router.post('/announcements/parse', async (request, response) => {
    const asked = parseRequestSchema.safeParse(request.body);
    const length = asked.success ? asked.data.text.length : 0;
    if (!(await spend(parses, request.ip ?? '', readingCost(length)))) return refuse(response, rejection('tooMany'));
    if (!asked.success) return refuse(response, rejection('invalidCommand', z.prettifyError(asked.error)));
    const token = bearerOf(request);
    const signedIn = token !== null && seesUnreleased(await access.check(token));
    const parsed = parse(asked.data.text);
    const cutoff = asked.data.cutoff ?? parsed.cutoff;
    const figures = parsed.figures.map((figure) => ({
      ...figure,
      cutoff: figure.cutoff === parsed.cutoff ? cutoff : figure.cutoff,
    }));
    const state = host.current().live.told(signedIn ? 'desk' : 'public').state;
    const language = otherwise(languageSchema, parsed.language ?? 'en').parse(request.query['lang'] ?? parsed.language);
    const findings = findingsOf(state, resolved, figures, asked.data.source ?? null).map(({ message, ...finding }) => ({
      ...finding,
      message: message[language],
      messages: message,
    }));
    response.json({ ...parsed, cutoff, figures, findings });
  });

  router.post('/commands', requireRole(access, failures, ['operator', 'admin']), async (request, response) => {
    const read = commandSchema.safeParse(request.body);
    if (!read.success) return refuse(response, rejection('invalidCommand', z.prettifyError(read.error)));
    const command = read.data;
    noteOf(response).command = command.type;
    // An embargo's end is the server's clock's to announce; an id of its making, sent first, would swallow it.
    if (command.type === 'ReleaseDue' || serversOwnIds.test(command.commandId))
      return refuse(response, rejection('notAllowed', command.type));
    const { role, actorId } = grantOf(response);
    const actor = { role: role === 'admin' ? ('admin' as const) : ('operator' as const), id: actorId };
    const answer = await withWords(
      store,
      command,
      () => randomBytes(16).toString('hex'),
      async (textRef) => {
        const submitted = await submitToCurrent(deps, command, actor, textRef);
        return {
          answer: submitted.answer,
          dispatches: () => submitted.session.live.told('desk').state.dispatches,
        };
      },
    );
    if (isRejection(answer)) return refuse(response, answer);
    noteOf(response).seq = answer.seq;
    response.json(answer);
  });
  return router;
}

/** How often another log may take the place of the old one while a command is under way, before it is to be sent again. */
const swapsLimit = 20;

/**
 * Submits to the log in use. Where another log took its place meanwhile, by this node's hand or another's, what was
 * written went with the old one, so it is decided again in the new: nobody is told that something stands which nobody
 * will see.
 */
async function submitToCurrent(
  { host, logInUse }: Pick<WriteDeps, 'host' | 'logInUse'>,
  command: Command,
  actor: Actor,
  textRef: string | undefined,
) {
  for (let swaps = 0; ; swaps += 1) {
    const session = host.current();
    const answer = await session.queue.submit(command, actor, textRef);
    // Asked after the commit: what stands in the log that is in use then was in it when it was acknowledged.
    const isStill = isRejection(answer) || logInUse === undefined || (await logInUse.look().catch(() => null));
    if (isStill === null || swaps === swapsLimit) return { answer: rejection('storeUnavailable'), session };
    if (isStill && host.current() === session) return { answer, session };
  }
}

function findingsOf(
  state: ElectionState,
  resolved: ResolvedPack,
  figures: ParsedAnnouncement['figures'],
  source: string | null,
): Finding[] {
  const cutoffs = new Set(figures.map((figure) => figure.cutoff));
  return [...cutoffs].flatMap((cutoff) =>
    cutoff === null
      ? []
      : checkAgainst(
          state,
          { resolved },
          cutoff,
          figures.filter((figure) => figure.cutoff === cutoff),
          source,
        ),
  );
}
