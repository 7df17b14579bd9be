import { eventually } from '@charter/testkit';
import type { RunningStack } from '../../src/running-stack';
import { answer, readWhole, registerLate, sevenDayService, stillWhole, WHOLE, type Whole } from '../../src/story';

const HANGING = ['compensation', 'surveys', 'notices', 'charter'] as const;

/** A service that hangs takes its own fields, and nothing else. */
export function outlivesDeadServices(running: () => RunningStack): void {
  let id: string;
  const complete = () => eventually(() => readWhole(running(), id), stillWhole, 30_000);

  it('answers without a service that hangs: its fields are gone, by name, and the rest is there', async () => {
    const stack = running();
    id = await registerLate(stack, await sevenDayService(stack));
    await eventually(
      () => readWhole(stack, id),
      ({ compensationClaims }) => compensationClaims?.length === 1,
      30_000,
    );
    await answer(stack, id);
    await complete();
    await stack.signal('compensation', 'SIGSTOP');
    try {
      // A page that nobody has looked at: one that is kept is shown as it was.
      const page = fetch(`${stack.description.charter}/en/departments/WATER/2021`);
      const { data, errors } = await stack.ask<Whole>('citizen', WHOLE, { id });
      expect(await (await page).text()).toMatch(/The compensation service does not answer now.*Complaints received/);
      expect(data!.complaint).toMatchObject({
        status: 'ANSWERED',
        compensationClaims: null,
        survey: { state: 'INVITED' },
        department: { name: expect.any(String) },
        notices: expect.anything(),
      });
      expect(errors).toMatchObject([{ extensions: { code: 'SERVICE_UNAVAILABLE', service: 'compensation' } }]);
    } finally {
      await stack.signal('compensation', 'SIGCONT');
    }
    await complete();
  });

  it('answers with what the complaints themselves know when every other service hangs, and recovers', async () => {
    const stack = running();
    for (const name of HANGING) await stack.signal(name, 'SIGSTOP');
    try {
      const { data, errors } = await stack.ask<Whole>('citizen', WHOLE, { id });
      expect(data!.complaint).toMatchObject({
        ...{ status: 'ANSWERED', deadline: { state: 'MET' } },
        ...{ compensationClaims: null, survey: null, notices: null },
      });
      expect(errors!.map(({ extensions }) => extensions.code)).toEqual(errors!.map(() => 'SERVICE_UNAVAILABLE'));
      expect(new Set(errors!.map(({ extensions }) => extensions.service))).toEqual(new Set(HANGING));
    } finally {
      for (const name of HANGING) await stack.signal(name, 'SIGCONT');
    }
    await complete();
  });
}
