import { execFile, execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { OperationTypeNode, parse } from 'graphql';
import { blocks, moduleOfRecipes, recipes } from '../../src/recipes';
import { REPOSITORY, type Person, type RunningStack } from '../../src/running-stack';
import { PETITIONER, request } from '../../src/story';

const CITIZEN = '0198a000-0000-7000-8000-000000000001';
const LOCAL = 'http://127.0.0.1:4000/graphql';
const FILE = `mutation ($input: FileComplaintInput!) { fileComplaint(input: $input) {
  complaint { id receiptNumber } errors { code path } } }`;

/** What surrounds the recipes when they run. The first token is over: they live by the second. */
const surroundings = (values: object): string => `
const given = ${JSON.stringify(values)};
globalThis.session = { accessToken: given.expired, refresh: async () => given.token };
globalThis.photograph = new Blob([Buffer.from('\\x89PNG\\r\\n\\x1a\\n', 'latin1'), new Uint8Array(1000)]);
Object.assign(globalThis, { complaintId: given.id, receiptNumber: given.receiptNumber, show() {}, progress() {} });
`;

/** Faults that no request of the page may have, whoever sends it. */
const OF_THE_PAGE = [
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'QUERY_TOO_COMPLEX',
  'INTERNAL_SERVER_ERROR',
  'UNKNOWN',
];
const PEOPLE: readonly Person[] = ['citizen', 'officer', 'manager', 'auditor', 'admin'];

/** Asks for a dead letter by its number, and there is none. */
const OF_NOTHING_HERE = ['WhatBecameOfIt'];

/** What the page's queries ask for by their variables. */
const variablesFor = (id: string, receiptNumber: string): Readonly<Record<string, unknown>> => ({
  ...{ id, ids: [id], receiptNumber, phoneLast4: '6781', first: 2, code: 'ROADS', departmentCode: 'ROADS', year: 2026 },
  ...{ text: '보도블록', title: '보도블록', body: '시청역 앞', latitude: 35.18, longitude: 129.07 },
  ...{ serviceCode: 'ROAD_REPAIR', period: { from: '2026-01-01', to: '2026-12-31' }, key: 'complaint.filed' },
  ...{ language: 'KO', queue: 'complaints-conversions' },
});

/** The page for frontend teams: what it shows to copy works as it stands. */
export function cooksWhatIsWritten(running: () => RunningStack): void {
  let folder: string;
  let filed: { id: string; receiptNumber: string };
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'charter-recipes-'));
    for (let left = 3; left > 0; left -= 1) {
      const input = { ...request('ROAD_REPAIR'), petitioner: PETITIONER, idempotencyKey: randomUUID() };
      const { fileComplaint } = await running().get<{ fileComplaint: { complaint: typeof filed } }>('citizen', FILE, {
        input,
      });
      filed = fileComplaint.complaint;
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('runs every recipe of TypeScript, which prints what the page says', async () => {
    const { source, expected } = moduleOfRecipes();
    const [entry, bundle] = [join(folder, 'recipes.ts'), join(folder, 'recipes.cjs')];
    writeFileSync(entry, `${source.replaceAll(LOCAL, running().description.endpoint)}\nvoid cook();\n`);
    execFileSync(join(REPOSITORY, 'node_modules/.bin/esbuild'), [
      ...[entry, '--bundle', '--platform=node', '--log-level=warning', `--outfile=${bundle}`],
      `--tsconfig=${join(REPOSITORY, 'tools/e2e/tsconfig.json')}`,
      `--alias:urql=${join(REPOSITORY, 'node_modules/urql')}`,
    ]);
    const token = await running().token(CITIZEN, ['CITIZEN'], 600);
    const expired = await running().token(CITIZEN, ['CITIZEN'], -600);
    const before = join(folder, 'surroundings.cjs');
    writeFileSync(before, surroundings({ token, expired, ...filed }));
    const { stdout } = await promisify(execFile)(process.execPath, ['--require', before, bundle], { timeout: 60_000 });
    const lines = stdout.trim().split('\n');
    expect(lines).toEqual(expected.map((line) => expect.stringMatching(line)));
    // It was signed out by the last one.
    expect(await running().askWith(token, '{ me { id } }')).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  it('answers every curl command', async () => {
    const commands = recipes('sh').filter((text) => text.includes('curl'));
    expect(commands).toHaveLength(2);
    for (const command of commands) {
      const here = command.replaceAll(LOCAL, running().description.endpoint);
      const { stdout } = await promisify(execFile)('bash', ['-c', here], { timeout: 30_000 });
      const said = / # (.*)$/m.exec(command)?.[1];
      if (said !== undefined) expect(stdout).toBe(said);
      else
        expect(JSON.parse(stdout)).toMatchObject({
          data: { serviceItems: expect.arrayContaining([expect.anything()]) },
        });
    }
  });

  it('answers every query of the page to somebody', async () => {
    const known = variablesFor(filed.id, filed.receiptNumber);
    const refused: unknown[] = [];
    let asked = 0;
    for (const { text } of blocks.filter(({ language }) => language === 'graphql'))
      for (const definition of parse(text).definitions) {
        if (definition.kind !== 'OperationDefinition' || definition.operation !== OperationTypeNode.QUERY) continue;
        const needed = (definition.variableDefinitions ?? [])
          .filter(({ type, defaultValue }) => type.kind === 'NonNullType' && !defaultValue)
          .map(({ variable }) => variable.name.value);
        if (needed.some((name) => !(name in known)) || OF_NOTHING_HERE.includes(definition.name?.value ?? '')) continue;
        const variables = Object.fromEntries(needed.map((name) => [name, known[name]]));
        const source = text.slice(definition.loc!.start, definition.loc!.end);
        const codes: string[][] = [];
        for (const person of PEOPLE) {
          const { errors = [] } = await running().ask(person, source, variables);
          codes.push(errors.map(({ extensions: { code } }) => code));
        }
        asked += 1;
        const isAnswered = codes.some((found) => found.every((code) => code === 'NOT_FOUND'));
        if (!isAnswered || codes.flat().some((code) => OF_THE_PAGE.includes(code)))
          refused.push([definition.name?.value, ...codes]);
      }
    expect(refused).toEqual([]);
    expect(asked).toBeGreaterThan(30);
  });
}
