import type { ReactElement } from 'react';
import { useEffect } from 'react';

import { startFeed } from '../feed/start-feed.ts';
import { emptyFeed, useFeed } from '../feed/store.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { AnnouncementSection } from './AnnouncementSection.tsx';
import { DeskHeader } from './DeskHeader.tsx';
import { EnteredSection } from './EnteredSection.tsx';
import { refuseToken, useSession } from './session.ts';
import { StationsSection } from './StationsSection.tsx';
import { TokenForm } from './TokenForm.tsx';
import './desk.css';

/** The operator's desk: a token opens it, and its feed sees what is entered and not yet released. */
export function Desk(): ReactElement {
  const { t } = useTranslation('desk');
  const token = useSession((session) => session.token);
  const wasRefused = useSession((session) => session.isRefused);
  const isRefused = useFeed(({ link }) => link.status === 'rejected' && link.reason === 'notAllowed');
  const isReady = useFeed((feed) => feed.resolved !== null && feed.state !== null);
  useEffect(() => {
    // Without a token the desk reads what everybody may: whether this is a rehearsal is drawn before anyone signs in.
    const stop = startFeed(
      token === null
        ? { lane: 'public', audience: 'public', scope: 'summary' }
        : { lane: 'desk', audience: 'desk', scope: 'summary', token },
    );
    return () => {
      stop();
      // What only the desk may see does not stay behind in the page.
      useFeed.setState(emptyFeed);
    };
  }, [token]);
  useEffect(() => {
    if (token !== null && isRefused) refuseToken();
  }, [token, isRefused]);

  const isOpen = token !== null && !isRefused;
  return (
    <div className="desk">
      {isOpen ? (
        <a className="desk-skip" href="#announcement-text">
          {t('desk.skip')}
        </a>
      ) : null}
      <DeskHeader isOpen={isOpen} />
      <main>
        {isOpen ? null : <TokenForm isRefused={wasRefused || isRefused} />}
        {isOpen && isReady ? (
          <>
            <AnnouncementSection token={token} />
            <EnteredSection />
            <StationsSection />
          </>
        ) : null}
      </main>
    </div>
  );
}
