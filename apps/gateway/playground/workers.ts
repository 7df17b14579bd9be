/** Monaco checks JSON and GraphQL in workers, which the gateway serves itself. */
(globalThis as { MonacoEnvironment?: object }).MonacoEnvironment = {
  getWorker: (_id: string, label: string) => new Worker(WORKER_URLS[label] ?? WORKER_URLS.editor!, { name: label }),
};
