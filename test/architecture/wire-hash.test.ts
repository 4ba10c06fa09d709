import { parsedAnnouncementSchema } from '@yavka/shared/announcement/parsed';
import { findingSchema } from '@yavka/shared/figures/finding';
import { commandSchema } from '@yavka/shared/log/command';
import { canonicalJson, sha256Hex } from '@yavka/shared/log/seal';
import { resolvedPackSchema } from '@yavka/shared/pack/pack';
import {
  PROTOCOL_VERSION,
  deltaSchema,
  entriesSchema,
  goodbyeSchema,
  heartbeatSchema,
  joinAnswerSchema,
  joinSchema,
  paintedSchema,
  refetchSchema,
  snapshotSchema,
} from '@yavka/shared/protocol/wire';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

/** Every shape that a page and a server of different ages may exchange, by what it is on the wire. */
const wire = {
  'GET /api/v1/election': resolvedPackSchema,
  'GET /api/v1/snapshot': snapshotSchema,
  'GET /api/v1/entries': entriesSchema,
  'POST /api/v1/commands': commandSchema,
  'POST /api/v1/announcements/parse': parsedAnnouncementSchema,
  finding: findingSchema,
  'feed:join': joinSchema,
  'feed:join answer': joinAnswerSchema,
  'feed:delta': deltaSchema,
  'feed:refetch': refetchSchema,
  'feed:heartbeat': heartbeatSchema,
  'feed:goodbye': goodbyeSchema,
  'screen:painted': paintedSchema,
};

/**
 * When this fails the wire has changed. If a page from before the change and a server from after it (or the other way
 * round) could misread each other, raise `PROTOCOL_VERSION`, write the change into its history, and put both here.
 */
const expected = { version: 3, hash: 'ce3dd74b016c0e3a11e67ede66b15421ab66543830773ca2b98362983850e0f1' };

describe('the wire', () => {
  it('[HOUSE-19] has the shapes that its version says', () => {
    const schemas = Object.fromEntries(
      Object.entries(wire).map(([name, schema]) => [
        name,
        z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
      ]),
    );
    expect({ version: PROTOCOL_VERSION, hash: sha256Hex(canonicalJson(schemas)) }).toEqual(expected);
  });
});
