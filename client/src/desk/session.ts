import { create } from 'zustand';

const storageKey = 'yavka.desk.token';

/**
 * The token this tab works with. It is kept for the tab alone and never in an address; null asks for one.
 */
export const useSession = create<{
  readonly token: string | null;
  /** The last token was one that the server does not accept, or no longer does. */
  readonly isRefused: boolean;
}>()(() => ({ token: recall(), isRefused: false }));

export function signIn(token: string): void {
  keep(token);
  useSession.setState({ token, isRefused: false });
}

export function signOut(): void {
  keep(null);
  useSession.setState({ token: null, isRefused: false });
}

/** The server refused the token: it is forgotten, and another is asked for. */
export function refuseToken(): void {
  keep(null);
  useSession.setState({ token: null, isRefused: true });
}

function recall(): string | null {
  try {
    return window.sessionStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

function keep(token: string | null): void {
  try {
    if (token === null) window.sessionStorage.removeItem(storageKey);
    else window.sessionStorage.setItem(storageKey, token);
  } catch {
    // A browser that keeps nothing asks for the token again after the page is loaded again.
  }
}
