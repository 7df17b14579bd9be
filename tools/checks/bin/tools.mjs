// What the tests need besides npm packages: a Redis server, a browser, and promtool. Debian as root: installed. Elsewhere: said.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const has = (command) => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const NEEDS = [
  {
    name: 'Redis',
    there: () => Boolean(process.env.TEST_REDIS_URL) || has('redis-server'),
    packages: ['redis-server'],
  },
  {
    name: 'Chromium',
    there: () => Boolean(process.env.CHROMIUM_PATH) || BROWSERS.some((path) => existsSync(path)),
    packages: ['chromium'],
  },
  {
    name: 'promtool',
    there: () => has('promtool'),
    packages: ['prometheus'],
  },
];

/** Installs what is missing where that can be done; says what to install where it cannot, and which tests are skipped then. */
export function provideTools() {
  const missing = NEEDS.filter(({ there }) => !there());
  if (missing.length === 0) return;
  const packages = missing.flatMap((need) => need.packages);
  if (process.getuid?.() === 0 && has('apt-get')) {
    console.log(`Installing for the tests: ${packages.join(', ')} …`);
    const apt = (...args) =>
      spawnSync('apt-get', args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    apt('update');
    apt('install', '-y', '--no-install-recommends', ...packages);
  }
  for (const {
    name,
    packages: [wanted],
  } of missing.filter((need) => !need.there())) {
    console.log(
      `${name} is missing: its tests are skipped. Install it with: sudo apt-get install ${wanted} (or your system's package).`,
    );
  }
}
