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

/** Reads the style sheet, which is written in two parts, and the icon, once. */
export function readAssets(): Assets {
  const files = new Map<string, Asset>();
  const take = (name: string, parts: readonly string[]): string => {
    const content = Buffer.concat(parts.map((part) => readFileSync(join(__dirname, 'assets', part))));
    const hash = createHash('sha256').update(content).digest('base64url').slice(0, 12);
    const hashed = name.replace('.', `-${hash}.`);
    files.set(hashed, { type: TYPES[extname(name)]!, content, gzip: gzipSync(content, { level: 9 }) });
    return `${ROOT}/assets/${hashed}`;
  };
  return {
    paths: { style: take('charter.css', ['layout.css', 'parts.css']), icon: take('icon.svg', ['icon.svg']) },
    files,
  };
}
