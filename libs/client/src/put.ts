/** What a file's address answered. */
export interface PutAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** @param sent bytes that have left */
export type OnProgress = (sent: number, total: number) => void;

interface Put {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly content: Blob;
  readonly onProgress: OnProgress;
  readonly signal?: AbortSignal;
}

/** What is used of XMLHttpRequest: this package is compiled for Node as well, which has none. */
interface Xhr {
  readonly upload: { onprogress?: (event: { readonly loaded: number; readonly total: number }) => void };
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  onloadend?: () => void;
  readonly status: number;
  readonly responseText: string;
  open(method: string, url: string): void;
  setRequestHeader(name: string, value: string): void;
  send(content: Blob): void;
  abort(): void;
}
const { XMLHttpRequest } = globalThis as unknown as { readonly XMLHttpRequest?: new () => Xhr };

/** Browsers tell how much has left by XMLHttpRequest alone. @throws TypeError when the network fails, as fetch does */
function putByXhr(xhr: Xhr, { url, headers, content, onProgress, signal }: Put): Promise<PutAnswer> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error);
    const abort = (): void => xhr.abort();
    signal?.addEventListener('abort', abort, { once: true });
    xhr.upload.onprogress = ({ loaded, total }) => onProgress(loaded, total);
    xhr.onload = () => resolve({ status: xhr.status, headers: new Headers(), text: xhr.responseText });
    xhr.onerror = () => reject(new TypeError('The file could not be sent.'));
    xhr.onabort = () => reject(signal?.reason as Error);
    xhr.onloadend = () => signal?.removeEventListener('abort', abort);
    xhr.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);
    xhr.send(content);
  });
}

async function putByFetch({ url, headers, content, onProgress, signal }: Put): Promise<PutAnswer> {
  const response = await fetch(url, { method: 'PUT', headers, body: content, signal });
  onProgress(content.size, content.size);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Sends a file to its signed address, without any token. Progress is told step by step in browsers, and at the end elsewhere. */
export const put = (request: Put): Promise<PutAnswer> =>
  XMLHttpRequest ? putByXhr(new XMLHttpRequest(), request) : putByFetch(request);
