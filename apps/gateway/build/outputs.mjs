import { basename } from 'node:path';

/** What a run of esbuild has written, and which of it belongs together. */
export class Outputs {
  #outputs;

  constructor({ metafile }) {
    this.#outputs = metafile.outputs;
  }

  /** Every file, relative to where the build ran. */
  get paths() {
    return Object.keys(this.#outputs);
  }

  /** What an entry, or a part that is loaded later, became: its path, its name, and that of its style sheet. */
  from(source) {
    const [path, { cssBundle = '' }] = Object.entries(this.#outputs).find(([, { entryPoint }]) =>
      entryPoint?.endsWith(source),
    );
    return { path, name: basename(path), style: basename(cssBundle) };
  }

  /** The names of these files and of all that they import before they run. */
  with(...files) {
    const found = new Set();
    const add = (path) => {
      if (found.has(path)) return;
      found.add(path);
      for (const one of this.#outputs[path].imports) if (one.kind === 'import-statement') add(one.path);
    };
    for (const { path } of files) add(path);
    return [...found].map((path) => basename(path));
  }
}
