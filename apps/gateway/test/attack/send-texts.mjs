// Sends texts over several connections as fast as answers come, each different from all before, until SIGTERM.
// node send-texts.mjs URL CONNECTIONS TEXTS: a JSON list, in which SEED is replaced
const [url, connections, list] = process.argv.slice(2);
const texts = JSON.parse(list);
let isOver = false;
process.once('SIGTERM', () => (isOver = true));
const statuses = {};
let sent = 0;

async function attack() {
  while (!isOver) {
    const query = texts[sent % texts.length].replaceAll('SEED', `${process.pid}x${sent}`);
    sent += 1;
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': '198.51.100.9' },
      body: JSON.stringify({ query }),
    });
    await answer.arrayBuffer();
    if (Object.keys(statuses).length === 0) console.log('begun');
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
  }
}
await Promise.all(Array.from({ length: Number(connections) }, attack));
console.log(JSON.stringify(statuses));
