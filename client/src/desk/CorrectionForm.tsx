import { correctionKinds, correctionKindSchema } from '@yavka/shared/figures/figure';
import { formatCount, formatTurnout } from '@yavka/shared/format/number';
import type { FigureState } from '@yavka/shared/log/state';
import type { SubmitEvent, ReactElement } from 'react';
import { useState } from 'react';
import { useShallow } from 'zustand/react/shallow';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { correctionDraftSchema, correctionOf, emptyCorrection, problemsOf } from './correction-draft.ts';
import type { CorrectionDraft } from './correction-draft.ts';
import { Field } from './Field.tsx';
import { SendingNote } from './SendingNote.tsx';
import { useCommandForm } from './use-command-form.ts';

/** A new revision of one figure, with its kind and its reason. The old one stays. */
export function CorrectionForm(props: {
  readonly figure: FigureState;
  readonly name: string;
  readonly label: string;
  readonly onClose: () => void;
}): ReactElement | null {
  const { figure, name, label, onClose } = props;
  const { t } = useTranslation('desk');
  const language = useLanguage();
  const { figureId, area } = figure.key;
  const form = useCommandForm(`correct.${figureId}`, correctionDraftSchema, emptyCorrection);
  const electorates = useFeed(
    useShallow(({ state, resolved }) =>
      [...(resolved?.pack.electorates ?? []), ...Object.values(state?.electorates ?? {})].filter(
        (version) => version.area === area,
      ),
    ),
  );
  const [wasTried, setTried] = useState(false);
  const newest = figure.revisions.at(-1);
  if (newest === undefined) return null;

  const { draft, isBusy } = form;
  const problems = wasTried ? problemsOf(draft) : {};
  const errorOf = (field: keyof typeof problems): string | null => {
    const problem = problems[field];
    return problem === undefined ? null : t(`field.${problem}`);
  };
  const change = (part: Partial<CorrectionDraft>): void =>
    form.change({ ...part, seen: draft.seen ?? newest.revision });
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(problemsOf(draft)).length > 0) return;
    setTried(false);
    form.submit((commandId) => correctionOf(draft, figureId, newest.revision, commandId));
  };
  const value = [
    newest.turnout === null ? null : formatTurnout(newest.turnout, language),
    newest.ballots === null ? null : formatCount(newest.ballots, language),
  ];
  const id = (field: string): string => `correct-${figureId}-${field}`;
  const isStale = draft.seen !== null && draft.seen !== newest.revision;
  return (
    <form className="correction" aria-label={t('correct.title', { area: name, cutoff: label })} onSubmit={send}>
      <p className="correction-was">
        {t('correct.was', {
          value: value.filter((part) => part !== null).join(' · ') || '–',
          revision: newest.revision,
        })}
        {isStale ? <b role="alert"> {t('correct.changed', { revision: newest.revision })}</b> : null}
      </p>
      <Field id={id('kind')} label={t('correct.kind')}>
        <select
          id={id('kind')}
          value={draft.kind}
          disabled={isBusy}
          onChange={(event) => change({ kind: correctionKindSchema.parse(event.target.value) })}
        >
          {correctionKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`correct.kind.${kind}`)}
            </option>
          ))}
        </select>
      </Field>
      {draft.kind === 'withdrawn' ? null : (
        <>
          <Field id={id('turnout')} label={t('correct.turnout')} error={errorOf('turnout')}>
            <input
              id={id('turnout')}
              inputMode="decimal"
              autoComplete="off"
              placeholder={t('correct.basisSame')}
              value={draft.turnout}
              readOnly={isBusy}
              onChange={(event) => change({ turnout: event.target.value })}
            />
          </Field>
          <Field id={id('ballots')} label={t('correct.ballots')} error={errorOf('ballots')}>
            <input
              id={id('ballots')}
              inputMode="numeric"
              autoComplete="off"
              placeholder={t('correct.basisSame')}
              value={draft.ballots}
              readOnly={isBusy}
              onChange={(event) => change({ ballots: event.target.value })}
            />
          </Field>
          {electorates.length === 0 ? null : (
            <Field id={id('basis')} label={t('correct.basis')}>
              <select
                id={id('basis')}
                value={draft.basis}
                disabled={isBusy}
                onChange={(event) => change({ basis: event.target.value })}
              >
                <option value="">{t('correct.basisSame')}</option>
                {electorates.map((version) => (
                  <option key={version.id} value={version.id}>
                    {formatCount(version.value, language)} · {version.label[language]}
                  </option>
                ))}
              </select>
            </Field>
          )}
        </>
      )}
      <Field id={id('reason')} label={t('correct.reason')} error={errorOf('reason')}>
        <input
          id={id('reason')}
          maxLength={500}
          value={draft.reason}
          readOnly={isBusy}
          onChange={(event) => change({ reason: event.target.value })}
        />
      </Field>
      <div className="form-end">
        <button type="submit" className="button" disabled={isBusy}>
          {t('correct.send')}
        </button>
        <button
          type="button"
          className="text-button"
          disabled={isBusy}
          onClick={() => {
            form.clear();
            onClose();
          }}
        >
          {t('correct.close')}
        </button>
        <SendingNote sending={form.sending} />
      </div>
    </form>
  );
}
