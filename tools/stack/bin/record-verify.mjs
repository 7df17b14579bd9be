import { launch } from './bootstrap.mjs';

await launch('record-verify');
