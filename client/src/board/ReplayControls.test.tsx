import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';

import { tabMemory } from '../feed/tab-memory.ts';
import { ReplayControls } from './ReplayControls.tsx';

afterEach(() => {
  vi.restoreAllMocks();
  window.sessionStorage.clear();
  cleanup();
});

it('[UI-30] the board stands without the replay’s controls where the browser forbids storage', () => {
  expect(tabMemory.keep('test', 'kept')).toBe(true);
  expect(tabMemory.recall('test')).toBe('kept');
  vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  expect(tabMemory.keep('test', 'kept')).toBe(false);
  expect(tabMemory.recall('test')).toBeNull();
  expect(render(<ReplayControls />).container.innerHTML).toBe('');
});
