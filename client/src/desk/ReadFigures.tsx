import { formatCount, formatTurnout } from '@yavka/shared/format/number';
import type { AreaId } from '@yavka/shared/ids';
import type { ReactElement } from 'react';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';
import type { Reading, ReadingState } from './use-reading.ts';

interface Linking {
  readonly linked: AreaId | null;
  readonly onLink: (area: AreaId | null) => void;
}

/** What was found in the text: one row a figure, in the order of the text. */
export function ReadFigures({ state, ...linking }: Linking & { readonly state: ReadingState }): ReactElement {
  const { t } = useTranslation('desk');
  const language = useLanguage();
  const reading = state.kind === 'read' ? state.reading : null;
  return (
    <div className="reading" data-testid="reading">
      <div className="section-head">
        <h2>
          {reading?.asOf === null || reading === null
            ? t('reading.title')
            : t('reading.titleAt', { time: reading.asOf })}
        </h2>
        {reading === null ? null : (
          <p>
            {t('reading.count', { count: reading.figures.length })} ·{' '}
            {t('reading.language', { language: t(`reading.language.${reading.language ?? 'unknown'}`) })}
            {reading.status === null ? '' : ` · ${t(`status.${reading.status}`)}`}
          </p>
        )}
      </div>
      {reading !== null && reading.figures.length > 0 ? <FiguresTable reading={reading} {...linking} /> : null}
      {reading !== null && reading.figures.length === 0 ? <p className="empty">{t('reading.nothing')}</p> : null}
      {state.kind === 'none' || state.kind === 'reading' || state.kind === 'unreachable' ? (
        <p className="empty" role={state.kind === 'unreachable' ? 'status' : undefined}>
          {t(`reading.${state.kind}`)}
        </p>
      ) : null}
      {state.kind === 'refused' ? <p className="empty">{state.refusal.message[language]}</p> : null}
    </div>
  );
}

function FiguresTable({ reading, linked, onLink }: Linking & { readonly reading: Reading }): ReactElement {
  const { t } = useTranslation('desk');
  const language = useLanguage();
  const pack = useFeed((feed) => feed.resolved?.pack);
  const severityOf = (area: AreaId): 'stop' | 'warn' | 'none' => {
    const found = reading.findings.filter((finding) => finding.areas.includes(area));
    if (found.some((finding) => finding.severity === 'stop')) return 'stop';
    return found.length > 0 ? 'warn' : 'none';
  };
  return (
    <table className="figures">
      <thead>
        <tr>
          <th scope="col">{t('column.area')}</th>
          <th scope="col">{t('column.cutoff')}</th>
          <th scope="col" className="figure-cell">
            {t('column.turnout')}
          </th>
          <th scope="col" className="figure-cell figure-head">
            {t('column.ballots')}
          </th>
          <th scope="col">{t('column.words')}</th>
          <th scope="col">{t('column.check')}</th>
        </tr>
      </thead>
      <tbody>
        {reading.figures.map(({ area, cutoff, turnout, ballots, words }) => {
          const severity = severityOf(area);
          const checks = reading.findings.filter((finding) => finding.areas.includes(area));
          return (
            <tr
              key={`${area} ${cutoff ?? ''}`}
              data-area={area}
              data-severity={severity}
              data-linked={linked === area}
              onMouseEnter={() => onLink(area)}
              onMouseLeave={() => onLink(null)}
            >
              <th scope="row">{pack?.areas.find(({ id }) => id === area)?.shortNames[language] ?? area}</th>
              <td>{pack?.cutoffs.find(({ id }) => id === cutoff)?.label[language] ?? '–'}</td>
              <td className="figure-cell figure-value">
                {turnout === null ? '–' : formatTurnout(turnout, language, pack?.approachWidth)}
              </td>
              <td className="figure-cell">{ballots === null ? '' : formatCount(ballots, language)}</td>
              <td className="source-words" lang={reading.language ?? undefined} title={words}>
                {words}
              </td>
              <td className="check-cell">
                {[...new Set(checks.map((finding) => finding.check))].map((check) => t(`check.${check}`)).join(', ')}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
