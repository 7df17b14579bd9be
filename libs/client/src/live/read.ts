import { isNetworkFault } from '../network-fault';

/**
 * The text of a stream until it ends, breaks, or is silent for too long: what then comes is the caller's to decide.
 * @throws the signal's reason when it is aborted
 */
export async function* readUntilSilent(
  body: ReadableStream<Uint8Array>,
  silenceMs: number,
  signal: AbortSignal,
): AsyncGenerator<string, void, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const read = await withinSilence(reader.read(), silenceMs);
      if (read === 'silent' || read.done) return;
      yield decoder.decode(read.value, { stream: true });
    }
  } catch (error) {
    signal.throwIfAborted();
    if (!isNetworkFault(error)) throw error;
  } finally {
    await reader.cancel().catch(() => undefined); // of a stream that is broken
  }
}

async function withinSilence<T>(read: Promise<T>, silenceMs: number): Promise<T | 'silent'> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<'silent'>((resolve) => {
    timer = setTimeout(() => resolve('silent'), silenceMs);
  });
  try {
    return await Promise.race([read, silence]);
  } finally {
    clearTimeout(timer);
  }
}
