import { randomUUID } from 'node:crypto';
import { localDate } from '@charter/calendar';
import { accepted, refused } from '@charter/contracts';
import { textFaults } from '@charter/privacy';
import { type Person, StaleVersion, once } from '@charter/service';
import { examines, heads } from '../domain/access';
import { departmentFaults } from '../domain/department';
import { type Mission, decideMission, decideMissionStep, notInForce, remindAt } from '../domain/monitoring/mission';
import { missionPayload } from '../event-payload';
import type { Handled } from '../proposal-desk';
import type { DepartmentStore } from '../store/department.store';
import type { MissionStore } from '../store/monitoring/mission.store';
import type { StandardStore } from '../store/standard.store';
import type { RecruitmentDesk } from './recruitment-desk';

const REASON_LIMIT = 2_000;

export interface MissionServiceParts {
  readonly desk: RecruitmentDesk;
  readonly missions: MissionStore;
  readonly departments: DepartmentStore;
  readonly standards: StandardStore;
  readonly secret: string;
}

/** Missions (점검 과제): sent out, reminded of, called off. */
export class MissionService {
  constructor(private readonly parts: MissionServiceParts) {}

  /** @returns the mission's id */
  open(recruitmentId: string, mission: Mission, key: string | null, by: Person): Promise<Handled> {
    const { desk, secret } = this.parts;
    const { dataSource, recruitments } = desk.parts;
    const command = {
      ...{ callerId: by.id, operation: 'openMission', key, secret },
      input: { recruitmentId, ...mission },
    };
    return dataSource.transaction(async (tx): Promise<Handled> => {
      const [seen] = await recruitments.byIds([recruitmentId], tx);
      if (!seen) return 'NOT_FOUND';
      if (!examines(by, seen)) return 'FORBIDDEN';
      const call = { id: recruitmentId, version: null, by, may: () => true };
      return once(tx, command, async () => {
        const handled = await desk.handleIn(tx, 'openMission', call, async ({ recruitment, now, today, act }) => {
          const { missions, departments, standards } = this.parts;
          const { watchedCode } = mission;
          const watched = await departments.find(tx, watchedCode);
          const codes = mission.checklist.map(({ standardCode }) => standardCode);
          const known = await standards.find(tx, codes);
          const decided = decideMission(mission, {
            ...{ now, termFrom: recruitment.termFrom, termTo: recruitment.termTo },
            recruiterCode: recruitment.departmentCode,
            districts: recruitment.districts.map(({ name }) => name),
            unknownStandards: notInForce(codes, known, watchedCode, localDate(mission.startsAt)),
            elsewhere: departmentFaults(watchedCode, watched, today, 'watchedDepartmentCode'),
          });
          if (!decided.ok) return decided;
          const { place, ...rest } = decided.value;
          const id = randomUUID();
          const opened = {
            ...{ ...rest, id, recruitmentId, departmentCode: recruitment.departmentCode },
            ...{ placeName: place.name.trim(), placeAddress: place.address.trim(), radiusMetres: place.radiusMetres },
            ...{ latitude: place.latitude, longitude: place.longitude },
            ...({ status: 'OPEN', cancelledReason: null, openedBy: act.by, openedAt: act.at } as const),
            remindAt: remindAt(mission, await desk.parts.deadlines.calendar(tx)),
          };
          await missions.insert(tx, opened);
          const [monitors] = await missions.monitorsOf([id], tx);
          await desk.tell(
            tx,
            monitors!.map((citizenId) => ({
              type: 'monitoring.mission-opened.v1',
              payload: missionPayload(opened, citizenId),
            })),
          );
          return accepted(id);
        });
        if (typeof handled === 'string') throw new Error('A recruitment that was seen a moment ago is gone.');
        return handled;
      });
    });
  }

  /** The head calls it off: nobody reports on it any more; what was reported stays. */
  cancel(id: string, reason: string, version: number | null, by: Person): Promise<Handled> {
    const { desk, missions } = this.parts;
    const { dataSource, clock } = desk.parts;
    return dataSource.transaction(async (tx): Promise<Handled> => {
      const mission = await missions.lock(tx, id);
      if (!mission) return 'NOT_FOUND';
      if (!heads(by, mission)) return 'FORBIDDEN';
      if (version !== null && version !== mission.version) throw new StaleVersion();
      const decided = decideMissionStep(mission.status, 'cancel', { ...mission, now: clock.now() });
      if (!decided.ok) return decided;
      const faults = textFaults(reason, REASON_LIMIT, 'reason');
      if (faults.length > 0) return refused(...faults);
      await missions.update(tx, mission, { status: decided.value, cancelledReason: reason.trim(), remindAt: null });
      const [monitors] = await missions.monitorsOf([id], tx);
      await desk.tell(
        tx,
        monitors!.map((citizenId) => ({
          type: 'monitoring.mission-cancelled.v1',
          payload: missionPayload(mission, citizenId),
        })),
      );
      return accepted(id);
    });
  }
}
