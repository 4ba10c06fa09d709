/** What a tab remembers while its page is loaded again; nothing where the browser forbids storage. */
export const tabMemory = {
  recall: (key: string): string | null => {
    try {
      return window.sessionStorage.getItem(key);
    } catch {
      return null;
    }
  },
  /** @returns false where the browser keeps nothing: it forbids storage, or has no room */
  keep: (key: string, value: string): boolean => {
    try {
      window.sessionStorage.setItem(key, value);
      return true;
    } catch {
      return false;
    }
  },
};
