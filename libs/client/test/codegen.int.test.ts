import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const repository = join(__dirname, '../../..');
/** As docs/frontend.md shows it. */
const CONFIG = /^\/\/ codegen\.ts.*?(?=^```)/ms.exec(readFileSync(join(repository, 'docs/frontend.md'), 'utf8'))![0];
const DOCUMENT = `query Mine($filter: ServiceItemFilterInput) {
  serviceItems(filter: $filter) { code kind fee validFrom }
}`;

describe('a frontend’s own documents', () => {
  let project: string;
  beforeAll(() => {
    project = mkdtempSync(join(tmpdir(), 'charter-frontend-'));
    mkdirSync(join(project, 'src'));
    symlinkSync(join(repository, 'node_modules'), join(project, 'node_modules'));
    symlinkSync(join(repository, 'apps'), join(project, 'apps'));
    writeFileSync(join(project, 'codegen.ts'), CONFIG);
    writeFileSync(join(project, 'src/mine.graphql'), DOCUMENT);
    const cli = join(repository, 'node_modules/.bin/graphql-codegen');
    execFileSync(cli, ['--config', 'codegen.ts'], { cwd: project, stdio: 'pipe' });
  });
  afterAll(() => rmSync(project, { recursive: true, force: true }));
  const written = (name: string) => readFileSync(join(project, 'src/graphql', name), 'utf8');

  it('have types: money is a number, a day a string, an enum a union', () => {
    const types = written('graphql.ts');
    expect(types).toMatch(
      /export type MineQuery = .*code: string, kind: ComplaintKind, fee: number, validFrom: string/,
    );
    expect(types).toMatch(/export type ComplaintKind =[^;]*\| 'INQUIRY'/);
  });

  it('have a manifest, by the hashes that the documents carry', () => {
    const [[hash, text]] = Object.entries(
      JSON.parse(written('persisted-documents.json')) as Record<string, string>,
    ) as [[string, string]];
    expect([hash, text]).toEqual([expect.stringMatching(/^sha256:/), expect.stringContaining('query Mine')]);
    expect(written('graphql.ts')).toContain(`"hash":"${hash}"`);
  });
});
