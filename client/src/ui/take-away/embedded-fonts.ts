import { lettersWithin } from './unicode-range.ts';

/** Fonts within a picture: the sheet that holds them, and of each file a letter by which it can be seen to be there. */
export interface EmbeddedFonts {
  readonly sheet: string;
  readonly seenBy: readonly { readonly family: string; readonly letter: string }[];
}

/**
 * The page's own fonts that a text needs: of each family that is used the files whose letters occur. They come out of
 * the browser's cache, having been loaded for the page.
 */
export async function embeddedFonts(families: ReadonlySet<string>, text: string): Promise<EmbeddedFonts> {
  const letters = new Set(text);
  const faces = [...document.styleSheets].flatMap((sheet) =>
    rulesOf(sheet)
      .filter((rule) => rule instanceof CSSFontFaceRule)
      .filter(({ style }) => {
        const family = unquoted(style.getPropertyValue('font-family'));
        const isUpright = style.getPropertyValue('font-style') !== 'italic';
        return (
          families.has(family) &&
          isUpright &&
          lettersWithin(style.getPropertyValue('unicode-range'), letters).length > 0
        );
      })
      .map(({ style }) => ({ style, base: sheet.href ?? document.baseURI })),
  );
  const rules = await Promise.all(
    faces.map(async ({ style, base }) => {
      const file = /url\(["']?([^"')]+)["']?\)/.exec(style.getPropertyValue('src'))?.[1];
      if (file === undefined) return '';
      const response = await fetch(new URL(file, base));
      if (!response.ok) throw new Error(`a font did not come: ${String(response.status)}`);
      const kept = ['font-family', 'font-style', 'font-weight', 'font-stretch', 'unicode-range']
        .map((name) => [name, style.getPropertyValue(name)] as const)
        .filter(([, value]) => value !== '')
        .map(([name, value]) => `${name}:${value}`);
      const data = await dataUrlOf(await response.blob());
      return `@font-face{${[...kept, `src:url(${data}) format("woff2")`].join(';')}}`;
    }),
  );
  const seenBy = faces.flatMap(({ style }) => {
    const letter = lettersWithin(style.getPropertyValue('unicode-range'), letters).find((each) =>
      /[\p{L}\p{N}]/u.test(each),
    );
    return letter === undefined ? [] : [{ family: unquoted(style.getPropertyValue('font-family')), letter }];
  });
  return { sheet: rules.join('\n'), seenBy };
}

/** The families that a drawing's texts begin with; those behind them only stand in. */
export function familiesIn(drawing: Element): Set<string> {
  const named = [drawing, ...drawing.querySelectorAll('[font-family]')].map(
    (element) => element.getAttribute('font-family')?.split(',')[0] ?? '',
  );
  return new Set(named.map(unquoted).filter((family) => family !== ''));
}

function rulesOf(sheet: CSSStyleSheet): CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    // Another origin's sheet, which an extension put there.
    return [];
  }
}

function unquoted(family: string): string {
  return family.trim().replace(/^["']|["']$/g, '');
}

async function dataUrlOf(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCodePoint(...bytes.subarray(at, at + 0x8000));
  return `data:font/woff2;base64,${btoa(binary)}`;
}
