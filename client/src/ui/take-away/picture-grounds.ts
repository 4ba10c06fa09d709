export type PictureGround = 'ink' | 'paper';

const token = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** The page's own tokens, read when they are needed: a picture has the colours of its page. */
export const pictureGrounds = {
  get ink() {
    return {
      ground: token('ink'),
      strong: token('paper'),
      figure: token('wheat'),
      quiet: token('cold-2'),
      line: token('ink-3'),
      rule: null,
      family: token('font-label'),
    };
  },
  get paper() {
    return {
      ground: token('paper'),
      strong: token('txt'),
      figure: token('txt'),
      quiet: token('mut'),
      line: token('paper-3'),
      rule: token('txt'),
      family: token('font-label'),
    };
  },
  get rehearsal() {
    return { stripe: token('gold'), plate: token('ink'), plateWord: token('wheat') };
  },
};
