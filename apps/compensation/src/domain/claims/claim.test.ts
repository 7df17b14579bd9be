import {
  CLAIM_COMMANDS,
  CLAIM_STATUSES,
  CLAIM_TRANSITIONS,
  type ClaimCommand,
  type ClaimFacts,
  PAYMENT_STEPS,
  decideClaimStep,
} from './claim';

const COMMANDS = [...CLAIM_COMMANDS, ...PAYMENT_STEPS];
const facts = (changes: Partial<ClaimFacts> = {}): ClaimFacts => ({
  ...{ by: 'manager', now: new Date('2026-12-01T00:00:00Z'), citizenId: 'citizen', filedBy: null },
  ...{
    reviewedBy: 'officer',
    decidedBy: null,
    refusedBy: null,
    objectedAt: null,
    objectUntil: new Date('2027-01-30T15:00:00Z'),
  },
  ...changes,
});

const pairs = COMMANDS.flatMap((command) => CLAIM_STATUSES.map((status) => [command, status] as const));

it.each(pairs)('%s of one that is %s leads where the table says, or nowhere', (command, status) => {
  const to = CLAIM_TRANSITIONS[command][status];
  const decided = decideClaimStep(status, command, facts());
  if (to) expect(decided).toEqual({ ok: true, value: to });
  else
    expect(decided).toMatchObject({
      ok: false,
      refusals: [{ code: expect.stringMatching(/^(INVALID_STATE|ALREADY_DONE)$/) }],
    });
});

it('says what is written in the charter: review, decision by somebody else, objection, payment', () =>
  expect(
    Object.fromEntries(
      COMMANDS.map((command) => [command, Object.entries(CLAIM_TRANSITIONS[command]).map((way) => way.join(' → '))]),
    ),
  ).toEqual({
    review: ['OPENED → REVIEWED', 'OBJECTED → REVIEWED'],
    approve: ['REVIEWED → APPROVED'],
    refuse: ['REVIEWED → REFUSED'],
    object: ['REFUSED → OBJECTED'],
    send: ['APPROVED → PAYING'],
    pay: ['PAYING → PAID'],
    fail: ['PAYING → RETURNED', 'PAID → RETURNED'],
    retry: ['RETURNED → APPROVED'],
    revoke: ['APPROVED → REVIEWED'],
    handOver: ['APPROVED → PAID'],
    takeBack: ['PAID → RETURNED'],
  }));

describe('four eyes', () => {
  const code = (command: ClaimCommand, changes: Partial<ClaimFacts>) => {
    const status = command === 'review' ? 'OPENED' : 'REVIEWED';
    const decided = decideClaimStep(status, command, facts(changes));
    return decided.ok ? 'ok' : decided.refusals[0]!.code;
  };

  it.each(['approve', 'refuse'] as const)('%s is not for who reviewed, opened or refused it before', (command) => {
    expect(code(command, {})).toBe('ok');
    expect(code(command, { by: 'officer' })).toBe('SAME_PERSON');
    expect(code(command, { filedBy: 'manager' })).toBe('SAME_PERSON');
    expect(code(command, { refusedBy: 'manager' })).toBe('SAME_PERSON');
  });

  it('one’s own claim is somebody else’s to handle', () => {
    for (const command of ['review', 'approve', 'refuse'] as const)
      expect(code(command, { by: 'citizen' })).toBe('CONFLICT_OF_INTEREST');
  });

  it('who approved hands nothing over, nor does the citizen', () => {
    const handOver = (changes: Partial<ClaimFacts>) => decideClaimStep('APPROVED', 'handOver', facts(changes));
    expect(handOver({ by: 'officer', decidedBy: 'manager' })).toMatchObject({ ok: true });
    expect(handOver({ decidedBy: 'manager' })).toMatchObject({ refusals: [{ code: 'SAME_PERSON' }] });
    expect(handOver({ by: 'citizen' })).toMatchObject({ refusals: [{ code: 'CONFLICT_OF_INTEREST' }] });
  });

  it('who refused may review what is decided by another', () =>
    expect(code('review', { refusedBy: 'manager' })).toBe('ok'));
});

describe('an objection', () => {
  const object = (changes: Partial<ClaimFacts>) =>
    decideClaimStep('REFUSED', 'object', facts({ by: 'citizen', ...changes }));

  it('is in time until its date, not at it', () => {
    const objectUntil = new Date('2027-01-30T15:00:00Z');
    expect(object({ objectUntil, now: new Date(objectUntil.getTime() - 1) })).toMatchObject({ ok: true });
    expect(object({ objectUntil, now: objectUntil })).toMatchObject({ refusals: [{ code: 'TOO_LATE' }] });
  });

  it('is possible once', () =>
    expect(object({ objectedAt: new Date(), objectUntil: null })).toMatchObject({
      refusals: [{ code: 'LIMIT_REACHED' }],
    }));
});
