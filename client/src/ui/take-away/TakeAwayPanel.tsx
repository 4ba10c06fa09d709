import { embedSnippetOf } from '@yavka/shared/embeds/embed-snippet-of';
import type { ReactElement } from 'react';
import { useRef, useState } from 'react';

import { useFeed } from '../../feed/store.ts';
import { useIsPast, useViewedNow, useViewedState } from '../../feed/viewed.ts';
import { registerWords, useLanguage } from '../language.ts';
import { useTranslation } from '../use-translation.ts';
import { pictureNameOf } from './picture-name-of.ts';
import { pictureOf } from './picture-of.ts';
import { pictureWordsOf } from './picture-words-of.ts';
import { rasterOf } from './raster-of.ts';
import { saveFile } from './save-file.ts';
import { CopyField } from './CopyField.tsx';
import type { TakenView } from './taken-view.ts';
import { words } from './words.ts';
import './take-away-panel.css';

registerWords('take', words);

const pictureKinds = ['png', 'svg'] as const;
const dataKinds = ['csv', 'json', 'xlsx'] as const;

export interface TakeAwayPanelProps {
  readonly id: string;
  readonly view: TakenView;
  readonly onClose: () => void;
}

/** What can be taken away of a view, and what came of taking it: said here, where it was asked for. */
export function TakeAwayPanel(props: TakeAwayPanelProps): ReactElement {
  const { id, view, onClose } = props;
  const { t } = useTranslation('take');
  const language = useLanguage();
  const resolved = useFeed((feed) => feed.resolved);
  const state = useViewedState((viewed) => viewed);
  const isPast = useIsPast();
  const now = useViewedNow();
  const [said, setSaid] = useState<{ readonly key: string; readonly name: string } | null>(null);
  const turn = useRef(0);
  const { cutoff, area } = view;
  const canDraw = view.parts().length > 0;

  const take = async (kind: (typeof pictureKinds)[number]): Promise<void> => {
    if (state === null || resolved === null || now === null) return;
    turn.current += 1;
    const mine = turn.current;
    const tell = (key: string, name = ''): void => {
      if (turn.current === mine) setSaid({ key, name });
    };
    tell('making');
    const knownAt = isPast ? t('knownAt', { time: '{time}' }) : null;
    const told = pictureWordsOf(state, resolved, language, { ...view, knownAt, now });
    const name = pictureNameOf(
      { election: resolved.pack.id, picture: view.name, cutoff, language, mode: state.mode },
      kind,
    );
    try {
      const picture = await pictureOf(view.parts(), told, view.ground);
      const file = kind === 'svg' ? new Blob([picture.svg], { type: 'image/svg+xml' }) : await rasterOf(picture);
      saveFile(file, name);
      tell('saved', name);
    } catch {
      tell('failed');
    }
  };

  const query = new URLSearchParams({
    lang: language,
    ...(cutoff === null ? {} : { at: cutoff }),
    ...(area === null ? {} : { area }),
  });
  const snippet =
    view.embed === null || resolved === null || state === null
      ? null
      : embedSnippetOf(
          { ...view.embed, election: resolved.pack.id, lang: language, theme: view.ground },
          {
            origin: window.location.origin,
            title: `${view.title}. ${resolved.pack.title[language]}`,
            mode: state.mode,
          },
        );
  return (
    <section id={id} className="take-away-panel" aria-label={t('title')}>
      <div className="take-away-row">
        <h3>{t('picture')}</h3>
        {canDraw ? (
          pictureKinds.map((kind) => (
            <button key={kind} type="button" onClick={() => void take(kind)}>
              {kind.toUpperCase()}
            </button>
          ))
        ) : (
          <p>{t('picture.none')}</p>
        )}
      </div>
      <div className="take-away-row">
        <h3>{t('data')}</h3>
        {dataKinds.map((kind) => (
          <a key={kind} href={`/api/v1/export.${kind}?${query.toString()}`} download="">
            {kind.toUpperCase()}
          </a>
        ))}
        {isPast ? <p>{t('data.now')}</p> : null}
      </div>
      {snippet === null ? null : (
        <CopyField name={t('embed')} value={snippet} onSaid={(key) => setSaid({ key, name: '' })} />
      )}
      <CopyField name={t('link')} value={addressOf(language, cutoff)} onSaid={(key) => setSaid({ key, name: '' })} />
      <p className="take-away-said" role="status">
        {said === null ? '' : t(said.key, { name: said.name })}
      </p>
      <button type="button" className="take-away-close" onClick={onClose}>
        {t('close')}
      </button>
    </section>
  );
}

/** The address of what is on the screen, its language and its cutoff said, so that it shows the same tomorrow. */
function addressOf(language: string, cutoff: string | null): string {
  const address = new URL(window.location.href);
  address.hash = '';
  address.searchParams.set('lang', language);
  if (cutoff !== null) address.searchParams.set('at', cutoff);
  return address.href;
}
