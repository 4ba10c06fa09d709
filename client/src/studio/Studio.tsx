import { sceneRequestOf } from '@yavka/shared/scenes/scene-request';
import type { ReactElement } from 'react';
import { useMemo } from 'react';

import { useElectionNow } from '../feed/clock.ts';
import { useFeed } from '../feed/store.ts';
import { MapScene } from '../scenes/MapScene.tsx';
import { NationalScene } from '../scenes/NationalScene.tsx';
import { useLanguage } from '../ui/language.ts';
import { RehearsalFrame } from '../ui/RehearsalFrame.tsx';
import { useFontsReady } from '../ui/use-fonts-ready.ts';
import { Stage } from './Stage.tsx';

/**
 * A screen of the studio: one scene on a 1920 × 1080 stage, live, with nothing around it. What is not there yet is
 * never announced on air: without fonts, without the first snapshot and for a scene that is not known the stage is
 * empty. A lost link changes nothing in the picture; the as-of and, when it comes to that, the stale plate tell.
 */
export function Studio(): ReactElement {
  const request = useMemo(() => sceneRequestOf(Object.fromEntries(new URLSearchParams(window.location.search))), []);
  const state = useFeed((feed) => feed.state);
  const resolved = useFeed((feed) => feed.resolved);
  const topology = useFeed((feed) => feed.geometry);
  const now = useElectionNow();
  const language = useLanguage();
  const areFontsReady = useFontsReady();
  const isReady = areFontsReady && state !== null && resolved !== null && now !== null;
  return (
    <Stage ground={request.bg}>
      {!isReady || request.scene === null ? null : request.scene === 'national' ? (
        <NationalScene state={state} resolved={resolved} now={now} language={language} earlier={request.earlier} />
      ) : (
        <MapScene state={state} resolved={resolved} topology={topology} now={now} language={language} />
      )}
      {request.scene === null ? null : <RehearsalFrame around="stage" />}
    </Stage>
  );
}
