import fc from 'fast-check';
import { OUTGOING, type OutgoingChannel } from './channels';
import { type Reach, outgoingFor } from './reach';

const all = new Set<OutgoingChannel>(OUTGOING);
const both = { email: 'sealed', phone: 'sealed' };
const address = fc.option(fc.constant('sealed'), { nil: null });

describe('the channels by which a notice goes out', () => {
  it.each<[string, OutgoingChannel[] | null, Reach, ReadonlySet<OutgoingChannel>, OutgoingChannel[]]>([
    ['mail without a profile: the filing service may know an address', null, { hasDevice: false }, all, ['EMAIL']],
    ['mail with both addresses', null, { profile: both, hasDevice: false }, all, ['EMAIL']],
    ['text messages with a number alone', null, { profile: { ...both, email: null }, hasDevice: false }, all, ['SMS']],
    ['registered devices besides', null, { profile: both, hasDevice: true }, all, ['EMAIL', 'PUSH']],
    ['what they wish', ['SMS'], { profile: both, hasDevice: true }, all, ['SMS']],
    ['nothing, if they wish so', [], { profile: both, hasDevice: true }, all, []],
    ['no device that is not there', ['EMAIL', 'PUSH'], { profile: both, hasDevice: false }, all, ['EMAIL']],
    [
      'only what the city has a provider for: the record then says that no mail address is known',
      null,
      { profile: { ...both, email: null }, hasDevice: true },
      new Set<OutgoingChannel>(['EMAIL']),
      ['EMAIL'],
    ],
  ])('are %s', (_what, wished, reach, offered, expected) =>
    expect(outgoingFor(wished, reach, offered)).toEqual(expected),
  );

  it('have one way to an address, each channel once, for whoever has not said', () => {
    const profile = fc.option(fc.record({ email: address, phone: address }), { nil: undefined });
    fc.assert(
      fc.property(fc.record({ profile, hasDevice: fc.boolean() }), (reach) => {
        const channels = outgoingFor(null, reach, all);
        expect(channels.filter((channel) => channel !== 'PUSH')).toHaveLength(1);
        expect(channels.includes('PUSH')).toBe(reach.hasDevice);
        expect(new Set(channels).size).toBe(channels.length);
      }),
    );
  });
});
