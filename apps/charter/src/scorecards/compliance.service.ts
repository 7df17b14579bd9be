import { type Logger, ServiceUnavailable } from '@charter/service';
import type { Answers } from '../domain/scorecards/answers';
import { addUp } from '../domain/scorecards/count';
import type { Figure } from '../domain/scorecards/figure';
import { type Origin, STANDARD_ORIGINS } from '../domain/scorecards/measures';
import { type Days, monthsIn } from '../domain/scorecards/period';
import { standardFigures } from '../domain/scorecards/standards';
import type { Standard } from '../domain/standard';
import type { DepartmentStore } from '../store/department.store';
import type { CountStore } from '../store/scorecards/count.store';
import type { Owners, OwnersAnswers } from './owners';

export interface ComplianceServiceParts {
  readonly departments: DepartmentStore;
  readonly counts: CountStore;
  readonly owners: Owners;
}

/** How a standard was kept, and where that comes from. */
export interface Compliance {
  readonly figure: Figure;
  readonly origin: Origin;
  readonly takenAt: string;
}

interface Asking {
  readonly requestId: string;
  readonly log: Logger;
}

const NOBODY: OwnersAnswers = { complaints: null, surveys: null, participation: null, compensation: null, takenAt: {} };

/** How standards were kept in a period, live, asked of whoever measures each. */
export class ComplianceService {
  constructor(private readonly parts: ComplianceServiceParts) {}

  /** Every place where each standard is measured, in their order: one request to each owner, however many standards. */
  async of(
    standards: readonly Standard[],
    period: Days,
    now: Date,
    asking: Asking,
  ): Promise<(Compliance[] | ServiceUnavailable)[]> {
    const { departments, counts } = this.parts;
    const measuredBy = (...kinds: Standard['measuredBy'][]): Standard[] =>
      standards.filter((standard) => kinds.includes(standard.measuredBy));
    const all = await departments.all();
    const codes = all.filter(({ closedOn }) => closedOn === null || closedOn > period.from).map(({ code }) => code);
    const byHand = measuredBy('MANUAL').map(({ code }) => code);
    const [complaints, others, found] = await Promise.all([
      this.ask(measuredBy('COMPLAINT_DEADLINES'), { period, departments: codes, standards: [] }, asking),
      this.ask(measuredBy('SURVEY', 'MONITORING'), { period, departments: [] }, asking),
      counts.inMonths(monthsIn(period), byHand),
    ]);
    const takenAt = { ...others.takenAt, ...complaints.takenAt, charter: now.toISOString() };
    const answers: Answers = { ...others, complaints: complaints.complaints, counts: addUp(found), takenAt };
    return standards.map((standard) => {
      const origin = STANDARD_ORIGINS[standard.measuredBy];
      const figures = standardFigures(standard, answers, codes);
      if (figures.some(({ state }) => state === 'MISSING')) return new ServiceUnavailable(origin.service);
      return figures.map((figure) => {
        const how = figure.method === null ? {} : { method: figure.method, methodVersion: figure.methodVersion };
        return { figure, origin: { ...origin, ...how }, takenAt: takenAt[origin.service]! };
      });
    });
  }

  private async ask(
    standards: readonly Standard[],
    asked: { readonly period: Days; readonly departments: readonly string[]; readonly standards?: readonly string[] },
    { requestId, log }: Asking,
  ): Promise<OwnersAnswers> {
    if (standards.length === 0) return NOBODY;
    const owners = [...new Set(standards.map(({ measuredBy }) => STANDARD_ORIGINS[measuredBy].service))];
    const codes = standards.map(({ code }) => code);
    return this.parts.owners.ask({ standards: codes, ...asked, owners: owners as never, requestId }, log);
  }
}
