import type { RejectionKey } from '@yavka/shared/log/rejection';
import type { Response } from 'express';

import type { Grant } from '../access/access.ts';

/** What a request turned out to be, kept with its answer for those who log and count. Nothing that anybody wrote. */
export interface Note {
  /** The type of the command that was read. */
  command?: string;
  seq?: number;
  rejected?: RejectionKey;
  grant?: Grant;
}

export function noteOf(response: Response): Note {
  return response.locals as Note;
}
