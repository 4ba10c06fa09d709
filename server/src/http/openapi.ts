import { OpenApiGeneratorV31, OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import { localizedSchema } from '@yavka/shared/ids';
import { parsedAnnouncementSchema } from '@yavka/shared/announcement/parsed';
import { findingSchema } from '@yavka/shared/figures/finding';
import { commandSchema } from '@yavka/shared/log/command';
import { figureStateSchema } from '@yavka/shared/log/state';
import { resolvedPackSchema } from '@yavka/shared/pack/pack';
import { pointerSchema, snapshotSchema } from '@yavka/shared/protocol/wire';
import { z } from 'zod';

import { newTokenSchema } from './admin-routes.ts';
import { replayActionSchema } from './replay-routes.ts';
import { parseRequestSchema } from './write-routes.ts';

const refusalSchema = z.object({
  rejected: z.string(),
  message: localizedSchema,
  detail: z.string().optional(),
  findings: z.array(findingSchema).optional(),
});

const json = (description: string, schema: z.ZodType) => ({ description, content: { 'application/json': { schema } } });
const body = (schema: z.ZodType) => ({ body: { content: { 'application/json': { schema } } } });
const refusal = json('Refused; nothing was written.', refusalSchema);

/** The HTTP interface in OpenAPI 3.1, made from the very schemas that read the requests. */
export function openApiDocument(version: string): object {
  const registry = new OpenAPIRegistry();
  const bearer = registry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' });
  const security = [{ [bearer.name]: [] }];
  const get = (path: string, summary: string, answer: z.ZodType, query?: z.ZodObject) => {
    registry.registerPath({
      method: 'get',
      path: `/api/v1${path}`,
      summary,
      request: query === undefined ? {} : { query },
      responses: { 200: json(summary, answer), 401: refusal },
    });
  };
  const post = (path: string, summary: string, request: z.ZodType, answer: z.ZodType, isOpen = false) => {
    registry.registerPath({
      method: 'post',
      path: `/api/v1${path}`,
      summary,
      request: body(request),
      responses: {
        200: json(summary, answer),
        400: refusal,
        401: refusal,
        403: refusal,
        409: refusal,
        422: refusal,
        429: refusal,
        503: refusal,
      },
      ...(isOpen ? {} : { security }),
    });
  };
  const audienceQuery = { audience: z.enum(['public', 'desk']).optional() };
  get('/election', 'The election pack, with its times resolved to instants', resolvedPackSchema);
  get(
    '/snapshot',
    'The state at a published place of the log',
    snapshotSchema,
    z.object({ scope: z.string().optional(), ...audienceQuery }),
  );
  const scopeQuery = z.object({ scope: z.string().optional() });
  get('/pointer', 'Where the newest public snapshot lies, for readers without a socket', pointerSchema, scopeQuery);
  get(
    '/snapshots/{version}/{logId}/{scope}/{seq}.json',
    'The public state at that place, for ever the same',
    snapshotSchema,
  );
  get('/elections/{version}/{packHash}.json', 'The election, for ever the same', resolvedPackSchema);
  const figuresAnswer = z.object({
    logId: z.string(),
    seq: z.int(),
    mode: z.string(),
    figures: z.array(figureStateSchema),
  });
  get(
    '/figures',
    'Figures with every revision',
    figuresAnswer,
    z.object({ area: z.string().optional(), cutoff: z.string().optional(), ...audienceQuery }),
  );
  const parseAnswer = parsedAnnouncementSchema.extend({
    findings: z.array(findingSchema.omit({ message: true }).extend({ message: z.string(), messages: localizedSchema })),
  });
  post('/announcements/parse', 'Reads an announcement; writes nothing', parseRequestSchema, parseAnswer, true);
  post('/commands', 'Writes; idempotent by commandId', commandSchema, z.object({ seq: z.int() }));
  post('/replay', 'Drives the replay', replayActionSchema, z.object({}));
  post('/tokens', 'Makes an access token', newTokenSchema, z.object({ token: z.string() }));
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title: 'Yavka', version },
  });
}
