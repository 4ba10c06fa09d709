/** The name under which a store keeps where the replay of a log was left. */
export function replayPositionKey(logId: string): string {
  return `replay:${logId}`;
}
