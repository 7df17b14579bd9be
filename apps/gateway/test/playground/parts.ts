import type { Browser } from 'playwright-core';
import type { Watch } from '../fixtures/at-the-playground';
import type { PlaygroundCity } from '../fixtures/playground-city';

/** What the tests of the playground share: one gateway, one browser, one watch over every page. */
export type Parts = () => { readonly city: PlaygroundCity; readonly browser: Browser; readonly watch: Watch };
