import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from './address';
import type { AssetPaths } from './views/document';

/** A file of the page’s own, whose name changes with its content. */
interface Asset {
  readonly type: string;
  readonly content: Buffer;
  readonly gzip: Buffer;
}

export interface Assets {
  readonly paths: AssetPaths;
  /** By the last part of their address. */
  readonly files: ReadonlyMap<string, Asset>;
}

const TYPES: Readonly<Record<string, string>> = { '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml' };

/** Reads the style sheet and the icon, once. */
export function readAssets(): Assets {
  const files = new Map<string, Asset>();
  const take = (file: string): string => {
    const content = readFileSync(join(__dirname, 'assets', file));
    const hash = createHash('sha256').update(content).digest('base64url').slice(0, 12);
    const name = file.replace('.', `-${hash}.`);
    files.set(name, { type: TYPES[extname(file)]!, content, gzip: gzipSync(content, { level: 9 }) });
    return `${ROOT}/assets/${name}`;
  };
  return { paths: { style: take('charter.css'), icon: take('icon.svg') }, files };
}
