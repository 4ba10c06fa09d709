import * as z from 'zod/mini';

import type { ElectionPack } from './pack.ts';
import { earlierVoteSchema, electionPackSchema } from './pack.ts';
import type { PackProblem } from './pack-problem.ts';
import { packProblem } from './pack-problem.ts';
import { valueAt, walkJson } from './walk-json.ts';

/** The parsed JSON files of one pack's folder, by file name. */
export type PackFiles = Readonly<Record<string, unknown>>;

export const packFileNames = {
  pack: 'pack.json',
  earlierVotes: 'earlier-votes.json',
  recordedDay: 'recorded-day.json',
  sources: 'sources.json',
} as const;

const schemas = {
  pack: z.omit(electionPackSchema, { earlierVotes: true, recordedDay: true, sources: true }),
  earlierVotes: z.array(earlierVoteSchema),
  recordedDay: electionPackSchema.shape.recordedDay,
  sources: electionPackSchema.shape.sources,
};

/** Why a shape does not fit is said in words; on the way to a reader nobody needs them, so zod has none by itself. */
const inEnglish = z.locales.en().localeError;

/** A pack may have no earlier votes and no recorded day; it always has itself and its sources. */
const contentsWhenAbsent: Partial<Record<keyof typeof schemas, unknown>> = { earlierVotes: [], recordedDay: null };

interface Read<T> {
  readonly value: T | null;
  readonly problems: readonly PackProblem[];
}

function readPart<T>(files: PackFiles, part: keyof typeof schemas, schema: z.ZodMiniType<T>): Read<T> {
  const file = packFileNames[part];
  const contents = files[file] === undefined ? contentsWhenAbsent[part] : files[file];
  if (contents === undefined) return { value: null, problems: [packProblem(file, [], 'The file is missing.')] };
  const read = schema.safeParse(contents, { error: inEnglish });
  if (!read.success) {
    return {
      value: null,
      problems: read.error.issues.map((issue) =>
        packProblem(
          file,
          issue.path.filter((step) => typeof step !== 'symbol'),
          `${issue.message}.`,
        ),
      ),
    };
  }
  const problems: PackProblem[] = [];
  walkJson(contents, (value, path) => {
    const parent = valueAt(read.data, path.slice(0, -1));
    if (value !== undefined && parent !== undefined && valueAt(read.data, path) === undefined) {
      problems.push(packProblem(file, path, 'A pack has no such field.'));
    }
  });
  return { value: read.data, problems };
}

/** The pack that the files make up, or null with the reasons why they make up none. */
export function readPackFiles(files: PackFiles): Read<ElectionPack> {
  const pack = readPart(files, 'pack', schemas.pack);
  const earlierVotes = readPart(files, 'earlierVotes', schemas.earlierVotes);
  const recordedDay = readPart(files, 'recordedDay', schemas.recordedDay);
  const sources = readPart(files, 'sources', schemas.sources);
  const problems = [pack, earlierVotes, recordedDay, sources].flatMap((part) => part.problems);
  if (pack.value === null || earlierVotes.value === null || sources.value === null || problems.length > 0)
    return { value: null, problems };
  return {
    value: { ...pack.value, earlierVotes: earlierVotes.value, recordedDay: recordedDay.value, sources: sources.value },
    problems: [],
  };
}
