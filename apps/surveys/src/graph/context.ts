import DataLoader from 'dataloader';
import type { RequestContext } from '@charter/service';
import type { ResponseStore, Scores } from '../store/response.store';
import type { InvitationEntity, SurveyEntity } from '../store/survey.entity';
import type { SurveyStore } from '../store/survey.store';

/** A department in a period: what its satisfaction is asked for. */
export interface ScoresKey {
  readonly code: string;
  readonly from: string;
  readonly to: string;
}

export interface SurveysContext extends RequestContext {
  readonly surveys: DataLoader<string, SurveyEntity | undefined>;
  readonly invitations: DataLoader<string, InvitationEntity | undefined>;
  readonly invitationOfComplaint: DataLoader<string, InvitationEntity | undefined>;
  readonly scores: DataLoader<ScoresKey, Scores, string>;
}

const keyOf = ({ code, from, to }: ScoresKey): string => `${code} ${from} ${to}`;

async function scoresOf(store: ResponseStore, keys: readonly ScoresKey[]): Promise<Scores[]> {
  const found = new Map<string, Scores>();
  for (const period of new Set(keys.map(({ from, to }) => `${from} ${to}`))) {
    const [from, to] = period.split(' ') as [string, string];
    const codes = keys.filter((key) => key.from === from && key.to === to).map(({ code }) => code);
    (await store.scoresOf(codes, from, to)).forEach((scores, index) =>
      found.set(keyOf({ code: codes[index]!, from, to }), scores),
    );
  }
  return keys.map((key) => found.get(keyOf(key))!);
}

/** Loaders live for one request: one statement for each entity type and level, however many rows ask. */
export const createContext =
  (surveys: SurveyStore, responses: ResponseStore) =>
  (base: RequestContext): SurveysContext => ({
    ...base,
    surveys: new DataLoader((ids) => surveys.byIds(ids)),
    invitations: new DataLoader((ids) => responses.byIds(ids)),
    invitationOfComplaint: new DataLoader((ids) => responses.ofComplaints(ids)),
    scores: new DataLoader((keys) => scoresOf(responses, keys), { cacheKeyFn: keyOf }),
  });
