import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

jest.setTimeout(300_000);

describe('the benchmark of gateways', () => {
  it('runs each of them, and compares their answers before it measures', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(__dirname, '../dist/gateway.bench.js'), '--short'],
      { encoding: 'utf8' },
    );
    expect(stderr).not.toContain('Error');
    expect(status).toBe(0);
    expect(stdout).toContain('All answers are equal and right.');
    for (const kind of ['identical', 'distinct'])
      for (const shape of ['one subgraph', 'three hops', 'heavy list'])
        expect(stdout).toContain(`${shape}, ${kind} requests`);
    for (const gateway of ['ours', 'stock', 'hive', 'hive-rust', 'mercurius'])
      expect(stdout.match(new RegExp(`^${gateway} `, 'gm'))).toHaveLength(6);
  });
});
