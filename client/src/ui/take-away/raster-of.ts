import type { Picture } from './picture-of.ts';
import { svgElement } from './svg-element.ts';

/** A picture's own pixels, twice as fine as the page's. */
const fineness = 2;
/** Room for a letter of each font, below what is seen of the picture. */
const cell = 24;
const lookEveryMs = 20;
const looks = 500;

/**
 * The picture as PNG, drawn by the browser from the very SVG that is given away. A browser calls such an image whole
 * before the fonts within it are read, and tells of them nowhere: a letter of each is put below the picture and looked
 * for until it has ink.
 */
export async function rasterOf(picture: Picture): Promise<Blob> {
  const { width, height, fonts } = picture;
  const image = new Image();
  // A `data:` address: the page's policy lets no other pictures in than its own and these.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(withLetters(picture))}`;
  await image.decode();
  for (let look = 0; !hasInk(image, height, fonts.seenBy.length); look += 1) {
    if (look === looks) throw new Error('the fonts of the picture were not read');
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * fineness, height * fineness];
  canvas.getContext('2d')?.drawImage(image, 0, 0, image.width * fineness, image.height * fineness);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('this browser makes no PNG'));
      else resolve(blob);
    }, 'image/png');
  });
}

/** The picture with the letters below its lower edge. */
function withLetters({ svg, width, height, fonts }: Picture): string {
  const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  const whole = Math.max(width, fonts.seenBy.length * cell);
  root.setAttribute('width', String(whole));
  root.setAttribute('height', String(height + cell));
  root.setAttribute('viewBox', `0 0 ${whole} ${height + cell}`);
  root.append(svgElement('rect', { y: height, width: whole, height: cell, fill: '#fff' }));
  for (const [index, { family, letter }] of fonts.seenBy.entries()) {
    const form = { x: (index + 0.5) * cell, y: height + cell - 6, 'font-size': 16, 'font-weight': 700, fill: '#000' };
    root.append(svgElement('text', { ...form, 'font-family': `'${family}'`, 'text-anchor': 'middle' }, letter));
  }
  return new XMLSerializer().serializeToString(root);
}

function hasInk(image: HTMLImageElement, top: number, letters: number): boolean {
  if (letters === 0) return true;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [letters * cell, cell];
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('this browser draws no canvas');
  context.drawImage(image, 0, -top);
  return Array.from({ length: letters }, (_, index) => context.getImageData(index * cell, 0, cell, cell).data).every(
    (pixels) => pixels.some((value, at) => at % 4 === 0 && value < 128),
  );
}
