/** A tab hidden for as long as this may have been frozen, milliseconds. */
const hiddenLimitMs = 10_000;

/**
 * Listens to what the browser knows of the link: the network is back, or the tab is seen again after a while.
 * @returns stops listening
 */
export function watchPage(
  page: Window,
  machineNow: () => number,
  tell: (event: { readonly type: 'online' | 'tabReturned' }) => void,
): () => void {
  let hiddenAt: number | null = page.document.hidden ? machineNow() : null;
  const online = (): void => tell({ type: 'online' });
  const visibility = (): void => {
    if (page.document.hidden) {
      hiddenAt = machineNow();
      return;
    }
    const wasLong = hiddenAt !== null && machineNow() - hiddenAt >= hiddenLimitMs;
    hiddenAt = null;
    if (wasLong) tell({ type: 'tabReturned' });
  };
  page.addEventListener('online', online);
  page.document.addEventListener('visibilitychange', visibility);
  return () => {
    page.removeEventListener('online', online);
    page.document.removeEventListener('visibilitychange', visibility);
  };
}
