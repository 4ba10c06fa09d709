import type { AreaId } from '@yavka/shared/ids';
import type { ReactElement } from 'react';

import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { Field } from './Field.tsx';
import { findingKeyOf } from './overrides-of.ts';
import type { Reading } from './use-reading.ts';

/** What the checks say. A stop (solid bar) has a field for the reason; a question (dashed bar) is only read. */
export function Findings(props: {
  /** Null while there is no reading. */
  readonly findings: Reading['findings'] | null;
  readonly reasons: Readonly<Record<string, string>>;
  readonly isBusy: boolean;
  readonly onReason: (key: string, reason: string) => void;
  readonly onLink: (area: AreaId | null) => void;
}): ReactElement {
  const { findings, reasons, isBusy, onReason, onLink } = props;
  const { t } = useTranslation('desk');
  const language = useLanguage();
  const stops = findings?.filter((finding) => finding.severity === 'stop').length ?? 0;
  return (
    <>
      <div className="section-head">
        <h2>{t('checks.title')}</h2>
        {findings === null ? null : <p>{t('checks.count', { stops, warns: findings.length - stops })}</p>}
      </div>
      {findings === null || findings.length === 0 ? (
        <p className="empty">{t(findings === null ? 'checks.waiting' : 'checks.none')}</p>
      ) : null}
      <ul className="findings">
        {(findings ?? []).map((finding, index) => {
          const key = findingKeyOf(finding);
          const id = `override-${String(index)}`;
          return (
            <li key={`${key} ${String(index)}`} data-severity={finding.severity} data-check={finding.check}>
              <h3>
                <em>{t(`severity.${finding.severity}`)}</em> · {t(`check.${finding.check}`)}
              </h3>
              <p>{finding.messages[language]}</p>
              {finding.severity === 'stop' ? (
                <Field id={id} label={t('override.label')}>
                  <input
                    id={id}
                    maxLength={500}
                    value={reasons[key] ?? ''}
                    readOnly={isBusy}
                    placeholder={t('override.placeholder')}
                    onChange={(event) => onReason(key, event.target.value)}
                    onFocus={() => onLink(finding.areas[0] ?? null)}
                  />
                </Field>
              ) : null}
            </li>
          );
        })}
      </ul>
    </>
  );
}
