import { CharterError } from './failure';
import { messagesByField, missingAt } from './messages';
import { dataOf, resultOf } from './result';

const origin = { requestId: 'r-1' };
const away = (path: (string | number)[], service = 'notices') => ({
  ...{ message: 'Away.', path, extensions: { code: 'SERVICE_UNAVAILABLE', service } },
});

describe('what comes of an answer', () => {
  it('is complete without errors, also where things are null', () => {
    expect(resultOf({ data: { complaint: null } }, origin)).toEqual({
      ...{ kind: 'complete', data: { complaint: null }, requestId: 'r-1' },
    });
  });

  it('is partial with data beside errors: each missing part has its place and its service', () => {
    const data = { complaint: { title: '민원', notices: null }, me: null };
    const result = resultOf({ data, errors: [away(['complaint', 'notices']), away(['me'], 'identity')] }, origin);
    expect(result).toMatchObject({ kind: 'partial', data });
    expect(missingAt(result, 'complaint.notices')).toMatchObject({ service: 'notices', path: 'complaint.notices' });
    expect(missingAt(result, 'complaint')).toMatchObject({ service: 'notices' });
    expect(missingAt(result, 'me')).toMatchObject({ service: 'identity' });
    expect(missingAt(result, 'complaint.title')).toBeUndefined();
    expect(missingAt(result, 'complaint.not')).toBeUndefined();
    expect(dataOf(result)).toBe(data);
  });

  it('is partial without a place where a service was to add to many things: what is empty is missing', () => {
    const { message, extensions } = away([]);
    const edges = [{ node: { title: 'a', notices: null } }, { node: { title: 'b', notices: [] } }];
    const result = resultOf({ data: { complaints: { edges } }, errors: [{ message, extensions }] }, origin);
    expect(missingAt(result, 'complaints.edges.node.notices')).toMatchObject({ service: 'notices' });
    expect(missingAt(result, 'complaints.edges.0.node.notices')).toMatchObject({ service: 'notices' });
    expect(missingAt(result, 'complaints.edges.1.node.notices')).toBeUndefined();
    expect(missingAt(result, 'complaints.edges.node.title')).toBeUndefined();
  });

  it('is partial with the first place where a service was to add to many things: the others are empty for the same reason', () => {
    const edges = [{ node: { notices: null, survey: null } }, { node: { notices: [] } }, { node: { notices: null } }];
    const errors = [away(['complaints', 'edges', 0, 'node', 'notices'])];
    const result = resultOf({ data: { complaints: { edges } }, errors }, origin);
    for (const path of [
      'complaints.edges.node.notices',
      'complaints.edges.0.node.notices',
      'complaints.edges.2.node.notices',
    ])
      expect(missingAt(result, path)).toMatchObject({ service: 'notices' });
    for (const path of ['complaints', 'complaints.edges.2', 'complaints.edges.node'])
      expect(missingAt(result, path)).toMatchObject({ service: 'notices' });
    for (const path of ['complaints.edges.1.node.notices', 'complaints.edges.1', 'complaints.edges.0.node.survey'])
      expect(missingAt(result, path)).toBeUndefined();
  });

  it('has failed when nothing is left, with every reason', () => {
    const result = resultOf({ data: { a: null, b: null }, errors: [away(['a']), away(['b'], 'surveys')] }, origin);
    expect(result).toMatchObject({ kind: 'failed', failures: [{ service: 'notices' }, { service: 'surveys' }] });
    expect(() => dataOf(result)).toThrow(CharterError);
  });

  it('is refused when a payload says what to mend', () => {
    const errors = [
      { code: 'INVALID_VALUE', message: '이름을 입력해 주십시오.', path: ['petitioner', 'name'] },
      { code: 'INVALID_VALUE', message: '너무 깁니다.', path: ['petitioner', 'name'] },
      { code: 'TOO_LATE', message: '기간이 지났습니다.', path: null },
    ];
    const result = resultOf({ data: { fileComplaint: { complaint: null, errors } } }, origin);
    if (result.kind !== 'refused') throw new Error(result.kind);
    expect(result.userErrors[2]).toEqual({
      ...{ code: 'TOO_LATE', message: '기간이 지났습니다.', path: [], mutation: 'fileComplaint' },
    });
    expect(messagesByField(result.userErrors)).toEqual({
      'petitioner.name': ['이름을 입력해 주십시오.', '너무 깁니다.'],
      '': ['기간이 지났습니다.'],
    });
    expect(messagesByField(result.userErrors, 'petitioner')).toMatchObject({
      name: [expect.any(String), '너무 깁니다.'],
    });
  });

  it('is complete when a payload has nothing to mend', () =>
    expect(resultOf({ data: { fileComplaint: { complaint: {}, errors: [] } } }, origin).kind).toBe('complete'));
});
