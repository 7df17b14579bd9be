import { cpus } from 'node:os';
import { type City, startCity } from './gateway/gateways';
import { load } from './gateway/load';
import type { Kind, Measured } from './gateway/load';
import { type Result, aheadOfOurs, missedFloors, table } from './gateway/report';
import { type Settings, readSettings } from './gateway/settings';
import { type Shape, bodyOf, isRight } from './gateway/shapes';

const COMPARED = [1, 2, 77];

/** Every gateway has to give the answer that the subgraphs know, before it is fast at giving it. */
async function compareAnswers({ gateways, tokens }: City, shapes: readonly Shape[]): Promise<void> {
  for (const { name, url } of gateways) {
    for (const shape of shapes) {
      for (const request of COMPARED) {
        const answer = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens[0]}` },
          body: bodyOf(shape, request),
        });
        const text = await answer.text();
        if (!isRight(shape, request, JSON.parse(text)))
          throw new Error(`${name} answers ${shape.name} wrongly: ${text.slice(0, 500)}`);
      }
    }
  }
}

/** All gateways take turns within a round, and in the other order in the next: what else the machine does hits all alike. */
async function measure({ gateways, tokens }: City, shape: Shape, kind: Kind, settings: Settings): Promise<Result> {
  const { round: length, warmUp } = settings;
  const rounds = new Map<string, Measured[]>(gateways.map(({ name }) => [name, []]));
  if (warmUp) for (const gateway of gateways) await load(gateway, shape, kind, tokens, warmUp);
  for (let round = 0; round < settings.rounds; round += 1) {
    for (const gateway of round % 2 === 0 ? gateways : [...gateways].reverse()) {
      rounds.get(gateway.name)!.push(await load(gateway, shape, kind, tokens, length));
    }
  }
  return { shape, kind, rounds };
}

/**
 * Our gateway with all its protections beside stock @apollo/gateway, Hive Gateway and Mercurius, before the same stub subgraphs.
 * Fails where ours does not reach its floor against stock on identical requests.
 */
async function main(): Promise<void> {
  const settings = readSettings(process.argv.slice(2));
  const city = await startCity(settings.gateways);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void city.stop().finally(() => process.exit(1))); // leave no gateway behind
  const results: Result[] = [];
  try {
    await compareAnswers(city, settings.shapes);
    console.log(
      `All answers are equal and right. Each gateway is one process, 50 connections, ${cpus().length} processors.`,
    );
    for (const kind of settings.kinds) {
      for (const shape of settings.shapes) {
        const result = await measure(city, shape, kind, settings);
        results.push(result);
        console.log(`\n${table(result)}`);
      }
    }
  } finally {
    await city.stop();
  }
  if (!settings.floors) return; // a hundred requests say nothing of speed
  for (const line of aheadOfOurs(results)) console.log(`Ahead of ours: ${line}`);
  const missed = missedFloors(results);
  for (const line of missed) console.log(`Below the floor: ${line}`);
  if (missed.length > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
