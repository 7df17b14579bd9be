/** What another gateway needs to stand before the stub subgraphs. */
export interface PeerSettings {
  /** The text of the supergraph, with the stubs' addresses in it. */
  readonly supergraph: string;
  /** Addresses of the stubs, by name. */
  readonly subgraphs: Readonly<Record<string, string>>;
}

export const PEERS = ['stock', 'hive', 'hive-rust', 'mercurius'] as const;
export type PeerName = (typeof PEERS)[number];

/** Starts a gateway in this process. @returns the address that answers GraphQL */
export type StartPeer = (settings: PeerSettings) => Promise<string>;
