import { type Tally, changesOf } from './tally';

const open: Tally = {
  ...{ complaintId: 'a', receivedOn: '2026-11-23', departmentCode: 'ROADS', serviceCode: 'ROAD_REPAIR' },
  ...{ kind: 'GRIEVANCE', channel: 'ONLINE', status: 'RECEIVED' },
  ...{ closed: false, inTime: false, charterInTime: false, bucket: null },
};
const answered: Tally = { ...open, status: 'ANSWERED', closed: true, inTime: true, bucket: 7 };

it('counts a new complaint', () => {
  expect(changesOf([], [open])).toMatchObject({
    days: [{ departmentCode: 'ROADS', received: 1, answered: 0 }],
    speeds: [],
  });
});

it('changes only what an answer changes', () => {
  const { days, speeds } = changesOf([open], [answered]);
  expect(days).toEqual([expect.objectContaining({ received: 0, answered: 1, closed: 1, inTime: 1, charterInTime: 0 })]);
  expect(speeds).toMatchObject([{ bucket: 7, count: 1 }]);
});

it('takes what moves to another department from the one and gives it to the other, in one order', () => {
  const moved = changesOf([answered], [{ ...answered, departmentCode: 'WATER' }]);
  expect(moved.days.map(({ departmentCode, received }) => [departmentCode, received])).toEqual([
    ['ROADS', -1],
    ['WATER', 1],
  ]);
  expect(moved.speeds.map(({ count }) => count)).toEqual([-1, 1]);
});

it('changes nothing where nothing changed', () => {
  expect(changesOf([answered], [answered])).toEqual({ days: [], speeds: [] });
});
