import type { Rejection } from '@yavka/shared/log/rejection';
import { rejections } from '@yavka/shared/log/rejection';
import type { Response } from 'express';

import { noteOf } from './note.ts';

/** A refusal as HTTP: its status, its stable key, its sentence in three languages. */
export function refuse(response: Response, { rejected, detail, findings }: Rejection): void {
  const { status, message } = rejections[rejected];
  noteOf(response).rejected = rejected;
  response.status(status).json({
    rejected,
    message,
    ...(detail === undefined ? {} : { detail }),
    ...(findings === undefined ? {} : { findings }),
  });
}
