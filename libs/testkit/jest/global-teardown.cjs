const { rmSync } = require('node:fs');
const { once } = require('node:events');

module.exports = async () => {
  const { folder, started } = globalThis.charterTestServers;
  for (const child of started) {
    if (child.exitCode !== null) continue;
    const ended = once(child, 'exit');
    child.kill('SIGINT');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
};
