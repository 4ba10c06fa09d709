import type { ReactElement } from 'react';

import type { DayCurveModel } from '../../charts/day-curve-model.ts';
import type { SeriesInk } from '../../charts/series-ink.ts';
import { CurveFrame } from '../CurveFrame.tsx';
import { plotHoursOf } from './plot-hours-of.ts';
import { RankLine } from './RankLine.tsx';
import type { RegionHour } from './region-page-model.ts';

interface Props {
  readonly model: DayCurveModel;
  readonly inks: Readonly<Record<string, SeriesInk>>;
  readonly label: string;
  /** A region's places, drawn under its line at the same hours. */
  readonly places?: { readonly hours: readonly RegionHour[]; readonly ranked: number };
}

/** The lines of a region's page and of regions side by side. */
export function LinesPicture({ model, inks, label, places }: Props): ReactElement {
  return (
    <CurveFrame
      className="curve-picture lines-picture"
      model={model}
      inks={inks}
      label={label}
      renderBelow={
        places === undefined
          ? undefined
          : ({ width, right }) => (
              <RankLine {...places} ticks={model.ticks} plot={plotHoursOf(model.domain, width, right)} />
            )
      }
    />
  );
}
