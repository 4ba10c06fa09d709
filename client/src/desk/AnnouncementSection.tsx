import type { ReactElement } from 'react';
import { useState } from 'react';

import type { AreaId } from '@yavka/shared/ids';

import { newId } from '../feed/random.ts';
import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { announcementDraftSchema, emptyAnnouncement } from './announcement-draft.ts';
import { AnnouncementSource } from './AnnouncementSource.tsx';
import { Findings } from './Findings.tsx';
import { isAnswered, overridesOf } from './overrides-of.ts';
import { ReadFigures } from './ReadFigures.tsx';
import { SendingNote } from './SendingNote.tsx';
import { useCommandForm } from './use-command-form.ts';
import { useReading } from './use-reading.ts';

/** Source, reading, reasons: an announcement is pasted, its figures are looked at, the stops are answered, and it is entered. */
export function AnnouncementSection({ token }: { readonly token: string }): ReactElement {
  const { t } = useTranslation('desk');
  const language = useLanguage();
  const seq = useFeed((feed) => feed.state?.seq ?? 0);
  const commission = useFeed((feed) => feed.resolved?.pack.commission.shortNames[language] ?? '');
  const form = useCommandForm('announcement', announcementDraftSchema, emptyAnnouncement);
  const { draft, change, isBusy } = form;
  const source = draft.source.trim() === '' ? commission : draft.source.trim();
  const state = useReading({ text: draft.text, cutoff: draft.cutoff, source }, { token, seq });
  const [linked, setLinked] = useState<AreaId | null>(null);

  // Only a reading of the very text that is in the field may be sent.
  const isCurrent = state.kind === 'read' && state.text === draft.text && state.cutoff === draft.cutoff;
  const reading = isCurrent ? state.reading : null;
  const stops = reading?.findings.filter((finding) => finding.severity === 'stop') ?? [];
  const unanswered = stops.filter((finding) => !isAnswered(finding, draft.reasons)).length;
  const hasFigures = reading !== null && reading.figures.length > 0;
  const hasCutoff = hasFigures && reading.figures.every((figure) => figure.cutoff !== null);
  const canEnter = hasCutoff && unanswered === 0 && !isBusy;

  const enter = (): void => {
    if (reading === null || !canEnter) return;
    const { text, cutoff, status, reasons } = draft;
    form.submit((commandId) => ({
      type: 'EnterAnnouncement',
      commandId,
      announcementId: newId(),
      text,
      source,
      cutoff,
      status,
      overrides: overridesOf(reading.findings, reasons),
      expectedFigures: reading.figures.map(({ area, cutoff: at, turnout, ballots }) => ({
        area,
        cutoff: at,
        turnout,
        ballots,
      })),
    }));
  };

  return (
    <section id="announcement" className="announcement" aria-labelledby="announcement-title">
      <AnnouncementSource
        title={t('announcement.title', { commission })}
        draft={draft}
        change={change}
        clear={form.clear}
        isBusy={isBusy}
        defaultSource={commission}
        reading={reading}
        linked={linked}
      />
      <ReadFigures state={state} linked={linked} onLink={setLinked} />
      <div className="checks">
        <Findings
          findings={reading?.findings ?? null}
          reasons={draft.reasons}
          isBusy={isBusy}
          onReason={(key, reason) => change({ reasons: { ...draft.reasons, [key]: reason } })}
          onLink={setLinked}
        />
        <div className="enter">
          <p className="field-note">{t('enter.note')}</p>
          <button
            type="button"
            className="button button-main"
            disabled={!canEnter}
            aria-describedby="enter-why"
            onClick={enter}
          >
            {t('enter.button')}
          </button>
          <p id="enter-why" className="field-note">
            {whyNot()}
          </p>
          <SendingNote sending={form.sending} />
        </div>
      </div>
    </section>
  );

  function whyNot(): string {
    if (isBusy) return '';
    if (!hasFigures) return t('enter.waits');
    if (!hasCutoff) return t('reading.noCutoff');
    return unanswered > 0 ? t('enter.blocked', { count: unanswered }) : '';
  }
}
