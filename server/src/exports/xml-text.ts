// eslint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** A text without the characters that no document in XML 1.0 may hold. */
export function xmlWritable(text: string): string {
  return text.replace(unwritable, '');
}

/** A text as it stands between tags or in an attribute's quotes. */
export function xmlText(text: string): string {
  return xmlWritable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
