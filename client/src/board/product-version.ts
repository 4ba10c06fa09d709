import manifest from '../../package.json?raw';

/** The version of the product that drew this page. */
export const productVersion: string = versionOf(manifest);

function versionOf(text: string): string {
  const parsed: unknown = JSON.parse(text);
  const isManifest = typeof parsed === 'object' && parsed !== null && 'version' in parsed;
  return isManifest && typeof parsed.version === 'string' ? parsed.version : '';
}
