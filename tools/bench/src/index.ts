export { type Asked, type HitRates, heldOut, measureRouting } from './routing/hit-rate';
