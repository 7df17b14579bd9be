import type { KeyboardEvent } from 'react';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Arrows go through the buttons of a panel's list, from its search into it and back. */
export function walk(event: KeyboardEvent<HTMLElement>, searchId: string): void {
  const step = STEPS[event.key];
  if (!step) return;
  const panel = event.currentTarget.closest('.graphiql-plugin');
  const stops = [document.getElementById(searchId), ...(panel?.querySelectorAll<HTMLElement>('[data-stop]') ?? [])];
  stops[stops.indexOf(document.activeElement as HTMLElement) + step]?.focus();
  event.preventDefault();
}
