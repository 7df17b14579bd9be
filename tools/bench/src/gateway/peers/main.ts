import type { PeerName, PeerSettings, StartPeer } from './peer';

/** Each loads its own libraries alone, so that its memory is its own. */
const STARTERS: Readonly<Record<PeerName, () => Promise<StartPeer>>> = {
  stock: async () => (await import('./stock.js')).startStock,
  hive: async () => (await import('./hive.js')).startHive,
  'hive-rust': async () => (await import('./hive.js')).startHiveRust,
  mercurius: async () => (await import('./mercurius.js')).startMercurius,
};

/** One gateway in this process, by the name on the command line; it takes its settings from its parent and tells its address. */
process.once('message', async (settings: PeerSettings) => {
  const start = await STARTERS[process.argv[2] as PeerName]();
  process.send!(await start(settings));
});
process.once('disconnect', () => process.exit());
