import type { ReactElement } from 'react';

import { useFeed } from '../feed/store.ts';

/** A source of the pack by its host, with its address where it has one; anybody else by what the desk called him. */
export function SourceLink({ id }: { readonly id: string }): ReactElement {
  const source = useFeed((feed) => feed.resolved?.pack.sources[id]);
  if (source === undefined) return <span>{id}</span>;
  if (!URL.canParse(source.url)) return <span lang={source.lang}>{source.url}</span>;
  return (
    <a href={source.url} hrefLang={source.lang} rel="noreferrer">
      {new URL(source.url).host.replace(/^www\./, '')}
    </a>
  );
}
