import { type ImprovementSourceAnswer, type ImprovementSourceKind, improvementSourceRequest } from '@charter/contracts';
import type { InternalRoute } from '../http/subgraph-server';
import type { Person } from '../identity/caller';

/** What a service says of one thing that it keeps, to somebody; null when there is none that they may see. */
export type ImprovementSourceFinder = (id: string, caller: Person) => Promise<ImprovementSourceAnswer['source']>;

/** Answers the charter service’s question for what an improvement action comes from, by the rules of who keeps it. */
export const sourcesByKind =
  (finders: Readonly<Partial<Record<ImprovementSourceKind, ImprovementSourceFinder>>>): InternalRoute =>
  async (body, { requestId, language, issuer }): Promise<ImprovementSourceAnswer> => {
    const { kind, id, caller } = improvementSourceRequest.parse(body);
    const { departmentCode, ...who } = caller;
    const person: Person = { ...who, departmentCode: departmentCode ?? undefined, requestId, language, issuer };
    return { source: (await finders[kind]?.(id, person)) ?? null };
  };
