import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { API, Repository, SUPERGRAPH, run } from '../src';

const before = `type Query { "All of them." proposals: [String!] "Told." extra: Int }`;
const after = `type Query { "All of them." proposals: [String!] }`;

describe('run', () => {
  let root: string;
  let repository: Repository;
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.kr', ...args], {
      cwd: root,
      encoding: 'utf8',
    });
  const commit = (message: string) => {
    git('add', '.');
    git('commit', '-qm', message);
  };
  const check = (sdl: string, allowBreaking?: string) =>
    run(repository, { participation: sdl }, { check: true, allowBreaking });

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'charter-supergraph-'));
    repository = new Repository(root);
    git('init', '-q');
    run(repository, { participation: before }, { check: false });
    commit('feat: first');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('writes the subgraph schemas, the supergraph and the public API, and then finds nothing to do', () => {
    expect(repository.read('apps/participation/schema.graphql')).toBe(before);
    expect(repository.read(SUPERGRAPH)).toContain('join__Graph');
    expect(repository.read(API)).toContain('proposals: [String!]');
    expect(check(before)).toEqual({ faults: [], notes: [] });
  });

  it('refuses stale files, and writes nothing while checking', () => {
    const { faults } = check(`${before} type More { "Told." a: Int }`);
    expect(faults.join()).toMatch(/stale[^]*apps\/participation\/schema\.graphql[^]*supergraph\.graphql/);
    expect(repository.read('apps/participation/schema.graphql')).toBe(before);
  });

  it('refuses what has no description', () => {
    run(repository, { participation: 'type Query { silent: Int }' }, { check: false });
    expect(check('type Query { silent: Int }').faults.join()).toContain('Query.silent');
  });

  it('refuses a change that breaks clients unless a reason is given', () => {
    run(repository, { participation: after }, { check: false });
    expect(check(after).faults.join()).toMatch(/break clients[^]*Query\.extra was removed/);
    const allowed = check(after, 'nobody used it');
    expect(allowed.faults).toEqual([]);
    expect(allowed.notes.join()).toMatch(/as intended \(nobody used it\)/);
  });

  it('holds a commit against the one before it, and reads its reason', () => {
    run(repository, { participation: after }, { check: false });
    commit('feat: less');
    expect(check(after).faults.join()).toContain('Query.extra was removed');
    git('commit', '-q', '--amend', '-m', 'feat!: less\n\nBREAKING CHANGE: nobody used extra');
    expect(check(after).faults).toEqual([]);
  });
});
