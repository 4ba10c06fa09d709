import type { ComingWave, WavePart } from '@yavka/shared/analysis/coming-waves-of';
import { comingWavesOf } from '@yavka/shared/analysis/coming-waves-of';
import { formatCount } from '@yavka/shared/format/number';
import { formatDate, formatDuration, formatTime, localDateOf } from '@yavka/shared/format/time';
import type { InstantMs } from '@yavka/shared/ids';
import type { ReactElement } from 'react';
import { useMemo } from 'react';

import { useFeed } from '../../feed/store.ts';
import { useViewedNow } from '../../feed/viewed.ts';
import { useLanguage } from '../../ui/language.ts';
import { useTranslation } from '../../ui/use-translation.ts';
import { useModel } from '../model-store.ts';

const shownAfterNext = 6;

/** So that the words change once a minute. */
const wholeMinutes = (ms: number): number => Math.floor(ms / 60_000) * 60_000;

/** What opens or closes next, and the waves after it. */
export function NextWaves(): ReactElement {
  const { t } = useTranslation('stations');
  const language = useLanguage();
  const resolved = useFeed((feed) => feed.resolved);
  const now = useViewedNow(10_000);
  const waves = useMemo(() => (resolved === null || now === null ? [] : comingWavesOf(resolved, now)), [resolved, now]);
  const [next, ...later] = waves;
  return (
    <section className="waves" aria-labelledby="waves-title">
      <div className="section-head">
        <h2 id="waves-title">{t('waves.title')}</h2>
        <p className="section-note">{t('waves.note')}</p>
      </div>
      {next === undefined || now === null ? (
        <p className="waves-none">{t('waves.none')}</p>
      ) : (
        <>
          <div className="wave-next">
            <p className="wave-time">
              <WaveTime at={next.at} />
            </p>
            <p className="wave-in">
              {next.at - now < 60_000
                ? t('waves.soon')
                : t('waves.in', { duration: formatDuration(wholeMinutes(next.at - now), language) })}
            </p>
            <WaveWords wave={next} />
          </div>
          <ol className="wave-later">
            {later.slice(0, shownAfterNext).map((wave) => (
              <li key={wave.at}>
                <b>
                  <WaveTime at={wave.at} />
                </b>
                <WaveWords wave={wave} />
              </li>
            ))}
            {later.length > shownAfterNext ? (
              <li className="wave-rest">
                <b>
                  <WaveTime at={later.at(-1)?.at ?? next.at} />
                </b>
                <span>{t('waves.last')}</span>
              </li>
            ) : null}
          </ol>
        </>
      )}
    </section>
  );
}

/** The hour in capital time, with the date when that is another day than the election's. */
function WaveTime({ at }: { at: InstantMs }): ReactElement {
  const language = useLanguage();
  const offset = useModel((model) => model.capitalOffset) ?? 0;
  const day = useFeed((feed) => feed.resolved?.pack.date);
  const date = localDateOf(at, offset);
  return (
    <time dateTime={new Date(at).toISOString()}>
      {formatTime(at, offset)}
      {date === day ? null : <small> {formatDate(date, language, 'short')}</small>}
    </time>
  );
}

function WaveWords({ wave }: { wave: ComingWave }): ReactElement {
  const { t } = useTranslation('stations');
  const language = useLanguage();
  const said = (parts: readonly WavePart[]): string =>
    parts
      .map((part) =>
        part.kind === 'group' && part.stations !== null
          ? t('waves.group', { group: part.names[language], number: formatCount(part.stations, language) })
          : part.names[language],
      )
      .join(', ');
  return (
    <span className="wave-words">
      {wave.closes.length === 0 ? null : (
        <span>
          <i>{t('waves.close')}</i> {said(wave.closes)}
        </span>
      )}
      {wave.opens.length === 0 ? null : (
        <span>
          <i className="wave-opens">{t('waves.open')}</i> {said(wave.opens)}
        </span>
      )}
    </span>
  );
}
