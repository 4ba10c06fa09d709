import type { ReactElement } from 'react';
import { useMemo } from 'react';

import type { DayCurveModel } from '../charts/day-curve-model.ts';
import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { CurveFrame } from './CurveFrame.tsx';
import { useModel } from './model-store.ts';
import { seriesInksOf } from './series-inks.ts';
import { useAreaWords } from './use-area-words.ts';

interface Props {
  /** Earlier votes that the reader has taken off the chart. */
  readonly hiddenVotes?: readonly string[];
  /** Told each time the chart is really drawn; a test counts. */
  readonly onDraw?: (() => void) | undefined;
}

const none: readonly string[] = [];

/** The day's chart: the country, the chosen regions and earlier votes. */
export function CurvePicture({ hiddenVotes = none, onDraw }: Props): ReactElement {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const { nameOf } = useAreaWords();
  const whole = useModel((board) => board.curve);
  const model = useMemo(() => (whole === null ? null : withoutVotes(whole, hiddenVotes)), [whole, hiddenVotes]);
  const bands = useFeed((feed) => feed.resolved?.pack.bands);
  const year = useFeed((feed) => feed.resolved?.pack.date.slice(0, 4)) ?? '';
  const inks = useMemo(
    () => (model === null ? {} : seriesInksOf(model, bands ?? [], { country: year, nameOf, language })),
    [model, bands, year, nameOf, language],
  );
  const named = model === null ? '' : model.series.map((series) => inks[series.id]?.label ?? '').join(', ');
  return (
    <CurveFrame
      className="curve-picture"
      model={model}
      inks={inks}
      label={t('curve.alt', { series: named })}
      hasDispatches
      onDraw={onDraw}
    />
  );
}

function withoutVotes(model: DayCurveModel, hidden: readonly string[]): DayCurveModel {
  if (hidden.length === 0) return model;
  return { ...model, series: model.series.filter(({ kind, id }) => kind !== 'earlier' || !hidden.includes(id)) };
}
