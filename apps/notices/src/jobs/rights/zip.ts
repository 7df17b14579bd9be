import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** A ZIP of texts, each under its name. @param at the time that its files carry */
export async function zipOf(files: Readonly<Record<string, string>>, at: Date): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name, { mtime: at });
  zip.end();
  return buffer(zip.outputStream);
}
