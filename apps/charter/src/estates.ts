import type { EntityManager } from 'typeorm';
import { type Estate, type Passing, owedRows } from '@charter/deadlines';
import type { EventDraft } from '@charter/outbox';
import { departmentSaved, standardSaved } from './event-payload';
import type { DepartmentStore } from './store/department.store';
import { toStandard } from './store/standard.entity';
import type { StandardStore } from './store/standard.store';

export interface EstateParts {
  readonly departments: DepartmentStore;
  readonly standards: StandardStore;
}

/** What a closed department leaves to its successor here: improvement actions, its standards, and the departments below it. */
export const charterEstates = (parts: EstateParts): Estate[] => [
  owedRows({
    ...{ table: 'improvement_action', versioned: true, open: `"status" IN ('OPEN', 'IN_PROGRESS')` },
    history: { table: 'improvement_history', subject: 'action_id', reason: 'said', step: ['step', 'pass'] },
  }),
  (tx, passing) => passStandards(tx, parts.standards, passing),
  (tx, passing) => passDepartments(tx, parts.departments, passing),
];

/** What was promised stays promised, by who carries on; what was said before is kept. */
async function passStandards(
  tx: EntityManager,
  standards: StandardStore,
  { from, to, on, by, at }: Passing,
): Promise<EventDraft[]> {
  const news: EventDraft[] = [];
  for (const code of await standards.openOf(tx, from, on)) {
    const before = (await standards.lock(tx, code))!;
    const standard = { ...toStandard(before), departmentCode: to };
    await standards.write(tx, before, { standard, version: null, by, at });
    news.push(standardSaved(standard));
  }
  return news;
}

/** The successor may itself stand below: it comes up first, so that nobody stands below themselves. */
async function passDepartments(
  tx: EntityManager,
  departments: DepartmentStore,
  { from, to, by, at }: Passing,
): Promise<EventDraft[]> {
  const all = new Map((await departments.lockTree(tx)).map((department) => [department.code, department]));
  const below = (code: string): boolean => {
    const parent = all.get(code)?.parentCode ?? null;
    return parent !== null && (parent === from || below(parent));
  };
  const up = below(to) ? [[to, all.get(from)!.parentCode] as const] : [];
  const children = [...all.values()].filter(({ code, parentCode }) => parentCode === from && code !== to);
  const moves = [...up, ...children.map(({ code }) => [code, to] as const)];
  const news: EventDraft[] = [];
  for (const [code, parentCode] of moves) {
    const before = all.get(code)!;
    const after = { ...before, parentCode };
    await departments.write(tx, { before, after, by, at });
    news.push(departmentSaved(after));
  }
  return news;
}
