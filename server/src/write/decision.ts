import type { Payload } from '@yavka/shared/log/payload';
import type { Rejection } from '@yavka/shared/log/rejection';

/** What deciding answers: what will have happened, or why not. Never half of each. */
export type Decision = { readonly payloads: readonly Payload[] } | Rejection;

export function isRejection<Other extends object>(answer: Other | Rejection): answer is Rejection {
  return 'rejected' in answer;
}
