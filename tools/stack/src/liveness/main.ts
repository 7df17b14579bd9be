/**
 * Loaded before every process of the stack (node --require): when the supervisor is gone, however it ended, the channel to
 * it closes; then this process asks itself to stop, and does not wait for ever.
 */
const PATIENCE_MS = 10_000;

if (process.channel) {
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    process.kill(process.pid, 'SIGTERM');
  });
  process.channel.unref();
}
// Nobody reads the output any more then: writing it must not end an orderly stop.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
