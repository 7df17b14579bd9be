import { addressKey, callerKey } from './caller-key';

describe('addressKey', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['64:ff9b::192.0.2.1', '64:ff9b:0:0::/64'],
    [undefined, 'unknown'],
  ])('%s counts as %s', (address, key) => expect(addressKey(address)).toBe(key));

  it('takes two addresses of one network for one', () => {
    expect(addressKey('2001:db8:1:2:ffff::1')).toBe(addressKey('2001:db8:1:2:0:0:0:9'));
    expect(addressKey('2001:db8:1:3::1')).not.toBe(addressKey('2001:db8:1:2::1'));
  });
});

describe('callerKey', () => {
  it('is the person’s, wherever they are', () => {
    const person = { id: '0197a000-0000-7000-8000-000000000001', roles: [] };
    expect(callerKey(person, '203.0.113.7')).toBe(callerKey(person, '203.0.113.8'));
    expect(callerKey(undefined, '203.0.113.7')).toBe('address 203.0.113.7');
  });
});
