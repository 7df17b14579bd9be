import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { gatewayPort, keepPorts } from './ports';

const listen = (port = 0): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });

describe('ports', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'charter-ports-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('stay with their names, and only one that was taken is replaced', async () => {
    const file = join(folder, 'ports.json');
    const first = await keepPorts(file, ['mail', 'identity']);
    expect(first['mail']).not.toBe(first['identity']);
    expect(await keepPorts(file, ['mail', 'identity'])).toEqual(first);
    for (const port of Object.values(first)) expect(port).toBeLessThan(32_768); // no connection’s own port
    const intruder = await listen(first['mail']);
    const second = await keepPorts(file, ['mail', 'identity']);
    intruder.close();
    expect(second['identity']).toBe(first['identity']);
    expect(second['mail']).not.toBe(first['mail']);
  });

  it('that are taken or no ports are told in one sentence with a way out', async () => {
    const server = await listen();
    const { port } = server.address() as AddressInfo;
    await expect(gatewayPort(String(port))).rejects.toThrow(
      `Port ${port} is taken by another program (or not allowed): choose another, for example CHARTER_PORT=${port + 1} npm start.`,
    );
    server.close();
    await expect(gatewayPort('eighty')).rejects.toThrow('CHARTER_PORT is "eighty", which is no port');
  });
});
