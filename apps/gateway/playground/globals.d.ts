/** Addresses of Monaco's workers, put in by the build. */
declare const WORKER_URLS: Readonly<Record<string, string>>;
/** The query that reads the schema, put in by the build so that it can be sent before graphql itself has been read. */
declare const INTROSPECTION: string;
/** Korean terms and what they are called in the graph, from docs/glossary.md. */
declare const GLOSSARY: readonly (readonly [korean: string, english: string])[];
declare module '*.css';
