import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { localDate, periodUntil } from '@charter/calendar';
import {
  IMPROVEMENT_SOURCE_OWNERS,
  IMPROVEMENT_SOURCE_PATH,
  type ImprovementSourceAnswer,
  type Outcome,
  accepted,
  improvementSource,
} from '@charter/contracts';
import { appendEvents } from '@charter/outbox';
import { type Person, type ServiceClient, once, wasDone } from '@charter/service';
import { carriesOut } from '../domain/improvements/access';
import type { ImprovementSource, ImprovementStatus, Opening } from '../domain/improvements/action';
import { IMPROVEMENT } from '../domain/improvements/deadline-kinds';
import { decideOpening } from '../domain/improvements/decide';
import { toEverybody } from '../event-payload';
import type { DepartmentStore } from '../store/department.store';
import type { ImprovementDesk, ImprovementHandled } from './improvement-desk';

export interface OpeningServiceParts {
  readonly desk: ImprovementDesk;
  readonly departments: DepartmentStore;
  readonly services: Pick<ServiceClient, 'post'>;
  readonly secret: string;
}

export interface OpenImprovement {
  readonly opening: Opening;
  /** Who has it; null: who opens it. */
  readonly officerId: string | null;
  readonly source: ImprovementSource | null;
  readonly idempotencyKey: string | null;
}

type Found = ImprovementSourceAnswer['source'];

/** An opening with what is known of where it comes from. */
interface Asked extends OpenImprovement {
  readonly found: Found | undefined;
}

/** The same once it was allowed. */
interface Allowed extends Asked {
  readonly status: ImprovementStatus;
}

/** Opens improvement actions, after asking the owner of what they come from. */
export class OpeningService {
  constructor(private readonly parts: OpeningServiceParts) {}

  /**
   * @returns the action's id
   * @throws {ServiceUnavailable} while the owner of the source cannot be asked: nothing has changed
   */
  async open(input: OpenImprovement, by: Person): Promise<ImprovementHandled> {
    const { desk, secret } = this.parts;
    const { idempotencyKey: key, ...asked } = input;
    const command = { callerId: by.id, operation: 'openImprovementAction', key, input: asked, secret };
    if (!carriesOut(by, input.opening)) return 'FORBIDDEN';
    const { dataSource } = desk.parts;
    const ask = input.source && !(await wasDone(dataSource.manager, command));
    const found = ask ? await this.find(input.source!, by) : undefined;
    return dataSource.transaction((tx) =>
      once(tx, command, () => {
        const officerId = input.officerId ?? by.id;
        return this.decideIn(tx, { ...input, officerId, found }, by.id, desk.parts.clock.now());
      }),
    );
  }

  /**
   * Opens an action that comes from no one matter, in a transaction of the caller's. Nobody has it until the head of its department
   * gives it to an officer.
   * @param by a person's id
   */
  openIn(tx: EntityManager, opening: Opening, by: string, at: Date): Promise<Outcome<string>> {
    const input = { opening, officerId: null, source: null, idempotencyKey: null, found: undefined };
    return this.decideIn(tx, input, by, at);
  }

  private async decideIn(tx: EntityManager, asked: Asked, by: string, at: Date): Promise<Outcome<string>> {
    const { desk, departments } = this.parts;
    const { opening, found } = asked;
    const [department] = await departments.byCodes([opening.departmentCode], tx);
    const [standard] = opening.standardCode ? await desk.parts.standards.byCodes([opening.standardCode], tx) : [];
    const decided = decideOpening(opening, { today: localDate(at), department, standard, source: found });
    return decided.ok ? accepted(await this.write(tx, { ...asked, status: decided.value }, by, at)) : decided;
  }

  /** What the owner of the source says of it; null when there is none that the caller may see. */
  private async find({ kind, id }: ImprovementSource, by: Person): Promise<Found> {
    const caller = { id: by.id, roles: by.roles, departmentCode: by.departmentCode ?? null };
    const owner = IMPROVEMENT_SOURCE_OWNERS[kind];
    const answer = await this.parts.services.post(owner, IMPROVEMENT_SOURCE_PATH, { kind, id, caller }, by.requestId);
    return improvementSource.parse(answer).source;
  }

  private async write(tx: EntityManager, allowed: Allowed, by: string, at: Date): Promise<string> {
    const { improvements, deadlines } = this.parts.desk.parts;
    const { opening, officerId, source, found, status } = allowed;
    const { departmentCode, dueOn, title, description, plan, kind, standardCode } = opening;
    const id = randomUUID();
    const deadline = await deadlines.open(
      tx,
      {
        ...{ kind: IMPROVEMENT, subjectType: 'IMPROVEMENT', subjectId: id, departmentCode, ownerId: officerId },
        ...{ receivedAt: at, period: periodUntil(at, dueOn) },
      },
      { by, at },
    );
    const action = {
      ...{ id, departmentCode, officerId, kind, standardCode, status, deadlineId: deadline.id },
      ...{ title: title.trim(), description: description.trim(), plan: plan?.trim() ?? null, percent: 0 },
      ...{ sourceKind: source?.kind ?? null, sourceId: source?.id ?? null, sourcePublic: found?.public ?? false },
      citizenIds: [...new Set(found?.citizenIds)],
      ...{ openedBy: by, openedAt: at, publishedAt: null, extendedAt: null, closedAt: null },
      ...{ result: null, cancelledReason: null },
    };
    await improvements.insert(tx, action, { step: 'open', by, at, said: action.description });
    const dueAt = deadline.dueAt!.toISOString();
    await appendEvents(
      tx,
      'charter',
      toEverybody(action, (payload) => ({ type: 'improvement.opened.v1', payload: { ...payload, dueAt } })),
    );
    return id;
  }
}
