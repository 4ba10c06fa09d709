import type { ReactElement } from 'react';

import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';
import type { Sending } from './use-command-form.ts';

/** How a sending stands, in the place of the form it belongs to; a refusal in the server's own sentence. */
export function SendingNote({ sending }: { readonly sending: Sending }): ReactElement {
  const { t } = useTranslation('desk');
  const language = useLanguage();
  return (
    <div className="sending" data-kind={sending.kind} role="status">
      {sending.kind === 'sending' ? <p>{t('sending.sending')}</p> : null}
      {sending.kind === 'retrying' ? <p>{t('sending.retrying', { attempt: sending.attempt })}</p> : null}
      {sending.kind === 'done' ? <p>{t('sending.done', { seq: sending.seq })}</p> : null}
      {sending.kind === 'unclear' ? <p>{t('sending.unclear', { status: sending.status })}</p> : null}
      {sending.kind === 'refused' ? (
        <>
          <p data-rejected={sending.refusal.rejected}>
            <b>{t('sending.refused')}</b> {sending.refusal.message[language]}
          </p>
          {sending.refusal.findings?.map(({ check, areas, message }) => (
            <p key={[check, ...areas].join('/')}>{message[language]}</p>
          ))}
        </>
      ) : null}
    </div>
  );
}
