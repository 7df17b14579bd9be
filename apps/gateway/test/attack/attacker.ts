import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Interface, createInterface } from 'node:readline';

const CONNECTIONS = 4;

/** Somebody elsewhere who sends texts over several connections as fast as answers come: a process, so that it takes no time of the gateway's. */
export class Attacker {
  private constructor(
    private readonly child: ChildProcess,
    private readonly lines: Interface,
  ) {}

  /** @param texts with SEED where each has to differ from all before. Resolves when it has had its first answer. */
  static async start(url: string, texts: readonly string[]): Promise<Attacker> {
    const program = join(__dirname, 'send-texts.mjs');
    const child = spawn('node', [program, url, `${CONNECTIONS}`, JSON.stringify(texts)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: child.stdout });
    await once(lines, 'line');
    return new Attacker(child, lines);
  }

  /** @returns how many answers it had, by status */
  async stop(): Promise<Readonly<Record<string, number>>> {
    const told = once(this.lines, 'line');
    this.child.kill();
    const [line] = (await told) as [string];
    return JSON.parse(line) as Record<string, number>;
  }
}
