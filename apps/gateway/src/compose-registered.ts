import { setImmediate } from 'node:timers/promises';
import type { Logger } from '@charter/service';
import type { GatewayEnv } from './env';
import type { LoadedGraph } from './supergraph/loaded-graph';
import { RegisteredOnly } from './trusted/registered-only';
import { TrustedDocuments } from './trusted/trusted-documents';

/** The operations that clients have registered, and what they mean for all others. */
export interface Registered {
  readonly documents: TrustedDocuments;
  readonly only: RegisteredOnly;
}

/**
 * The part of {@link startGateway} that wires registered operations.
 * @throws {ManifestRefused} for a manifest that does not hold
 */
export async function openRegistered(env: GatewayEnv, graph: () => LoadedGraph, log: Logger): Promise<Registered> {
  const { TRUSTED_DOCUMENTS: mode, TRUSTED_DOCUMENTS_PATH: paths, TRUSTED_DOCUMENTS_EXEMPT: exempt } = env;
  const documents = new TrustedDocuments({ paths: mode === 'off' ? [] : paths, log });
  if (mode !== 'off') {
    await documents.load();
    documents.onChange((texts) => void plan(texts, graph(), log));
    await documents.start();
  }
  return { documents, only: new RegisteredOnly({ mode, documents, exempt }) };
}

/** Plans them before somebody waits for it. Between two plans, requests have their turn. */
async function plan(texts: ReadonlySet<string>, graph: LoadedGraph, log: Logger): Promise<void> {
  let unfit = 0;
  for (const text of texts) {
    if (!graph.operations.adopt(text, undefined)) unfit += 1;
    await setImmediate();
  }
  log.info({ operations: texts.size, unfit }, 'registered operations are planned');
}
