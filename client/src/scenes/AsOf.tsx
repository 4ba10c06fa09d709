import type { SceneHero } from '@yavka/shared/scenes/scene-frame-of';
import type { ReactElement } from 'react';

/** When the figure is of, with the clock it is told by. Late data stands on a plate that says so; nothing else changes. */
export function AsOf({ hero, timeLabel }: { readonly hero: SceneHero; readonly timeLabel: string }): ReactElement {
  if (hero.stalePlate !== null) {
    return (
      <p className="as-of" data-testid="as-of" data-stale="">
        <b>{hero.stalePlate}</b>
        <span>{timeLabel}</span>
      </p>
    );
  }
  return (
    <p className="as-of" data-testid="as-of">
      {hero.asOf.before}
      <b>{hero.asOf.value}</b>
      {hero.asOf.after}
      {hero.isByClock ? `, ${timeLabel}` : null}
    </p>
  );
}
