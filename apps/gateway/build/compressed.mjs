import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const [toGzip, toBrotli] = [promisify(gzip), promisify(brotliCompress)];

/** Nearly as small as with 11, in a tenth of its time. */
const QUALITY = 9;

/** Puts a `.gz` and a `.br` beside a file. */
export async function compressed(path) {
  const content = await readFile(path);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  await writeFile(`${path}.gz`, await toGzip(content, { level: 9 }));
  await writeFile(`${path}.br`, await toBrotli(content, { params }));
}
