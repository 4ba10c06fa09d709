import type { CutoffId } from '@yavka/shared/ids';
import { sceneWords } from '@yavka/shared/scenes/scene-words';
import type { ReactElement, RefObject } from 'react';
import { useMemo } from 'react';

import { useLanguage } from '../ui/language.ts';
import type { TakenView } from '../ui/take-away/taken-view.ts';
import { TakeAway } from '../ui/take-away/TakeAway.tsx';
import { useTranslation } from '../ui/use-translation.ts';
import type { BoardModel } from './board-model.ts';
import { useModel } from './model-store.ts';
import { useCutoffLabel } from './use-cutoff-label.ts';
import type { PlatePicture } from './view-address.ts';
import { useBoardView } from './view.ts';

export interface Props {
  readonly picture: PlatePicture;
  readonly plate: RefObject<HTMLElement | null>;
}

/** The picture that is shown, with its legend, its figures and its address. */
export function TakePlate({ picture, plate }: Props): ReactElement {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const cutoff = useModel((model) => model.cutoff);
  const chosen = useBoardView((view) => view.cutoff);
  const labelOf = useCutoffLabel();
  const staleFrom = useModel((model) => staleCutoffsOf(model).join(' ')) ?? '';
  const view = useMemo((): TakenView => {
    const words = sceneWords[language];
    const times = staleFrom
      .split(' ')
      .filter((each) => each !== '')
      .map(labelOf)
      .join(', ');
    const stale = times === '' ? [] : [t('take.stale', { times })];
    return {
      name: picture,
      title: words.byRegion,
      unit: null,
      note: [words.legendTitle, words.legendRegion, words.legendOpen, ...stale].join(' · '),
      ground: 'ink',
      parts: () =>
        picture === 'table'
          ? []
          : [...(plate.current?.querySelectorAll('.plate-picture, .plate-key, .plate-legend') ?? [])],
      cutoff,
      area: null,
      hasBorders: picture === 'map',
      embed: { kind: 'map', at: chosen },
    };
  }, [t, picture, plate, language, cutoff, chosen, staleFrom, labelOf]);
  return <TakeAway view={view} words={{ open: t('take.open'), failed: t('take.failed') }} />;
}

/** The earlier cutoffs whose figures still stand on the picture. */
function staleCutoffsOf({ comb }: BoardModel): CutoffId[] {
  const views = Object.values(comb.cells).map(({ view }) => view);
  return [...new Set(views.flatMap(({ stale, shown }) => (stale && shown !== null ? [shown.cutoff] : [])))];
}
