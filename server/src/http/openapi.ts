import { localizedSchema } from '@yavka/shared/ids';
import { parsedAnnouncementSchema } from '@yavka/shared/announcement/parsed';
import { findingSchema } from '@yavka/shared/figures/finding';
import { commandSchema } from '@yavka/shared/log/command';
import { figureStateSchema } from '@yavka/shared/log/state';
import { resolvedPackSchema } from '@yavka/shared/pack/pack';
import { entriesSchema, pointerSchema, snapshotSchema } from '@yavka/shared/protocol/wire';
import { z } from 'zod';
import { extend, omit } from 'zod/mini';

import { exportTypes } from '../exports/export-body-of.ts';
import { exportFormats, exportQuerySchema } from '../exports/export-question.ts';
import { atomQuerySchema, atomType } from './atom-routes.ts';
import { newTokenSchema } from './admin-routes.ts';
import { replayActionSchema } from './replay-routes.ts';
import { parseRequestSchema } from './write-routes.ts';

const refusalSchema = z.object({
  rejected: z.string(),
  message: localizedSchema,
  detail: z.string().optional(),
  findings: z.array(findingSchema).optional(),
});

/** OpenAPI 3.1 speaks JSON Schema, which zod writes of what it reads by. */
const content = (shape: z.core.$ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' });
  return { 'application/json': { schema } };
};
const answerOf = (description: string, shape: z.core.$ZodType) => ({ description, content: content(shape, 'output') });
const refusal = answerOf('Refused; nothing was written.', refusalSchema);
const refusals = Object.fromEntries([400, 401, 403, 409, 422, 429, 503].map((status) => [status, refusal]));

const parametersOf = (query: z.ZodObject<Record<string, z.ZodType>>) =>
  Object.entries(query.shape).map(([name, shape]) => ({
    name,
    in: 'query',
    required: false,
    schema: content(shape, 'input')['application/json'].schema,
  }));

/** The HTTP interface in OpenAPI 3.1, made from the very schemas that read the requests. */
export function openApiDocument(version: string): object {
  const paths: Record<string, object> = {};
  const get = (
    path: string,
    summary: string,
    answer: z.core.$ZodType,
    query: z.ZodObject<Record<string, z.ZodType>> = z.object({}),
  ) => {
    const parameters = parametersOf(query);
    paths[`/api/v1${path}`] = {
      get: {
        summary,
        ...(parameters.length === 0 ? {} : { parameters }),
        responses: { 200: answerOf(summary, answer), 401: refusal },
      },
    };
  };
  const post = (path: string, summary: string, request: z.core.$ZodType, answer: z.core.$ZodType, isOpen = false) => {
    paths[`/api/v1${path}`] = {
      post: {
        summary,
        requestBody: { content: content(request, 'input') },
        responses: { 200: answerOf(summary, answer), ...refusals },
        ...(isOpen ? {} : { security: [{ bearer: [] }] }),
      },
    };
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
  get(
    '/entries/{version}/{logId}/{scope}/{from}-{to}.json',
    'The public entries of that range of the log, at most 500, for ever the same',
    entriesSchema,
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
  for (const format of exportFormats) {
    const file = { [exportTypes[format]]: { schema: { type: 'string', format: 'binary' } } };
    paths[`/api/v1/export.${format}`] = {
      get: {
        summary: 'Figures with their provenance as a file; the desk’s audience needs a token',
        parameters: parametersOf(exportQuerySchema),
        responses: { 200: { description: 'The file', content: file }, ...refusals },
      },
    };
  }
  paths['/feed.atom'] = {
    get: {
      summary: 'What was released and corrected, newest first, as an Atom feed (RFC 4287)',
      parameters: parametersOf(atomQuerySchema),
      responses: {
        200: { description: 'The feed', content: { [atomType]: { schema: { type: 'string' } } } },
        ...refusals,
      },
    },
  };
  const finding = extend(omit(findingSchema, { message: true }), { message: z.string(), messages: localizedSchema });
  const parseAnswer = extend(parsedAnnouncementSchema, { findings: z.array(finding) });
  post('/announcements/parse', 'Reads an announcement; writes nothing', parseRequestSchema, parseAnswer, true);
  post('/commands', 'Writes; idempotent by commandId', commandSchema, z.object({ seq: z.int() }));
  post('/replay', 'Drives the replay', replayActionSchema, z.object({}));
  post('/tokens', 'Makes an access token', newTokenSchema, z.object({ token: z.string() }));
  const securitySchemes = { bearer: { type: 'http', scheme: 'bearer' } };
  return { openapi: '3.1.0', info: { title: 'Yavka', version }, components: { securitySchemes }, paths };
}
