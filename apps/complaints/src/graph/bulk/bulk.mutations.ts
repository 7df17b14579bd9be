import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Outcome } from '@charter/contracts';
import { type Person, badInput, forbidden, isUuid, notFound, staleVersion, userErrors } from '@charter/service';
import type { BulkResult, BulkService } from '../../bulk.service';
import { toComplaintType } from '../complaint.type';
import type { ComplaintsContext } from '../context';
import {
  AnswerComplaintsInput,
  AnswerComplaintsPayload,
  AssignComplaintsInput,
  AssignComplaintsPayload,
  type BulkComplaintInput,
  type BulkError,
  type BulkPayload,
  TransferComplaintsInput,
  TransferComplaintsPayload,
} from './bulk.type';

const FAILURES = { NOT_FOUND: notFound, FORBIDDEN: forbidden, STALE_VERSION: staleVersion } as const;
const FAILED = {
  ko: '처리하지 못했습니다. 이 건만 다시 시도해 주십시오.',
  en: 'It could not be done: please try this one again.',
} as const;

const toItem = ({ complaintId, version }: BulkComplaintInput) => ({ complaintId, version: version ?? null });

/** One step of many complaints (일괄 처리): what cannot be done is told in its own place. */
@Resolver()
export class BulkMutations {
  constructor(private readonly bulk: BulkService) {}

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => AssignComplaintsPayload, {
    description: 'Names who handles many complaints (일괄 배정), each as assignComplaint does.',
  })
  async assignComplaints(
    @Arg('input', () => AssignComplaintsInput, { description: 'Which ones, and who.' })
    { items, officerId }: AssignComplaintsInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<AssignComplaintsPayload> {
    const by = context.caller as Person;
    const officer = officerId ?? by.id;
    if (!isUuid(officer)) throw badInput('`officerId` is not an id.');
    return told(await this.bulk.assign(items.map(toItem), officer, by), context);
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => TransferComplaintsPayload, {
    description: 'Passes many complaints on (일괄 이송), each as transferComplaint does.',
  })
  async transferComplaints(
    @Arg('input', () => TransferComplaintsInput, { description: 'Which ones, and where to.' })
    { items, departmentCode, body, reason }: TransferComplaintsInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<TransferComplaintsPayload> {
    if (Boolean(departmentCode) === Boolean(body)) {
      throw badInput('Give `departmentCode` or `body`: one of them, not both.');
    }
    const to = departmentCode ? { departmentCode } : { body: body! };
    return told(await this.bulk.transfer(items.map(toItem), to, reason, context.caller as Person), context);
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => AnswerComplaintsPayload, {
    description: 'Answers many complaints (일괄 답변), each as answerComplaint does.',
  })
  async answerComplaints(
    @Arg('input', () => AnswerComplaintsInput, { description: 'Which ones, and with which words.' })
    { items, answer }: AnswerComplaintsInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<AnswerComplaintsPayload> {
    const answers = items.map((item) => ({ ...toItem(item), answer: item.answer ?? null }));
    return told(await this.bulk.answer(answers, answer ?? null, context.caller as Person), context);
  }
}

async function told(outcome: Outcome<BulkResult[]>, context: ComplaintsContext): Promise<BulkPayload> {
  const { caller, complaints } = context;
  if (!outcome.ok) return { results: [], done: 0, errors: userErrors(outcome.refusals, caller.language) };
  const results = await Promise.all(
    outcome.value.map(async ({ complaintId, outcome: each }) => {
      const done = typeof each === 'object' && 'ok' in each && each.ok;
      const complaint = done ? toComplaintType((await complaints.clear(each.value).load(each.value))!) : null;
      return { complaintId, complaint, errors: errorsOf(each, context) };
    }),
  );
  return { results, done: results.filter(({ complaint }) => complaint).length, errors: [] };
}

function errorsOf(outcome: BulkResult['outcome'], { caller: { language }, log }: ComplaintsContext): BulkError[] {
  if (typeof outcome === 'string') {
    return [{ code: outcome, message: FAILURES[outcome](language).message, path: null }];
  }
  if ('error' in outcome) {
    log.error({ err: outcome.error }, 'one of many steps failed');
    return [{ code: 'INTERNAL_SERVER_ERROR', message: FAILED[language], path: null }];
  }
  return outcome.ok ? [] : userErrors(outcome.refusals, language);
}
