import type { ReactElement } from 'react';
import { useState } from 'react';

interface Plate {
  readonly text: string;
  readonly isNumber: boolean;
}

/**
 * The hero number. A new one comes as a whole plate from below while the whole old one moves up and off: two published
 * strings, never a counter that runs through values which nobody published.
 */
export function HeroPlate({ text, isNumber }: Plate): ReactElement {
  const [shown, setShown] = useState<Plate>({ text, isNumber });
  const [leaving, setLeaving] = useState<Plate | null>(null);
  if (shown.text !== text || shown.isNumber !== isNumber) {
    setLeaving(shown);
    setShown({ text, isNumber });
  }
  return (
    <div className="hero-window">
      {leaving === null ? null : (
        <p
          key={`leaving ${leaving.text}`}
          className="hero-number hero-leaving"
          aria-hidden="true"
          onAnimationEnd={() => setLeaving(null)}
        >
          <Face {...leaving} />
        </p>
      )}
      <p
        key={shown.text}
        className={leaving === null ? 'hero-number' : 'hero-number hero-coming'}
        data-testid="hero"
        data-long={shown.text.length > 5 ? '' : undefined}
      >
        <Face {...shown} />
      </p>
    </div>
  );
}

function Face({ text, isNumber }: Plate): ReactElement {
  return (
    <>
      <span>{text}</span>
      {isNumber ? <span className="hero-percent">%</span> : null}
    </>
  );
}
