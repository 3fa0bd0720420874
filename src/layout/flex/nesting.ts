import type { DocumentContext } from '../document.ts';

/** Containers within containers that Taffy may solve; its stack is small. */
export const MAX_NESTING = 60;

/** Whether one more container may be solved within those that are open. */
export function mayNest({ caches }: DocumentContext): boolean {
  return caches.nesting.containers < MAX_NESTING;
}

/** Do something within one more container. */
export function nested<T>({ caches }: DocumentContext, run: () => T): T {
  caches.nesting.containers++;
  try {
    return run();
  } finally {
    caches.nesting.containers--;
  }
}
