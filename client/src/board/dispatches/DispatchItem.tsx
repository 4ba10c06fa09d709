import type { DispatchState, OfficialResponse } from '@yavka/shared/dispatches/dispatch';
import { formatTime } from '@yavka/shared/format/time';
import type { InstantMs } from '@yavka/shared/ids';
import type { ReactElement } from 'react';
import { useEffect, useRef } from 'react';

import { useTranslation } from '../../ui/use-translation.ts';
import { useModel } from '../model-store.ts';
import { PageLink } from '../PageLink.tsx';
import { SourceLink } from '../SourceLink.tsx';
import { useAreaWords } from '../use-area-words.ts';
import { useBoardView } from '../view.ts';
import { useDispatchText } from './use-dispatch-text.ts';

/** One dispatch: when and where, who says so, the claim, and the official answers in their order. */
export function DispatchItem({ dispatch }: { dispatch: DispatchState }): ReactElement {
  const { t } = useTranslation('dispatches');
  const words = useAreaWords();
  const offset = useModel((model) => model.capitalOffset) ?? 0;
  const isAsked = useBoardView((view) => view.dispatch === dispatch.dispatchId);
  const show = useBoardView((view) => view.showDispatch);
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!isAsked) return;
    item.current?.scrollIntoView({ block: 'nearest' });
    item.current?.focus({ preventScroll: true });
  }, [isAsked]);
  return (
    <li
      ref={item}
      className="dispatch"
      id={`dispatch-${dispatch.dispatchId}`}
      tabIndex={-1}
      data-asked={isAsked}
      data-dispatch={dispatch.dispatchId}
    >
      <p className="dispatch-when">
        <a
          href={`/dispatches?dispatch=${encodeURIComponent(dispatch.dispatchId)}`}
          onClick={(event) => {
            event.preventDefault();
            show(dispatch.dispatchId);
          }}
        >
          <time dateTime={new Date(dispatch.at).toISOString()}>{formatTime(dispatch.at, offset)}</time>
        </a>
      </p>
      <div>
        <p className="dispatch-where">
          <PageLink to={{ page: 'regions', area: dispatch.area }}>{words.fullNameOf(dispatch.area)}</PageLink>
          {' · '}
          <b>{t(`claimant.${dispatch.claimant}`)}</b>
        </p>
        <Claim dispatch={dispatch} />
        <p className="dispatch-source">
          {t('source')} <SourceLink id={dispatch.source} />
        </p>
      </div>
      <Responses dispatch={dispatch} />
    </li>
  );
}

function Claim({ dispatch }: { dispatch: DispatchState }): ReactElement {
  const { t } = useTranslation('dispatches');
  const text = useDispatchText(dispatch);
  if (text.kind === 'read') {
    return (
      <p className="dispatch-claim" lang={dispatch.language}>
        {text.text}
      </p>
    );
  }
  return (
    <p className="dispatch-claim dispatch-wordless" data-text={text.kind}>
      {t(`text.${text.kind}`)}
    </p>
  );
}

/** The answer that stands, with its time, and under it those that stood before. */
function Responses({ dispatch }: { dispatch: DispatchState }): ReactElement {
  const { t } = useTranslation('dispatches');
  const { officialResponse, responseAt, earlierResponses = [] } = dispatch;
  return (
    <div className="dispatch-response" data-response={officialResponse}>
      <p className="dispatch-response-head">{t('response.head')}</p>
      <Response response={officialResponse} at={responseAt ?? null} />
      {earlierResponses.toReversed().map((each) => (
        <Response
          key={`${each.officialResponse} ${String(each.at)}`}
          response={each.officialResponse}
          at={each.at === dispatch.at ? null : each.at}
          isEarlier
        />
      ))}
    </div>
  );
}

/** @param props.at when it was given; null where it came with the dispatch */
function Response({
  response,
  at,
  isEarlier = false,
}: {
  response: OfficialResponse;
  at: InstantMs | null;
  isEarlier?: boolean;
}): ReactElement {
  const { t } = useTranslation('dispatches');
  const offset = useModel((model) => model.capitalOffset) ?? 0;
  return (
    <p className={isEarlier ? 'dispatch-earlier' : 'dispatch-standing'}>
      {isEarlier ? `${t('response.before')} ` : ''}
      <b>{t(`response.${response}`)}</b>{' '}
      {at === null ? null : <time dateTime={new Date(at).toISOString()}>{formatTime(at, offset)}</time>}
    </p>
  );
}
