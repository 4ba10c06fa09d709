/** What a socket has not taken yet: packets waiting in its queue, and bytes that the kernel would not take. */
export interface Backlog {
  readonly packets: number;
  readonly bytes: number;
}

/**
 * A reader with more than this waiting is not queued for: it is told to fetch the state when it reads again. A quarter of
 * a megabyte behind what the kernels hold for it, a snapshot is the shorter way anyhow; and where thousands of readers
 * stop at once, each queue is a few hundred writes of frames that all of them share.
 */
export const backlogLimit: Backlog = { packets: 256, bytes: 256_000 };

export function isOverLimit({ packets, bytes }: Backlog): boolean {
  return packets > backlogLimit.packets || bytes > backlogLimit.bytes;
}
