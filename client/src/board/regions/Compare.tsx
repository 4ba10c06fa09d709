import { formatTurnout } from '@yavka/shared/format/number';
import type { AreaId } from '@yavka/shared/ids';
import type { ReactElement } from 'react';
import { useMemo, useRef } from 'react';
import { useTranslation } from '../../ui/use-translation.ts';

import type { CurvePoint, DayCurveModel } from '../../charts/day-curve-model.ts';
import { useFeed } from '../../feed/store.ts';
import { useLanguage } from '../../ui/language.ts';
import { useModel } from '../model-store.ts';
import { PageLink } from '../PageLink.tsx';
import { TakeChart } from '../TakeChart.tsx';
import { useAreaWords } from '../use-area-words.ts';
import { useCutoffLabel } from '../use-cutoff-label.ts';
import { maxPinned } from '../view-address.ts';
import { useBoardView } from '../view.ts';
import { LinesPicture } from './LinesPicture.tsx';
import { pinInksOf, pinStrokeOf } from './pin-inks.ts';

/** The regions that the reader put side by side: their curves together, and their figures at every cutoff. */
export function Compare(): ReactElement {
  const { t } = useTranslation('regions');
  const { t: board } = useTranslation('board');
  const section = useRef<HTMLElement>(null);
  const words = useAreaWords();
  const curve = useModel((model) => model.curve);
  const root = useFeed((feed) => feed.resolved?.pack.root) ?? '';
  const { nameOf, abbreviationOf } = words;
  const model = useMemo(() => (curve === null ? null : withoutEarlier(curve)), [curve]);
  const country = t('country');
  const inks = useMemo(
    () => (model === null ? {} : pinInksOf(model.series, { country, nameOf: abbreviationOf })),
    [model, country, abbreviationOf],
  );
  const pins = (model?.series ?? []).flatMap((series) => (series.kind === 'area' ? [series.area] : []));
  return (
    <section ref={section} className="compare" aria-labelledby="compare-title">
      <div className="section-head">
        <h2 id="compare-title">{t('compare.title')}</h2>
        <p className="section-note">{t('compare.note', { number: maxPinned })}</p>
        {pins.length === 0 ? null : (
          <TakeChart
            name="compare"
            title={t('compare.alt', { regions: pins.map(nameOf).join(', ') })}
            unit={board('curve.unit')}
            section={section}
            parts=".curve-picture"
          />
        )}
      </div>
      {model === null || pins.length === 0 ? (
        <p className="compare-hint">{t('compare.hint')}</p>
      ) : (
        <div className="compare-body">
          <LinesPicture model={model} inks={inks} label={t('compare.alt', { regions: pins.map(nameOf).join(', ') })} />
          <CompareTable model={model} pins={pins} root={root} />
        </div>
      )}
    </section>
  );
}

function withoutEarlier(curve: DayCurveModel): DayCurveModel {
  return { ...curve, series: curve.series.filter((series) => series.kind !== 'earlier') };
}

function CompareTable({
  model,
  pins,
  root,
}: {
  model: DayCurveModel;
  pins: readonly AreaId[];
  root: AreaId;
}): ReactElement {
  const { t } = useTranslation('regions');
  const words = useAreaWords();
  const labelOf = useCutoffLabel();
  const togglePin = useBoardView((view) => view.togglePin);
  const pointsOf = (area: AreaId): readonly CurvePoint[] =>
    model.series.find((series) => series.area === area)?.points ?? [];
  return (
    <div className="compare-scroll" tabIndex={0} role="group" aria-label={t('compare.table')}>
      <table className="compare-table">
        <thead>
          <tr>
            <th scope="col">{t('table.region')}</th>
            {model.ticks.map((tick) => (
              <th key={tick.cutoff} scope="col">
                {labelOf(tick.cutoff)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pins.map((area, place) => (
            <tr key={area}>
              <th scope="row">
                <PinKey place={place} /> <PageLink to={{ page: 'regions', area }}>{words.nameOf(area)}</PageLink>{' '}
                <button
                  type="button"
                  aria-label={t('pin.off', { area: words.nameOf(area) })}
                  onClick={() => togglePin(area)}
                >
                  <span aria-hidden="true">×</span>
                </button>
              </th>
              <CompareFigures points={pointsOf(area)} area={area} />
            </tr>
          ))}
          <tr className="compare-country">
            <th scope="row">{t('country')}</th>
            <CompareFigures points={pointsOf(root)} area={null} />
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** A figure at every cutoff up to the shown one, or why there is none. */
function CompareFigures({ points, area }: { points: readonly CurvePoint[]; area: AreaId | null }): ReactElement {
  const language = useLanguage();
  const words = useAreaWords();
  const approachWidth = useFeed((feed) => feed.resolved?.pack.approachWidth);
  const day = useModel((model) => (area === null ? null : (model.comb.cells[area]?.day ?? null)));
  return (
    <>
      {points.map(({ x, interval }, index) => {
        const missing = day?.[index]?.missing ?? null;
        if (interval !== null) return <td key={x}>{formatTurnout(interval, language, approachWidth)}</td>;
        return (
          <td key={x} className="compare-missing">
            {missing === null ? '' : words.missingOf(missing)}
          </td>
        );
      })}
    </>
  );
}

/** The number and the stroke by which a region is found on the chart. */
function PinKey({ place }: { place: number }): ReactElement {
  const { color, casing, dash, width } = pinStrokeOf(place);
  return (
    <svg className="pin-key" width="44" height="14" viewBox="0 0 44 14" aria-hidden="true">
      <text x="0" y="11.5">
        {place + 1}
      </text>
      {casing === undefined ? null : <line x1="12" x2="42" y1="7" y2="7" stroke={casing} strokeWidth={width + 2} />}
      <line x1="12" x2="42" y1="7" y2="7" stroke={color} strokeWidth={width} strokeDasharray={dash} />
    </svg>
  );
}
