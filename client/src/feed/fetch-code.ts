/** Code that did not come: the link is down, or the server has another build by now. */
export class CodeMissing extends Error {
  /** The address that was asked for, the same however often. */
  readonly address: string;

  constructor(address: string, cause: unknown) {
    super(`${address} did not come`, { cause });
    this.address = address;
  }
}

/** Numbers the askings: what did not come under one address is asked for under another. */
let askings = 0;
/** Sheets that did not come, to be asked for before what is drawn with them. */
const missingSheets = new Set<HTMLLinkElement>();
let isWatching = false;

/**
 * Fetches code as `import()` does, and anew where it did not come before. By itself neither is possible: Chromium
 * remembers for as long as the page lives that there was no module at an address, and the bundler's loader that it has
 * asked for a sheet, so that what came later would be drawn without it.
 * @throws CodeMissing
 */
export async function fetchCode<Module>(load: () => Promise<Module>): Promise<Module> {
  watchSheets();
  try {
    await fetchMissingSheets();
    return await load();
  } catch (error) {
    const address = addressIn(error);
    if (address === null || missingSheets.size > 0) throw new CodeMissing(address ?? 'code', error);
    try {
      askings += 1;
      return (await import(/* @vite-ignore */ `${address}?again=${String(askings)}`)) as Module;
    } catch (again) {
      throw new CodeMissing(address, again);
    }
  }
}

/** The module's address as Chromium and Firefox name it, and the sheet's as the loader does. Safari names none and forgets by itself. */
function addressIn(error: unknown): string | null {
  const [address = null] = /(?:https?:\/)?\/\S+?\.(?:js|css)\b/.exec(error instanceof Error ? error.message : '') ?? [];
  return address;
}

function watchSheets(): void {
  if (isWatching) return;
  isWatching = true;
  document.addEventListener(
    'error',
    ({ target }) => {
      if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') missingSheets.add(target);
    },
    true,
  );
}

async function fetchMissingSheets(): Promise<void> {
  await Promise.all(
    [...missingSheets].map(async (missing) => {
      missingSheets.delete(missing);
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      askings += 1;
      link.href = `${missing.href.replace(/\?.*/, '')}?again=${String(askings)}`;
      await new Promise((resolve, reject) => {
        link.addEventListener('load', resolve);
        // Heard by the whole page as well, which notes it as missing again.
        link.addEventListener('error', () => reject(new Error(missing.href)));
        missing.replaceWith(link);
      });
    }),
  );
}
