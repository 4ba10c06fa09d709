import type { ReactElement, RefObject } from 'react';
import { useMemo } from 'react';

import type { TakenView } from '../ui/take-away/taken-view.ts';
import { TakeAway } from '../ui/take-away/TakeAway.tsx';
import { useTranslation } from '../ui/use-translation.ts';
import { useModel } from './model-store.ts';
import { useBoardView } from './view.ts';

interface Props {
  /** In the name of the file. */
  readonly name: string;
  readonly title: string;
  /** What is measured, where the title does not say it. */
  readonly unit: string;
  /** The section that the picture stands in. */
  readonly section: RefObject<HTMLElement | null>;
  /** What of the section is the picture, from top to bottom. */
  readonly parts: string;
}

/** A chart of a page of reading, the figures of its cutoff and its address, to take away. */
export function TakeChart({ name, title, unit, section, parts }: Props): ReactElement {
  const { t } = useTranslation('board');
  const cutoff = useModel((board) => board.cutoff);
  const chosen = useBoardView((view) => view.cutoff);
  const view = useMemo(
    (): TakenView => ({
      name,
      title,
      unit,
      note: null,
      ground: 'paper',
      parts: () => [...(section.current?.querySelectorAll(parts) ?? [])],
      cutoff,
      area: null,
      hasBorders: false,
      embed: { kind: 'curve', at: chosen },
    }),
    [name, title, unit, section, parts, cutoff, chosen],
  );
  return <TakeAway view={view} words={{ open: t('take.open'), failed: t('take.failed') }} />;
}
