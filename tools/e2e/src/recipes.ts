import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from './running-stack';

/** A block of the page for frontend teams. */
export interface Block {
  readonly language: string;
  readonly text: string;
  /** The heading of its section. */
  readonly section: string;
}

const page = readFileSync(join(REPOSITORY, 'docs/frontend.md'), 'utf8');

/** Every block that somebody may copy, in the page's order. */
export const blocks: readonly Block[] = page.split(/^(?=## )/m).flatMap((part) => {
  const section = /^## (.*)$/m.exec(part)?.[1] ?? '';
  return [...part.matchAll(/^```+(\w+)\n(.*?)^```/gms)].map(([, language, text]) => ({
    ...{ language: language!, text: text!, section },
  }));
});

/** The recipes of one kind. */
export const recipes = (language: string): readonly string[] =>
  blocks.filter((block) => block.section === 'Recipes' && block.language === language).map(({ text }) => text);

/** What a page that copies a recipe has besides: who is signed in, what somebody has chosen, where things are shown. */
const SURROUNDINGS = `declare global {
  var session: { accessToken: string; refresh(): Promise<string | undefined> };
  var photograph: Blob, complaintId: string, receiptNumber: string;
  function show(field: string, message: string): void;
  function progress(share: number): void;
}
`;

const IMPORT = /^import (?:type )?.*? from '.*?';$/gms;

/** The configuration of graphql-codegen is a file of its own, and is tried as one. */
const isCodegen = (text: string): boolean => text.includes('charterCodegen');

/** One block that makes the client which the others use. */
const isSetup = (text: string): boolean => text.includes('const client = new CharterClient');

/** Imports of all blocks, each name once from each module. */
function importsOf(texts: readonly string[]): string {
  const names = new Map<string, Set<string>>();
  for (const [, list, from] of texts.join('\n').matchAll(/^import \{(.*?)\} from '(.*?)';$/gms)) {
    const known = names.get(from!) ?? new Set();
    for (const name of list!.split(',').map((part) => part.trim())) if (name) known.add(name);
    names.set(from!, known);
  }
  return [...names].map(([from, found]) => `import { ${[...found].join(', ')} } from '${from}';`).join('\n');
}

/** Digits stand for any digit; the check character that ends a number, `-4`, may also be X. */
function pattern(line: string): RegExp {
  const escaped = line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\d/g, '\\d').replace(/-\\d$/, '-[\\dX]')}$`);
}

/** What the recipes say that they print. */
const printed = (text: string): RegExp[] =>
  [...text.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, line]) => pattern(line!));

/** The blocks of TypeScript as one module: each in a function of its own, with the client of the first. */
export function moduleOfRecipes(): { readonly source: string; readonly expected: readonly RegExp[] } {
  const texts = recipes('ts').filter((text) => !isCodegen(text));
  const body = (text: string): string => text.replace(IMPORT, '').trim();
  const setup = texts.filter(isSetup).map(body);
  const steps = texts.filter((text) => !isSetup(text));
  const functions = steps.map((text, index) => `async function recipe${index}() {\n${body(text)}\n}`);
  const calls = steps.map((_text, index) => `  await recipe${index}();`).join('\n');
  const source = [importsOf(texts), SURROUNDINGS, ...setup, ...functions].join('\n\n');
  return { source: `${source}\n\nexport async function cook() {\n${calls}\n}\n`, expected: steps.flatMap(printed) };
}

/** The configuration of graphql-codegen that the page shows. */
export const codegenRecipe = (): string => recipes('ts').find(isCodegen)!;
