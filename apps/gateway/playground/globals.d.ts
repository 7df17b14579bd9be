/** Addresses of Monaco's workers, put in by the build. */
declare const WORKER_URLS: Readonly<Record<string, string>>;
declare module '*.css';
