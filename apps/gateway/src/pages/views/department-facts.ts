import type { ServiceName } from '@charter/contracts';
import { type ComplaintFigures, type DepartmentFigures, type ProposalFigures, figuresOf, taken } from '../figures';
import type { Visit } from '../visit';
import type { Fact } from './parts';

/** What is told of a department besides its place in the scorecard. */
export interface DepartmentExtras {
  readonly objectionPerformance: { readonly filed: number; readonly upheld: number } | null;
  readonly dunningLetters: number | null;
  readonly monitoringPerformance: { readonly complianceRate: number | null } | null;
}

/** The figures of one department, without those whose service does not answer: a sentence tells of that. */
export function departmentFacts(
  visit: Visit,
  of: DepartmentFigures & DepartmentExtras,
  lost: (service: ServiceName) => boolean,
): Fact[] {
  const { words, format } = visit;
  const names = words.figures;
  const { count, rate, score, hours, money } = figuresOf(visit);
  const complaints = of.complaintPerformance;
  const number = (get: (one: ComplaintFigures) => number) => count(get)(complaints);
  const kept = (get: (one: ComplaintFigures) => number | null) => rate(get)(complaints);
  const owned: readonly (readonly [ServiceName, readonly Fact[]])[] = [
    [
      'complaints',
      [
        { name: names.received, value: number((one) => one.received) },
        { name: names.onTimeRate, value: kept((one) => one.onTimeRate) },
        { name: names.charterOnTimeRate, value: kept((one) => one.charterOnTimeRate) },
        { name: names.medianHours, value: hours(complaints) },
        { name: names.openLate, value: number((one) => one.openLate) },
        { name: names.dunningLetters, value: count<number>((letters) => letters)(of.dunningLetters) },
        { name: names.objections, value: count<{ filed: number }>((one) => one.filed)(of.objectionPerformance) },
        { name: names.upheld, value: count<{ upheld: number }>((one) => one.upheld)(of.objectionPerformance) },
      ],
    ],
    [
      'surveys',
      [
        {
          name: names.satisfaction,
          value: score(of.satisfaction),
          ...(of.satisfaction?.score != null && { note: names.answers(format.number(of.satisfaction.n)) }),
        },
      ],
    ],
    [
      'compensation',
      [
        {
          name: names.compensation,
          value: money(of.compensationPaid),
          ...(of.compensationPaid && { note: names.claims(format.number(of.compensationPaid.count)) }),
        },
      ],
    ],
    [
      'participation',
      [
        { name: names.proposals, value: count<ProposalFigures>((one) => one.received)(of.proposalPerformance) },
        { name: names.adopted, value: count(taken)(of.proposalPerformance) },
        {
          name: names.monitoring,
          value: rate<{ complianceRate: number | null }>((one) => one.complianceRate)(of.monitoringPerformance),
        },
      ],
    ],
  ];
  return owned.filter(([service]) => !lost(service)).flatMap(([, facts]) => facts);
}
